//! The first visit goes wrong: the text stays, and a person is told.

use std::time::{Duration, Instant};

use bearings_host::Fault;
use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, number};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 21: a file of the app missing or broken: the text stays, an error and a way to retry",
        engines: ALL,
        run: broken_files,
    },
    Journey {
        name: "fault 21: a file of the tools missing or broken: the text stays, an error and a way to retry",
        engines: ALL,
        run: broken_tools,
    },
    Journey {
        name: "fault 21: a file of the app or of the tools hangs: the text stays, within 10 s an error and a way to retry",
        engines: ALL,
        run: hanging_files,
    },
    Journey {
        name: "fault 21: a right file under a wrong type: the app starts, or there is an error and a way to retry",
        engines: ALL,
        run: wrong_type,
    },
    Journey {
        name: "fault 39: a very slow link is no broken one: the app starts, every file is asked for once",
        engines: ALL,
        run: slow_link,
    },
    Journey {
        name: "fault 21: one failure heals by itself",
        engines: ALL,
        run: heals,
    },
];

const FILES: [&str; 3] = ["app-*.js", "app-*.wasm", "texts-*.json"];
const TOOLS: [&str; 2] = ["tools-*.wasm", "tools-*.json"];
/// So long after the page has begun to arrive a person has been told.
const LIMIT: Duration = Duration::from_secs(10);

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
            fails_and_recovers(stage, &browser, stage.site.page(1), file, &fault)?;
        }
    }
    Ok(())
}

fn broken_tools(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    for file in TOOLS {
        for (page, fault) in [
            ("notes.html", Fault::NotFound),
            ("device.html", Fault::HtmlAsOwnType),
            ("notes.html", Fault::CutWithLength { after: 100 }),
        ] {
            fails_and_recovers(stage, &browser, page, file, &fault)?;
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
    let guide = stage.site.page(1);
    for (page, file, fault) in [
        (guide, FILES[0], Fault::Hang),
        (guide, FILES[1], Fault::Stall { after: 100 }),
        (guide, FILES[2], Fault::Hang),
        ("notes.html", TOOLS[0], Fault::Hang),
    ] {
        fails_and_recovers(stage, &browser, page, file, &fault)?;
    }
    Ok(())
}

fn is_script(file: &str) -> bool {
    file == FILES[0]
}

/// Opens a page whose app cannot start: the text is there, and in time an error and a button.
fn is_told(browser: &Browser, url: &str, what: &str) -> Step {
    browser.open(url)?;
    browser.until(url, "return location.href === arguments[0]", &[json!(url)])?;
    browser.visible("#article h1")?;
    browser.visible("#article p")?;
    // By the clock of the page, since its first byte: a driver may be slow to ask for it.
    let shown = "const button = document.querySelector('[data-boot-error] button'); \
         const [load] = performance.getEntriesByType('navigation'); \
         return button.getClientRects().length > 0 && performance.now() - load.responseStart";
    let what = format!("an error and a button to retry after {what}");
    let after = number(&browser.until_within(LIMIT * 2, &what, shown, &[])?);
    check(
        after <= LIMIT.as_secs_f64() * 1_000.0,
        format!("{what}, within {LIMIT:?}"),
        format!("it came after {after:.0} ms"),
    )
}

fn fails_and_recovers(
    stage: &Stage,
    browser: &Browser,
    page: &str,
    file: &str,
    fault: &Fault,
) -> Step {
    let server = stage.serve()?;
    let what = format!("{file} with {fault:?}");
    server.fail(file, fault.clone());
    is_told(browser, &format!("{}{page}", server.url()), &what)?;
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
    // The script is asked for ahead of its time and once more to be run, at each try; and between the
    // two whether it is where the page thinks.
    let most = if is_script(file) { 5 } else { 2 };
    check(
        tries <= most,
        format!("at most {most} requests after {what}"),
        format!("{tries} requests"),
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

/// Waits until the loader shows no error.
fn error_goes(browser: &Browser) -> Step {
    let gone = "return document.querySelector('[data-boot-error]:not([hidden])') === null";
    browser.until("no error to be shown", gone, &[]).map(drop)
}

fn wrong_type(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    for (page, files) in [(stage.site.page(1), &FILES[..]), ("notes.html", &TOOLS)] {
        for file in files {
            let server = stage.serve()?;
            server.set_header(file, "Content-Type", "text/html");
            let url = format!("{}{page}", server.url());
            if is_script(file) {
                // No browser runs such a script.
                is_told(&browser, &url, &format!("{file} came as HTML"))?;
                server.set_header(file, "Content-Type", "text/javascript");
                browser.click("[data-boot-error] button")?;
            } else {
                browser.open(&url)?;
            }
            browser.ready()?;
            error_goes(&browser)?;
        }
    }
    Ok(())
}

/// The JavaScript alone takes longer than the loader waits for silence.
fn slow_link(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    for (file, piece) in [("app-*.js", 1_500), ("app-*.wasm", 18_000)] {
        let pause = Duration::from_secs(1);
        server.fail(file, Fault::Slow { piece, pause });
    }
    browser.open(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let ready = "const alert = document.querySelector('[data-boot-error]:not([hidden])'); \
         return document.documentElement.hasAttribute('data-ready') ? (alert ? 'alert' : 'ready') : ''";
    let how = browser.until_within(Duration::from_mins(1), "the app on a slow link", ready, &[])?;
    check(
        how == json!("ready"),
        "the app without an alert",
        how.to_string(),
    )?;
    for file in FILES {
        let asked = server.count(file);
        check(
            asked == 1,
            format!("{file} asked for once"),
            format!("{asked}"),
        )?;
    }
    Ok(())
}

fn heals(stage: &Stage) -> Step {
    for file in FILES {
        let server = stage.serve()?;
        let browser = stage.browser()?;
        server.fail_times(file, 1, Fault::CutWithLength { after: 100 });
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        error_goes(&browser)?;
    }
    Ok(())
}
