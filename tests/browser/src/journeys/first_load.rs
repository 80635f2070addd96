//! The first visit goes wrong: the text stays, and a person is told.

use std::time::{Duration, Instant};

use bearings_host::Fault;
use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 21: a file of the app missing or broken: the text stays, an error and a way to retry",
        engines: ALL,
        run: broken_files,
    },
    Journey {
        name: "fault 21: a file of the app hangs: the text stays, within 12 s an error and a way to retry",
        engines: ALL,
        run: hanging_files,
    },
    Journey {
        name: "fault 21: one failure heals by itself",
        engines: ALL,
        run: heals,
    },
];

const FILES: [&str; 3] = ["app-*.js", "app-*.wasm", "catalog-*.json"];
/// Stall detection takes 10 s; a little more to tell it.
const LIMIT: Duration = Duration::from_secs(12);

fn broken_files(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    for file in FILES {
        for fault in [
            Fault::NotFound,
            Fault::Html,
            Fault::HtmlAsOwnType,
            Fault::CutWithLength { after: 100 },
            Fault::CutWithoutLength { after: 100 },
        ] {
            fails_and_recovers(stage, &browser, file, &fault)?;
        }
    }
    Ok(())
}

fn hanging_files(stage: &Stage) -> Step {
    // A module that hangs holds back the load event, and with it a patient driver.
    let browser = stage.start(&Setup {
        impatient: true,
        ..Setup::default()
    })?;
    for (file, fault) in [
        (FILES[0], Fault::Hang),
        (FILES[1], Fault::Stall { after: 100 }),
        (FILES[2], Fault::Hang),
    ] {
        fails_and_recovers(stage, &browser, file, &fault)?;
    }
    Ok(())
}

fn fails_and_recovers(stage: &Stage, browser: &Browser, file: &str, fault: &Fault) -> Step {
    let server = stage.serve()?;
    let what = format!("{file} with {fault:?}");
    server.fail(file, fault.clone());
    let url = format!("{}{}", server.url(), stage.site.page(1));
    browser.open(&url)?;
    browser.until(&url, "return location.href === arguments[0]", &[json!(url)])?;
    browser.visible("#article h1")?;
    browser.visible("#article p")?;
    if let Err(stop) = browser.visible_within(LIMIT, "[data-boot-error] button") {
        return failed(
            format!("an error and a button to retry after {what}"),
            stop.to_string(),
        );
    }
    // The error of a stall is shown as the second try begins: it may be on its way still.
    let shown = Instant::now();
    while server.count(file) < 2 && shown.elapsed() < LIMIT {
        browser.visible("#article p")?;
    }
    let tries = server.count(file);
    check(
        tries >= 2,
        format!("one retry without being asked after {what}"),
        format!("{tries} try"),
    )?;
    check(
        tries <= 4,
        format!("no more than a few tries after {what}"),
        format!("{tries} tries"),
    )?;
    server.mend();
    browser.click("[data-boot-error] button")?;
    match browser.ready() {
        Ok(()) => Ok(()),
        Err(stop) => failed(
            format!("the app to start after {what} was mended"),
            stop.to_string(),
        ),
    }
}

fn heals(stage: &Stage) -> Step {
    for file in FILES {
        let server = stage.serve()?;
        let browser = stage.browser()?;
        server.fail_times(file, 1, Fault::CutWithLength { after: 100 });
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        let error = "return document.querySelector('[data-boot-error]:not([hidden])') === null";
        browser.until("no error to be shown", error, &[])?;
    }
    Ok(())
}
