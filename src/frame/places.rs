//! The five places, always in the same order.

#[cfg(feature = "ssr")]
use crate::{state::AppState, text::t, ui::icon::PlaceIcon};
use bearings_domain::route::Route;
#[cfg(feature = "ssr")]
use bearings_domain::text::Text;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// The five places and their names, in their order.
#[cfg(feature = "ssr")]
const FIVE: [(Route, Text); 5] = [
    (Route::Today, Text::PlaceToday),
    (Route::Guide, Text::PlaceGuide),
    (Route::Visits, Text::PlaceVisits),
    (Route::Notes, Text::PlaceNotes),
    (Route::Help, Text::PlaceHelp),
];

/// Which of the five places a route belongs to.
fn home_of(route: &Route) -> Route {
    match route {
        Route::Device => Route::Notes,
        Route::Page(_) | Route::Choose | Route::Words | Route::Sources => Route::Guide,
        other => other.clone(),
    }
}

/// What `aria-current` says of the place with this id while `here` is on the screen.
pub fn current(here: &Route, place: &str) -> Option<&'static str> {
    if here.place_id() == Some(place) {
        Some("page")
    } else {
        (home_of(here).place_id() == Some(place)).then_some("true")
    }
}

/// The navigation with the five places.
#[cfg(feature = "ssr")]
#[component]
pub fn Places() -> impl IntoView {
    let state = expect_context::<AppState>();
    let here = state.route_now();
    let item = |(place, name): (Route, Text)| {
        let id = place.place_id().unwrap_or_default();
        let href = state.href(&place);
        view! {
            <li>
                <a href=href aria-current=current(&here, id) data-place=id>
                    <PlaceIcon place />
                    <span>{t(name)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="places" aria-label=t(Text::PlacesLabel)>
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
