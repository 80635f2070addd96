//! The panel *The guide on this device*: facts, and what can be done about them. `live` fills it.

use super::model;
use crate::state::offline::Offline;
use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// How far the guide is saved, since when, how large, what is missing, whether there is something
/// newer, and the ways to change it.
#[component]
pub fn DevicePanel() -> impl IntoView {
    view! {
        <section class="device" data-device="" aria-labelledby="device-offline">
            <h2 id="device-offline">{t(Text::OfflineHeading)}</h2>
            <p class="device-state" role="status">{t(model::headline(&Offline::default()))}</p>
            <progress max="100" value="0" aria-label=t(Text::OfflineSaving)></progress>
            <ul class="facts">
                <li data-when=""></li>
                <li data-size=""></li>
                <li data-checked=""></li>
                <li data-lacks="" hidden></li>
                <li data-lasts=""></li>
            </ul>
            <p role="status" data-check-result=""></p>
            <div class="device-ways">
                <button type="button" data-switch-here="" data-click="switch" hidden>
                    {t(Text::UpdateSwitch)}
                </button>
                <button type="button" data-install="" data-click="install" hidden>
                    {t(Text::OfflineInstall)}
                </button>
                <button type="button" data-save-offline="" data-needs-app="" data-click="save-offline" disabled>
                    {t(Text::OfflineSave)}
                </button>
                <button type="button" class="quiet" data-check-update="" data-needs-app="" data-click="check-update" disabled>
                    {t(Text::OfflineCheck)}
                </button>
                <button type="button" class="quiet" data-remove-offline="" data-needs-app="" data-click="remove-offline" disabled>
                    {t(Text::OfflineRemove)}
                </button>
            </div>
        </section>
    }
}
