//! What every page has in common, whichever program brings it to life.

use super::{announce::Announcer, header::Header, places::Places, update::UpdateLine};
use crate::state::AppState;
use crate::text::t;
use crate::ui::live;
use crate::ui::prose::{Article, Prose};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The frame, the article, and the route's own parts `before` and `after` it;
/// `notice` says when something could not be kept.
pub fn page(
    state: AppState,
    before: impl IntoView + 'static,
    article: Option<Prose>,
    after: impl IntoView + 'static,
    notice: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <a class="skip-link" href="#main">{t(Text::SkipLink)}</a>
        <Header />
        <main id="main" tabindex="-1" data-view=live::mark(move || Some(state.route().place_id().unwrap_or("page")))>
            {before}
            <Article article />
            {after}
        </main>
        <Places />
        {notice}
        <UpdateLine />
        <Announcer />
        <BootError />
    }
}

/// What `boot.js` shows when the app cannot start: the text stays, and one button tries again.
#[component]
fn BootError() -> impl IntoView {
    view! {
        <div class="notice" data-boot-error="" hidden role="alert">
            <p>{t(Text::BootFailed)}</p>
            <button type="button" data-boot-retry="">{t(Text::BootRetry)}</button>
        </div>
    }
}
