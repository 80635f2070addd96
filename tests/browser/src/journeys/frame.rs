//! Every route becomes an app, in silence.

use serde_json::json;

use super::ALL;
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, nothing, number, texts};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "every route comes to life without a complaint and asks no other host",
    engines: ALL,
    run: every_route_lives,
}];

fn every_route_lives(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let _ = browser.console()?;
    let mut complaints = Vec::new();
    for route in stage.site.apps() {
        let url = format!("{}{route}", server.url());
        if let Err(stop) = browser.open_ready(&url) {
            complaints.push(format!("{route}: {stop}"));
            complaints.extend(browser.captured()?);
            continue;
        }
        browser.settle()?;
        complaints.extend(
            browser
                .captured()?
                .iter()
                .map(|line| format!("{route}: {line}")),
        );
        complaints.extend(
            browser
                .console()?
                .iter()
                .map(|line| format!("{route}: {line}")),
        );
        let headings = browser.js("return document.querySelectorAll('h1').length", &[])?;
        if number(&headings) < 1.0 || number(&headings) > 1.0 {
            complaints.push(format!("{route}: {headings} headings of the first level"));
        }
        let foreign = "return performance.getEntriesByType('resource').map((e) => e.name)\
             .filter((name) => !name.startsWith(arguments[0]) && !/^(data|blob):/.test(name))";
        let foreign = texts(&browser.js(foreign, &[json!(server.url())])?);
        complaints.extend(
            foreign
                .iter()
                .map(|name| format!("{route}: asked for {name}")),
        );
    }
    for seen in server.requests() {
        // Browsers ask for this one at the root of the host when a page names no icon.
        let outside = seen.path.starts_with('/');
        if outside || seen.status.is_none_or(|status| status >= 400) {
            let status = seen.status.unwrap_or(0);
            complaints.push(format!(
                "{} {} below {PREFIX} got {status}",
                seen.method, seen.path
            ));
        }
    }
    nothing("every route to become an app in silence", &complaints)
}
