//! A newer release is ready and offered.

use bearings_domain::Text;
use serde_json::json;

use crate::journeys::newer::{
    are_old, is_one_of, offer, parts, serve_first, switch_to, update_ready,
};
use crate::journeys::offline::visit;
use crate::release::{Changes, SECOND};
use crate::stage::Stage;
use crate::stop::Step;

pub(super) fn ready(stage: &Stage) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let url = server.url();
    let page = stage.site.page(1);
    let changed = [page, "notes.html"];
    offer(
        stage,
        &server,
        &browser,
        "ready",
        &Changes::second(&changed),
    )?;
    are_old(&browser, &url, &changed, "when the new one is ready")?;
    update_ready(&browser)?;
    server.stop();
    let routes = [page, stage.site.page(2), "notes.html", "device.html"];
    are_old(&browser, &url, &routes, "offline")
}

/// What the release puts right.
const WHAT: &str = "The number on the page for emergencies was wrong.";

pub(super) fn correction(stage: &Stage) -> Step {
    let server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let page = stage.site.page(1);
    let changes = Changes {
        correction: Some(WHAT),
        ..Changes::second(std::slice::from_ref(&page))
    };
    offer(stage, &server, &browser, "correction", &changes)?;
    let says = stage
        .site
        .texts
        .fill(Text::UpdateCorrects, &[("what", WHAT)]);
    let is_told = |place: &str| -> Step {
        update_ready(&browser)?;
        let script = "const line = document.querySelector('[data-update-line]'); \
             const buttons = [...line.querySelectorAll('button')]; \
             const there = buttons.filter((one) => one.getClientRects().length > 0); \
             return line.querySelector('p').innerText.trim() === arguments[0] \
             && there.length === 1 && there[0].matches('[data-switch]')";
        let what = format!("“{says}” and no way to put it off {place}");
        browser.until(&what, script, &[json!(says)]).map(drop)
    };
    is_told("where it was read")?;
    browser.follow("a[rel=next]")?;
    is_told("on the next page")?;
    browser.open_ready(&format!("{}notes.html", server.url()))?;
    is_told("beside the notes")?;
    browser.open_ready(&format!("{}{page}", server.url()))?;
    is_told("after loading anew")?;
    switch_to(&browser, SECOND)?;
    is_one_of(&browser, &[parts(SECOND, true)], "the page put right")?;
    let gone = "return document.querySelector('[data-update-line]').hidden";
    browser.until("the notice to be gone", gone, &[]).map(drop)
}
