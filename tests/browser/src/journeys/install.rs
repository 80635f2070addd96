//! Putting the guide on the device as an app. What Chromium has against it is asked for as it is:
//! neither headless Chromium nor its driver adds anything to the list.

use bearings_host::Fault;
use serde_json::json;

use super::CHROMIUM;
use super::offline::visit;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, nothing, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "Chromium finds nothing against installing",
    engines: CHROMIUM,
    run: installable,
}];

fn installable(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    nothing("nothing against installing", &complaints(&browser)?)?;
    let app = browser.cdp("Page.getAppManifest", &json!({}))?;
    let id = text(&app["manifest"]["id"]);
    check(
        id == server.url(),
        format!("the app to be that of its own folder, {}", server.url()),
        id,
    )?;
    // The same question where there is something to find.
    let server = stage.serve_plain()?;
    server.fail("manifest.webmanifest", Fault::NotFound);
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let found = complaints(&browser)?;
    check(
        !found.is_empty(),
        "a missing manifest to be complained of",
        "nothing",
    )
}

/// What Chromium has against installing the page as an app, and what it cannot read in the manifest.
fn complaints(browser: &Browser) -> Step<Vec<String>> {
    let said = browser.cdp("Page.getInstallabilityErrors", &json!({}))?;
    let errors = said["installabilityErrors"].as_array();
    let mut complaints: Vec<String> = errors
        .into_iter()
        .flatten()
        .map(|error| format!("{} {}", text(&error["errorId"]), error["errorArguments"]))
        .collect();
    let app = browser.cdp("Page.getAppManifest", &json!({}))?;
    let errors = app["errors"].as_array().into_iter().flatten();
    complaints.extend(errors.map(|error| {
        let line = &error["line"];
        format!("the manifest, line {line}: {}", text(&error["message"]))
    }));
    Ok(complaints)
}
