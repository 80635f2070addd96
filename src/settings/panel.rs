//! The settings as they stand in the finished page: a paragraph of the guide to try them on, each
//! setting with all that can be chosen, and the way back to how it was at first.

use super::live::SAID;
use crate::state::AppState;
use crate::text::t;
use crate::ui::needs_app::needs_app;
use crate::ui::sample::Sample;
use bearings_domain::lang::Lang;
use bearings_domain::settings::Settings;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// All settings; those of the words of a region in English alone, which has such.
#[component]
pub fn SettingsPanel() -> impl IntoView {
    let lang = expect_context::<AppState>().route_now().lang;
    let settings = Settings::OFFERED.iter();
    let settings = settings.filter(|one| one.0 != "region" || lang == Lang::ENGLISH);
    view! {
        {needs_app(Text::SettingsNeedApp, "settings.html")}
        <div class="settings" data-settings="">
            {sample()}
            {settings.map(|(setting, names)| choice(setting, names)).collect_view()}
            <div class="settings-end">
                <button type="button" class="quiet" data-needs-app="" data-click="reset-settings">
                    {t(Text::SettingsReset)}
                </button>
                <p class="undo" role="status" id=SAID tabindex="-1">
                    <span data-settings-said=""></span>
                    <button type="button" class="quiet" data-undo-settings="" data-click="undo-settings" hidden>
                        {t(Text::SettingsUndo)}
                    </button>
                </p>
            </div>
        </div>
    }
}

/// A paragraph of the guide, with the title of its page.
fn sample() -> impl IntoView {
    let state = expect_context::<AppState>();
    let sample = use_context::<Sample>();
    sample.map(|sample| {
        view! {
            <section class="sample" aria-labelledby="sample">
                <h2 id="sample">{t(Text::SettingsSample)}</h2>
                <p>
                    <a href=state.href(sample.page)>{sample.title}</a>
                </p>
                <p data-sample="">{sample.text}</p>
            </section>
        }
    })
}

/// One setting. The words of each choice are found by its name.
fn choice(setting: &'static str, names: &'static [&'static str]) -> impl IntoView + use<> {
    let lead = ["settings-", setting, "-lead"].concat();
    let lead_id = text_of(&lead).is_some().then(|| lead.clone());
    let lead = text_of(&lead).map(|text| view! { <p id=lead.clone()>{t(text)}</p> });
    let pick = |name: &'static str| {
        let key = ["settings-", setting, "-", named(name)].concat();
        view! {
            <label class="pick">
                <input
                    type="radio"
                    name=setting
                    value=name
                    data-needs-app=""
                    data-click=["choose ", setting, " ", name].concat()
                    checked=name.is_empty()
                />
                <span>{text_of(&key).map(t)}</span>
            </label>
        }
    };
    let legend = text_of(&["settings-", setting].concat());
    view! {
        <fieldset aria-describedby=lead_id>
            <legend>{legend.map(t)}</legend>
            {lead}
            <div class="picks">{names.iter().map(|name| pick(name)).collect_view()}</div>
        </fieldset>
    }
}

/// How the words call what holds when nothing was chosen.
fn named(name: &str) -> &str {
    if name.is_empty() { "usual" } else { name }
}

fn text_of(key: &str) -> Option<Text> {
    Text::ALL.iter().copied().find(|text| text.name() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_and_all_that_can_be_chosen_has_words() {
        for (setting, names) in Settings::OFFERED {
            let heading = ["settings-", setting].concat();
            assert!(text_of(&heading).is_some(), "{heading}");
            for name in names {
                let key = [&heading, "-", named(name)].concat();
                assert!(text_of(&key).is_some(), "{key}");
            }
        }
    }
}
