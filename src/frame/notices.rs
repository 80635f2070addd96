//! The two lines above the five destinations, empty and out of sight: when something could not be kept
//! on this device, and when a newer version is ready. `live` fills them.

use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Both lines. They never cover a focused control for good: they can be put away.
#[component]
pub fn Notices(
    /// On places with tools, where notes are written.
    is_for_writing: bool,
) -> impl IntoView {
    view! {
        <div class="notice-slot" role="status">
            <div class="notice" data-notice="" hidden>
                <p>
                    <span></span>
                    " "
                    <span></span>
                </p>
                <div class="notice-ways">
                    <button type="button" data-export-now="" data-click="export-now">
                        {t(Text::NoticeExport)}
                    </button>
                    <button type="button" class="quiet" data-notice-act="" data-click="notice">
                        {t(Text::NoticeDismiss)}
                    </button>
                </div>
                {is_for_writing.then(offers)}
            </div>
        </div>
        <div class="notice-slot" role="status">
            <div class="notice" data-update-line="" hidden>
                <p></p>
                <div class="notice-ways">
                    <button type="button" data-switch="" data-click="switch">
                        {t(Text::UpdateSwitch)}
                    </button>
                    <button type="button" class="quiet" data-update-close="" data-click="update-close">
                        {t(Text::UpdateLater)}
                    </button>
                </div>
            </div>
        </div>
    }
}

/// What can be done where no file has come. It is about words, and the guide's pages have none.
fn offers() -> impl IntoView {
    view! {
        <div data-offers="" hidden>
            <p>{t(Text::BackupNoFile)}</p>
            <div class="notice-ways">
                <button type="button" class="quiet" data-share-saved="" data-click="share-saved">
                    {t(Text::BackupShare)}
                </button>
                <button type="button" class="quiet" data-copy-saved="" data-click="copy-saved">
                    {t(Text::BackupCopy)}
                </button>
            </div>
        </div>
    }
}
