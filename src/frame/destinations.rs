//! The five destinations, always in the same order.

#[cfg(feature = "ssr")]
use crate::{state::AppState, text::t, ui::icon::DestinationIcon};
use bearings_domain::route::Route;
#[cfg(feature = "ssr")]
use bearings_domain::text::Text;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// The five destinations and their names, in their order.
#[cfg(feature = "ssr")]
const FIVE: [(Route, Text); 5] = [
    (Route::Today, Text::DestinationToday),
    (Route::Guide, Text::DestinationGuide),
    (Route::Visits, Text::DestinationVisits),
    (Route::Notes, Text::DestinationNotes),
    (Route::Help, Text::DestinationHelp),
];

/// Which of the five destinations a route belongs to.
fn home_of(route: &Route) -> Route {
    match route {
        Route::Device => Route::Notes,
        Route::Page(_) | Route::Choose | Route::Words | Route::Sources => Route::Guide,
        other => other.clone(),
    }
}

/// What `aria-current` says of the place with this id while `here` is on the screen.
pub fn current(here: &Route, destination: &str) -> Option<&'static str> {
    if here.destination_id() == Some(destination) {
        Some("page")
    } else {
        (home_of(here).destination_id() == Some(destination)).then_some("true")
    }
}

/// The navigation with the five destinations.
#[cfg(feature = "ssr")]
#[component]
pub fn Destinations() -> impl IntoView {
    let state = expect_context::<AppState>();
    let here = state.route_now();
    let item = |(destination, name): (Route, Text)| {
        let id = destination.destination_id().unwrap_or_default();
        let href = state.href(&destination);
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
        let page = Route::Page(page);
        assert_eq!(current(&page, "guide"), Some("true"));
        assert_eq!(current(&page, "help"), None);
        assert_eq!(current(&Route::Help, "help"), Some("page"));
        assert_eq!(current(&Route::Device, "notes"), Some("true"));
    }
}
