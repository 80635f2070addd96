//! The offer to put the guide on the home screen.

use super::model;
use crate::browser::navigator;
use crate::state::AppState;
use crate::state::offline::Saved;
use crate::text::t;
use crate::ui::live;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Made below the text of the first page, to a person who has read some pages here, until she
/// says no: then never again. The way leads to where it is explained for each kind of device.
///
/// Whose browser saves data is asked at once: for her the guide is not kept here unasked.
#[component]
pub fn InstallOffer() -> impl IntoView {
    let state = expect_context::<AppState>();
    let saves_data =
        move || state.offline.with(|offline| offline.saved == Saved::No) && navigator::saves_data();
    let is_made = move || {
        state.may_offer.get() && (saves_data() || state.progress.with(model::has_read_some))
    };
    let what = move || {
        t(if saves_data() {
            Text::OfferSave
        } else {
            Text::OfferInstall
        })
    };
    view! {
        <section class="offer" data-install-offer="" hidden=live::flag(move || !is_made())>
            <p>{what}</p>
            <div class="notice-ways">
                <a class="button" href=live::words(move || state.href(&Route::Device) + "#install")>
                    {t(Text::OfferHow)}
                </a>
                <button
                    type="button"
                    class="quiet"
                    data-decline=""
                    on:click=live::tap(move || state.decline_install())
                >
                    {t(Text::OfferNo)}
                </button>
            </div>
        </section>
    }
}
