//! A page that nobody has checked for a year says so.

use serde_json::json;

use super::ALL;
use super::newer::prepare;
use super::records::open_bare;
use crate::browser::Browser;
use crate::release::Changes;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "a page that nobody has checked for a year says so, at once and when it is gone to; others do not",
    engines: ALL,
    run: old_pages,
}];

/// The day so many days ago.
fn days_ago(browser: &Browser, days: u32) -> Step<String> {
    let day = "return new Date(Date.now() - arguments[0] * 864e5).toISOString().slice(0, 10)";
    Ok(text(&browser.js(day, &[json!(days)])?))
}

/// Whether the notice is in sight is as expected.
fn says_so(browser: &Browser, expected: bool, what: &str) -> Step {
    let seen = "return [...document.querySelectorAll('.old-note')].some((note) => \
         note.getClientRects().length > 0 && note.innerText.trim() !== '')";
    let script = format!("return (() => {{ {seen} }})() === arguments[0]");
    let what = format!(
        "{what} {} a notice of its age",
        if expected { "with" } else { "without" }
    );
    browser.until(&what, &script, &[json!(expected)]).map(drop)
}

fn old_pages(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open_bare(&browser, &url)?;
    let (old, fresh) = (days_ago(&browser, 370)?, days_ago(&browser, 360)?);
    let mut folders = Vec::new();
    for (name, day) in [("old", &old), ("fresh", &fresh)] {
        let changes = Changes {
            reviewed: Some(day),
            ..Changes::default()
        };
        folders.push(prepare(stage, name, &changes)?);
    }
    let (first, second) = (stage.site.page(1), stage.site.page(2));
    // One old page among fresh ones, then one fresh page among old ones.
    for (most, is_old) in [(1, false), (0, true)] {
        let mixed = stage.scratch("mixed")?;
        crate::release::copy(&folders[most], &mixed)?;
        std::fs::copy(folders[1 - most].join(second), mixed.join(second))?;
        server.set_root(&mixed);
        browser.open_ready(&format!("{url}{second}"))?;
        says_so(&browser, !is_old, "the page that was opened first")?;
        browser.open_ready(&format!("{url}{first}"))?;
        says_so(&browser, is_old, "the page before")?;
        browser.follow("a[rel=next]")?;
        let load = "return performance.getEntriesByType('navigation')[0].name";
        let load = text(&browser.js(load, &[])?);
        check(
            load.ends_with(first),
            "the app to bring the next page",
            load,
        )?;
        says_so(&browser, !is_old, "the page that was gone to")?;
        browser.session.back()?;
        says_so(&browser, is_old, "the page that was gone back to")?;
        browser.is_calm("pages old and fresh")?;
    }
    Ok(())
}
