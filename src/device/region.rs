//! The choice of the country whose words the guide uses.

use super::live::REGIONS;
use crate::text::t;
use bearings_domain::settings::Region;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The one place where that is chosen.
#[component]
pub fn RegionChoice() -> impl IntoView {
    let choice = |(region, name): (Option<Region>, &'static str)| {
        let text = match region {
            None => Text::RegionBoth,
            Some(Region::Uk) => Text::RegionUk,
            Some(Region::Us) => Text::RegionUs,
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="region"
                    value=region.map_or("", Region::name)
                    data-needs-app=""
                    data-click=name
                    checked=region.is_none()
                />
                {t(text)}
            </label>
        }
    };
    view! {
        <section class="device" data-regions="" aria-labelledby="region">
            <h2 id="region">{t(Text::RegionHeading)}</h2>
            <p id="region-lead">{t(Text::RegionLead)}</p>
            <div role="radiogroup" aria-labelledby="region" aria-describedby="region-lead">
                {REGIONS.map(choice)}
            </div>
            <p role="status" data-region-said=""></p>
        </section>
    }
}
