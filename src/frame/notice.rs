//! The one line that says when something could not be kept on this device.

use crate::state::{AppState, Notice};
use crate::text::t;
use crate::ui::live;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Shows the present notice, if any, above the five places. It never covers a focused control
/// for good: it can be dismissed. One tap saves a copy of everything as a file.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let kind = move || state.notice.get().map(Notice::name);
    let text = move || state.notice.get().map(|notice| t(notice.text()));
    let act = move || state.notice.set(None);
    notice(state, kind, text, || Text::NoticeDismiss, act, ())
}

/// The same for the places with tools, where a person writes: words that are not saved cannot be
/// put out of sight, only saved.
#[component]
pub fn ToolsNotice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let unsaved = move || state.unsaved.get();
    let notice_there = move || state.notice.get();
    let kind = move || match unsaved() {
        Some(_) => Some("not-saved"),
        None => notice_there().map(Notice::name),
    };
    let text = move || match unsaved() {
        Some(Notice::Newer) => Some(t(Text::NotesUnsavedNewer)),
        Some(_) => Some(t(Text::NotesUnsaved)),
        // Nobody reads here: it is about words.
        None => notice_there().map(|notice| {
            t(match notice {
                Notice::Blocked => Text::VaultBlocked,
                other => other.text(),
            })
        }),
    };
    let way = move || {
        if unsaved().is_some() {
            Text::NotesRetry
        } else {
            Text::NoticeDismiss
        }
    };
    let act = move || match unsaved() {
        Some(_) => state.try_saving(),
        None => state.notice.set(None),
    };
    let is_offered = move || state.offers.get().is_some();
    let more = view! {
        <p hidden=live::flag(move || !is_offered())>{t(Text::VaultNoFile)}</p>
        <div class="notice-ways" hidden=live::flag(move || !is_offered())>
            <button
                type="button"
                class="quiet"
                data-share-saved=""
                hidden=live::flag(move || state.offers.get() != Some(true))
                on:click=live::tap(move || state.share_saved())
            >
                {t(Text::VaultShare)}
            </button>
            <button
                type="button"
                class="quiet"
                data-copy-saved=""
                on:click=live::tap(move || state.copy_saved())
            >
                {t(Text::VaultCopy)}
            </button>
        </div>
    };
    notice(state, kind, text, way, act, more)
}

fn notice(
    state: AppState,
    kind: impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static,
    text: impl Fn() -> Option<String> + Send + Sync + 'static,
    way: impl Fn() -> Text + Send + Sync + 'static,
    act: impl Fn() + 'static,
    more: impl IntoView,
) -> impl IntoView {
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-notice=live::mark(kind) hidden=live::flag(move || kind().is_none())>
                <p>{live::words(text)} " " {live::words(move || state.saved.get())}</p>
                <div class="notice-ways">
                    <button type="button" data-export-now="" on:click=live::tap(move || state.export())>
                        {t(Text::NoticeExport)}
                    </button>
                    <button type="button" class="quiet" data-notice-act="" on:click=live::tap(act)>
                        {live::words(move || t(way()))}
                    </button>
                </div>
                {more}
            </div>
        </div>
    }
}
