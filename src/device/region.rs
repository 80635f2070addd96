//! Whose words the guide uses, where countries differ.

use crate::state::AppState;
use crate::text::t;
use bearings_domain::settings::Region;
use bearings_domain::text::Text;
use leptos::prelude::*;

const CHOICES: [(Option<Region>, Text); 3] = [
    (None, Text::RegionBoth),
    (Some(Region::Uk), Text::RegionUk),
    (Some(Region::Us), Text::RegionUs),
];

/// The one place where that is chosen.
#[component]
pub fn RegionChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let choice = move |(region, text): (Option<Region>, Text)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="region"
                    value=region.map_or("", Region::name)
                    data-needs-app=""
                    prop:checked=move || state.choices.with(|choices| choices.region == region)
                    on:change=move |_| state.choose_region(region)
                />
                {t(text)}
            </label>
        }
    };
    let is_unsaved = move || state.choices.with(|choices| choices.is_unsaved);
    let said = move || is_unsaved().then(|| t(Text::RegionUnsaved));
    view! {
        <section class="device" data-regions="" aria-labelledby="region">
            <h2 id="region">{t(Text::RegionHeading)}</h2>
            <p id="region-lead">{t(Text::RegionLead)}</p>
            <div role="radiogroup" aria-labelledby="region" aria-describedby="region-lead">
                {CHOICES.map(choice)}
            </div>
            <p role="status">{said}</p>
        </section>
    }
}
