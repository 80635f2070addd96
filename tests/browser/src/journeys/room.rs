//! No room on the device for the guide.

use bearings_domain::Text;
use bearings_host::Server;
use serde_json::json;

use super::newer::{
    UPDATE, are_old, is_one_of, parts, prepare, serve_first, switch_to, update_fails, update_ready,
};
use super::offline::{is_ours, saved, visit};
use super::{CHROMIUM, panel};
use crate::browser::Browser;
use crate::engine::{Engine, Lack, Setup};
use crate::release::{Changes, SECOND};
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, number};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 15: no room for the guide: it is said, and reading goes on",
        engines: &[Engine::Chromium, Engine::Firefox],
        run: from_the_start,
    },
    Journey {
        name: "fault 15: no room for a newer version: it is said, the old one serves, and is followed once there is room",
        engines: CHROMIUM,
        run: later,
    },
];

/// Gives the origin of the server so much room in Chromium; none means as much as there is.
fn give_room(browser: &Browser, server: &Server, bytes: Option<u64>) -> Step {
    let origin = server.url().replace(PREFIX, "");
    let quota = match bytes {
        Some(bytes) => json!({ "origin": origin, "quotaSize": bytes }),
        None => json!({ "origin": origin }),
    };
    browser
        .cdp("Storage.overrideQuotaForOrigin", &quota)
        .map(drop)
}

fn from_the_start(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.start(&Setup {
        lacks: Some(Lack::Room),
        ..Setup::default()
    })?;
    if stage.engine() == Engine::Chromium {
        browser.open(&format!("{}robots.txt", server.url()))?;
        give_room(&browser, &server, Some(60_000))?;
    }
    browser.open_ready(&format!("{}device.html", server.url()))?;
    let failed = "return document.documentElement.dataset.offline === 'failed'";
    let limit = super::WHOLE_GUIDE;
    browser.until_within(limit, "saving to be given up", failed, &[])?;
    is_ours(&browser, "the page with no room")?;
    panel::says(&browser, stage, Text::OfflineFull)?;
    if stage.engine() != Engine::Chromium {
        // No way to make room while Firefox runs.
        return Ok(());
    }
    give_room(&browser, &server, None)?;
    browser.click("[data-save-offline]")?;
    saved(&browser)
}

fn later(stage: &Stage) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.start(&Setup::default())?;
    let url = server.url();
    visit(&browser, &server, stage)?;
    let used = "return navigator.storage.estimate().then((found) => found.usage)";
    let used = number(&browser.js(used, &[])?);
    check(used > 1e6, "room taken by the guide", used.to_string())?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bytes of one site"
    )]
    give_room(&browser, &server, Some(used as u64 + 100_000))?;
    let page = stage.site.page(1);
    let changes = Changes::second(std::slice::from_ref(&page));
    server.set_root(prepare(stage, "no-room", &changes)?);
    update_fails(&browser, "there is no room for the newer version")?;
    // Half of it would only take away room.
    let caches = "return caches.keys().then((all) => all.length === 2)";
    browser.until("one release and the facts to be kept", caches, &[])?;
    server.stop();
    let routes = [page, stage.site.page(2), "notes.html", "device.html"];
    are_old(&browser, &url, &routes, "offline")?;
    panel::says(&browser, stage, Text::OfflineFull)?;
    server.resume()?;
    give_room(&browser, &server, None)?;
    browser.js(UPDATE, &[])?;
    update_ready(&browser)?;
    switch_to(&browser, SECOND)?;
    browser.open_ready(&format!("{url}{page}"))?;
    is_one_of(&browser, &[parts(SECOND, true)], "the new page")
}
