//! A page of a release whose files the host has deleted.

use bearings_host::Fault;

use super::were_loaded;
use crate::engine::Setup;
use crate::journeys::newer::{is_one_of, parts, prepare, serve_first};
use crate::release::{Changes, FIRST, SECOND};
use crate::stage::{Stage, wait};
use crate::stop::{Step, check};

pub(super) fn stale(stage: &Stage) -> Step {
    let server = serve_first(stage)?;
    let browser = stage.start(&Setup {
        impatient: true,
        ..Setup::default()
    })?;
    server.fail("sw.js", Fault::NotFound);
    let page = stage.site.page(1);
    let next = prepare(stage, "stale", &Changes::built(SECOND))?;
    // The host has deleted the files that the page names; what it publishes now names others.
    for file in ["app", "texts"] {
        server.fail(&format!("{file}-{FIRST}.*"), Fault::NotFound);
    }
    browser.open(&format!("{}{page}", server.url()))?;
    wait("the stale page to be fetched", || server.count(page) >= 1)?;
    server.set_root(next);
    browser.ready()?;
    is_one_of(&browser, &[parts(SECOND, false)], "the page that was stale")?;
    browser.settle()?;
    were_loaded(&browser, &[SECOND], "of the page that was stale")?;
    // Read, asked whether it is stale, and loaded anew.
    let asked = server.count(page);
    check(
        asked == 3,
        "one reload, never a loop: 3 requests for the page",
        asked.to_string(),
    )
}
