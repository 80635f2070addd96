//! The five places, always in the same order.

use crate::state::AppState;
use crate::text::t;
use crate::ui::icon::PlaceIcon;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The five places and their names, in their order.
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

/// The navigation with the five places.
#[component]
pub fn Places() -> impl IntoView {
    let state = expect_context::<AppState>();
    let item = move |(place, name): (Route, Text)| {
        let here = {
            let place = place.clone();
            move || {
                let route = state.route();
                if route == place {
                    Some("page")
                } else if home_of(&route) == place {
                    Some("true")
                } else {
                    None
                }
            }
        };
        let href = {
            let place = place.clone();
            move || state.href(&place)
        };
        view! {
            <li>
                <a href=href aria-current=here>
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
        assert_eq!(home_of(&Route::Page(page)), Route::Guide);
        assert_eq!(home_of(&Route::Help), Route::Help);
    }
}
