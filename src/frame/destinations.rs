//! The five destinations, always in the same order.

#[cfg(feature = "ssr")]
use crate::{state::AppState, text::t, ui::icon::DestinationIcon};
use bearings_domain::route::Destination;
#[cfg(feature = "ssr")]
use bearings_domain::text::Text;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// The five destinations and their names, in their order.
#[cfg(feature = "ssr")]
const FIVE: [(Destination, Text); 5] = [
    (Destination::Today, Text::DestinationToday),
    (Destination::Guide, Text::DestinationGuide),
    (Destination::Visits, Text::DestinationVisits),
    (Destination::Notes, Text::DestinationNotes),
    (Destination::Help, Text::DestinationHelp),
];

/// Which of the five destinations a route belongs to.
fn home_of(here: &Destination) -> Destination {
    match here {
        Destination::Device => Destination::Notes,
        Destination::Page(_) | Destination::Choose | Destination::Words | Destination::Sources => {
            Destination::Guide
        }
        other => other.clone(),
    }
}

/// What `aria-current` says of the place with this id while `here` is on the screen.
pub fn current(here: &Destination, destination: &str) -> Option<&'static str> {
    if here.id() == Some(destination) {
        Some("page")
    } else {
        (home_of(here).id() == Some(destination)).then_some("true")
    }
}

/// The navigation with the five destinations.
#[cfg(feature = "ssr")]
#[component]
pub fn Destinations() -> impl IntoView {
    let state = expect_context::<AppState>();
    let here = state.route_now().to;
    let item = |(destination, name): (Destination, Text)| {
        let id = destination.id().unwrap_or_default();
        let href = state.href(destination.clone());
        view! {
            <li>
                <a href=href aria-current=current(&here, id) data-destination=id>
                    <DestinationIcon destination />
                    <span>{t(name)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="destinations" aria-label=t(Text::DestinationsLabel)>
            <ul>{FIVE.map(item).collect_view()}</ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_guide_page_belongs_to_the_guide() {
        let page = bearings_domain::ids::PageId::parse("bone-scan").expect("a valid id");
        let page = Destination::Page(page);
        assert_eq!(current(&page, "guide"), Some("true"));
        assert_eq!(current(&page, "help"), None);
        assert_eq!(current(&Destination::Help, "help"), Some("page"));
        assert_eq!(current(&Destination::Device, "notes"), Some("true"));
    }
}
