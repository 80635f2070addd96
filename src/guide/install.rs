//! The offer to put the guide on the home screen.

use crate::state::AppState;
use crate::text::t;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Made below the text of the first page, to a person who has read some pages here, until they
/// decline: then never again. The way leads to where it is explained for each kind of device.
#[component]
pub fn InstallOffer() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <section class="offer" data-install-offer="" hidden>
            <p>{t(Text::OfferInstall)}</p>
            <div class="notice-ways">
                <a class="button" href=state.href(Destination::Device) + "#install">{t(Text::OfferHow)}</a>
                <button type="button" class="quiet" data-decline="" data-click="decline">
                    {t(Text::OfferNo)}
                </button>
            </div>
        </section>
    }
}
