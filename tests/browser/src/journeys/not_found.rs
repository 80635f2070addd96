//! Addresses that are not there.

use serde_json::json;

use super::ALL;
use super::offline::{is_ours, visit};
use super::steps::reads;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "an unknown address gets our page, status 404, and a way home",
        engines: ALL,
        run: way_home,
    },
    Journey {
        name: "fault 2: offline an unknown address gets our page and a way home to our folder",
        engines: ALL,
        run: way_home_offline,
    },
];

const UNKNOWN: [&str; 3] = [
    "nothing-here.html",
    "guide/nothing-here.html",
    "guide/no/such/page.html",
];

fn way_home(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    for unknown in UNKNOWN {
        browser.open(&format!("{}{unknown}", server.url()))?;
        let status = server
            .requests()
            .iter()
            .find(|seen| seen.path == unknown)
            .map(|seen| seen.status);
        check(
            status == Some(Some(404)),
            "status 404",
            format!("{status:?} for {unknown}"),
        )?;
        reads(&browser)?;
        follow_home(&browser, &server.url(), unknown)?;
    }
    Ok(())
}

/// Follows the link home from the page of an address that is not there.
fn follow_home(browser: &Browser, base: &str, unknown: &str) -> Step {
    // The address of Today as it really is, seen from this depth. The page looks for it first.
    let home = "if (!('home' in document.documentElement.dataset)) return false; \
         const home = [arguments[0], arguments[0] + 'index.html']; \
         const links = [...document.querySelectorAll('#main a[href]')]; \
         const link = links.find((a) => home.includes(a.href.split('#')[0])); \
         link?.setAttribute('data-home-found', ''); return link !== undefined";
    if browser.until("a link home", home, &[json!(base)]).is_err() {
        let links = "return [...document.querySelectorAll('#main a[href]')].map((a) => a.href)";
        return failed(
            format!("a link to {base} on the page of {unknown}"),
            format!("links to {}", texts(&browser.js(links, &[])?).join(" ")),
        );
    }
    browser.follow("[data-home-found]")?;
    browser.ready()?;
    browser.visible("#article h1")
}

fn way_home_offline(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    // The page looks for this file. Some browsers answer that from what they hold of it besides
    // the saved guide; that may be gone any day.
    server.set_header("catalog-*.json", "Cache-Control", "no-store");
    visit(&browser, &server, stage)?;
    let base = server.url();
    server.stop();
    for unknown in UNKNOWN {
        browser.open(&format!("{base}{unknown}"))?;
        is_ours(&browser, "the page for what is not there")?;
        follow_home(&browser, &base, unknown)?;
        let here = text(&browser.js("return location.href", &[])?);
        check(
            [base.clone(), format!("{base}index.html")].contains(&here),
            format!("the first page of {base}"),
            here,
        )?;
        // In step with the page, so that the next one is gone to by the app.
        browser.follow("nav.destinations a[href*=guide]")?;
        is_ours(&browser, "the contents from there")?;
    }
    Ok(())
}
