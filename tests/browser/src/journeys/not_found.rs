//! Addresses that are not there.

use serde_json::json;

use super::ALL;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

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
        // Where the address of Today really is, seen from this depth.
        let home = "const home = [arguments[0], arguments[0] + 'index.html']; \
             const links = [...document.querySelectorAll('a[href]')]; \
             const link = links.find((a) => home.includes(a.href.split('#')[0])); \
             link?.setAttribute('data-home-found', ''); \
             return link ? '' : links.map((a) => a.href).join(' ')";
        let others = text(&browser.js(home, &[json!(server.url())])?);
        if !others.is_empty() {
            return failed(
                format!("a link to {} on the page of {unknown}", server.url()),
                format!("links to {others}"),
            );
        }
        browser.follow("[data-home-found]")?;
        browser.ready()?;
        browser.visible("#article h1")?;
    }
    Ok(())
}
