//! The offer to put the guide on the home screen.

use super::model;
use crate::state::AppState;
use crate::text::t;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Made below the text of the first page, to a person who has read some pages here, until she
/// says no: then never again. The way leads to where it is explained for each kind of device.
#[component]
pub fn InstallOffer() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_made = move || state.may_offer.get() && state.progress.with(model::has_read_some);
    view! {
        <section class="offer" data-install-offer="" hidden=move || !is_made()>
            <p>{t(Text::OfferInstall)}</p>
            <div class="notice-ways">
                <a class="button" href=move || state.href(&Route::Device) + "#install">
                    {t(Text::OfferHow)}
                </a>
                <button
                    type="button"
                    class="quiet"
                    data-decline=""
                    on:click=move |_| state.decline_install()
                >
                    {t(Text::OfferNo)}
                </button>
            </div>
        </section>
    }
}
