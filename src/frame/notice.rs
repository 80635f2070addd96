//! The one line that says when something could not be kept on this device.

use crate::state::{AppState, Notice};
use crate::text::t;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Shows the present notice, if any, above the five places. It never covers a focused control
/// for good: it can be dismissed. The way to a backup is one tap away.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let kind = move || state.notice.get().map(Notice::name);
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-notice=kind hidden=move || state.notice.get().is_none()>
                <p>{move || state.notice.get().map(|notice| t(notice.text()))}</p>
                <div class="notice-ways">
                    <a class="button quiet" href=move || state.href(&Route::Device)>
                        {t(Text::NoticeBackup)}
                    </a>
                    <button type="button" on:click=move |_| state.notice.set(None)>
                        {t(Text::NoticeDismiss)}
                    </button>
                </div>
            </div>
        </div>
    }
}

/// The same for the places with tools, where a person writes: it saves a backup at once, and words
/// that are not saved cannot be put out of sight, only saved.
#[component]
pub fn ToolsNotice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let unsaved = move || state.unsaved.get();
    let notice = move || state.notice.get();
    let kind = move || match unsaved() {
        Some(_) => Some("not-saved"),
        None => notice().map(Notice::name),
    };
    let text = move || match unsaved() {
        Some(Notice::Newer) => Some(t(Text::NotesUnsavedNewer)),
        Some(_) => Some(t(Text::NotesUnsaved)),
        None => notice().map(|notice| t(notice.text())),
    };
    let act = move |_| match unsaved() {
        Some(_) => state.try_saving(),
        None => state.notice.set(None),
    };
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-notice=kind hidden=move || kind().is_none()>
                <p>{text} " " {move || state.saved.get()}</p>
                <div class="notice-ways">
                    <button type="button" data-export-now="" on:click=move |_| state.export()>
                        {t(Text::ExportNow)}
                    </button>
                    <button type="button" data-notice-act="" on:click=act>
                        {move || {
                            t(if unsaved().is_some() { Text::NotesRetry } else { Text::NoticeDismiss })
                        }}
                    </button>
                </div>
            </div>
        </div>
    }
}
