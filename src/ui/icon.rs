//! The five drawn signs of the five destinations. Words always stand beside them.

use bearings_domain::route::Destination;
use leptos::prelude::*;

/// The line drawing for a place: one path in a 24 by 24 box.
#[component]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties"
)]
pub fn DestinationIcon(
    /// One of the five destinations.
    destination: Destination,
) -> impl IntoView {
    let path = match destination {
        // A sun over the horizon.
        Destination::Today => "M3 18h18M6 18a6 6 0 0 1 12 0M12 5V3M4.5 9 3 7.5M19.5 9 21 7.5",
        // An open book.
        Destination::Guide => {
            "M12 6c-2.5-1.6-5.5-2-9-2v14c3.5 0 6.5.4 9 2 2.5-1.6 5.5-2 9-2V4c-3.5 0-6.5.4-9 2zM12 6v14"
        }
        // Two people talking.
        Destination::Visits => {
            "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 20a5.5 5.5 0 0 1 11 0M16 11h5.5V5H15v4"
        }
        // A pencil on paper.
        Destination::Notes => "M5 3h9l5 5v13H5zM14 3v5h5M9 13h6M9 17h4",
        // A telephone.
        _ => {
            "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"
        }
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
