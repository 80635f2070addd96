//! Addresses that are not there.

use serde_json::json;

use super::ALL;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text, texts};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "an unknown address gets our page, status 404, and a way home",
    engines: ALL,
    run: way_home,
}];

fn way_home(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    for unknown in [
        "nothing-here.html",
        "guide/nothing-here.html",
        "guide/no/such/page.html",
    ] {
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
        browser.visible("#article h1")?;
        let font = text(&browser.js("return getComputedStyle(document.body).fontFamily", &[])?);
        check(font.contains("sans-serif"), "our styles on the page", font)?;
        // The address of Today as it really is, seen from this depth. The page may look for it.
        let home = "const home = [arguments[0], arguments[0] + 'index.html']; \
             const links = [...document.querySelectorAll('#main a[href]')]; \
             const link = links.find((a) => home.includes(a.href.split('#')[0])); \
             link?.setAttribute('data-home-found', ''); return link !== undefined";
        if browser
            .until("a link home", home, &[json!(server.url())])
            .is_err()
        {
            let links = "return [...document.querySelectorAll('#main a[href]')].map((a) => a.href)";
            return failed(
                format!("a link to {} on the page of {unknown}", server.url()),
                format!("links to {}", texts(&browser.js(links, &[])?).join(" ")),
            );
        }
        browser.follow("[data-home-found]")?;
        browser.ready()?;
        browser.visible("#article h1")?;
    }
    Ok(())
}
