//! *Settings*, kept up to date.

use crate::browser::parts::{say, set, show};
use crate::browser::{controls, page};
use crate::state::AppState;
use bearings_domain::route::Destination;
use bearings_domain::settings::Settings;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The line that says what became of a choice, with the way back. Its button goes when it is pressed:
/// the focus stays here.
pub const SAID: &str = "settings-said";

/// Starts to follow the state.
pub fn start(state: AppState) {
    if state.route_now().to != Destination::Settings {
        return;
    }
    Effect::new(move || choices(state));
    controls::taps(move |name| match name {
        "reset-settings" => {
            state.reset_settings();
            page::focus(SAID);
        }
        "undo-settings" => {
            state.undo_reset();
            page::focus(SAID);
        }
        name => {
            let mut words = name.split(' ');
            if let (Some("choose"), Some(setting), Some(name)) =
                (words.next(), words.next(), words.next())
            {
                state.choose(setting, name);
            }
        }
    });
}

/// What is chosen, and what became of the last choice.
fn choices(state: AppState) {
    state.settings.choices.with(|choices| {
        for (setting, _) in Settings::OFFERED {
            let name = choices.chosen.chosen(setting);
            let choice = ["[name=", setting, "][value=\"", name, "\"]"].concat();
            set(&choice, "checked", true);
        }
        let said = if choices.is_unsaved {
            Some(Text::SettingsUnsaved)
        } else {
            choices.said
        };
        let said = said.map(|said| state.text(said, &[]));
        say("[data-settings-said]", &said.unwrap_or_default());
        show("[data-undo-settings]", choices.before.is_some());
    });
}
