//! The position in the text: kept, found again, linked to.

use std::rc::Rc;

use serde_json::{Value, json};

use super::ALL;
use super::steps::pass_contents;
use crate::browser::Browser;
use crate::engine::{Engine, Setup};
use crate::site::page_id;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, number, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 28: a copied link passes on no mark of the site that led here",
        engines: ALL,
        run: clean_link,
    },
    Journey {
        name: "read, close, come back: one tap leads to the same line",
        engines: ALL,
        run: come_back,
    },
    Journey {
        name: "a link to a block works on a cold load and the page stays there",
        engines: ALL,
        run: deep_link,
    },
    Journey {
        name: "a link to a block of long ago leads to what has taken its place",
        engines: ALL,
        run: heir,
    },
];

/// A line of the text: the character it begins with.
pub(super) struct Line {
    pub(super) block: String,
    offset: Value,
}

/// Scrolls into the middle of the page so that a line begins at the top, and names the line.
pub(super) fn line_at_top(browser: &Browser) -> Step<Line> {
    let script = concat!(
        include_str!("../scripts/reading_top.js"),
        include_str!("../scripts/align.js")
    );
    let found = browser.js(script, &[])?;
    if found.is_null() {
        return failed("a block of two lines in the lower half of the page", "none");
    }
    Ok(Line {
        block: text(&found["block"]),
        offset: found["offset"].clone(),
    })
}

/// How far a line may be from where it was, in CSS pixels: less than half a line, so that it is
/// that line and no other. Not nothing: a position is a character, and its line comes back to the
/// app's own edge.
pub(super) const HALF_A_LINE: f64 = 12.0;
/// The same when lines are broken elsewhere: the character is on a line with others now, and the
/// height of a line may differ.
const A_LINE: f64 = 32.0;

/// Waits until a line stands at the top, up to `slack` pixels off.
pub(super) fn expect_at_top(browser: &Browser, line: &Line, slack: f64, when: &str) -> Step {
    let script = concat!(
        include_str!("../scripts/reading_top.js"),
        include_str!("../scripts/line.js")
    );
    let near = format!(
        "const at = (function () {{ {script} }}).apply(null, arguments); \
         return at !== null && Math.abs(at.y) <= arguments[2]"
    );
    let args = [json!(line.block), line.offset.clone(), json!(slack)];
    if browser.until("the line at the top", &near, &args).is_ok() {
        return Ok(());
    }
    let seen = browser.js(script, &args)?;
    failed(
        format!(
            "character {} of #{} at the top {when}",
            line.offset, line.block
        ),
        format!(
            "its line {} px below the top (line height {})",
            seen["y"], seen["height"]
        ),
    )
}

/// Waits until a position on the open page is kept; `what` is said if none is.
pub(super) fn is_saved(browser: &Browser, what: &str) -> Step {
    let saved = "return 'positionSaved' in document.documentElement.dataset";
    browser.until(what, saved, &[]).map(drop)
}

/// Opens Today, taps "go on", and waits for the page.
pub(super) fn go_on(browser: &Browser, base: &str, page: &str) -> Step {
    browser.open_ready(base)?;
    browser.visible("[data-resume] a")?;
    let href = browser.follow("[data-resume] a")?;
    check(
        href.contains(page),
        format!("the card to lead to {page}"),
        href,
    )
}

fn clean_link(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&format!("{page}?fbclid=abc123#sources"))?;
    let catch = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: \
         { writeText: async (text) => { window.__copied = text; } } })";
    browser.js(catch, &[])?;
    browser.click("[data-copy-link]")?;
    let copied = text(&browser.until("a link to be copied", "return window.__copied", &[])?);
    check(
        copied == page,
        format!("{page}, without a query, and not the line on the screen"),
        copied,
    )
}

fn come_back(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let base = server.url();
    // MiniBrowser keeps nothing when it ends; there a new window has to do.
    let restarts = stage.engine() != Engine::WebKit;
    let profile = restarts.then(|| stage.profile()).transpose()?;
    let setup = Setup {
        profile,
        ..Setup::default()
    };
    let mut browser = stage.start(&setup)?;

    browser.open_ready(&base)?;
    browser.follow("#article a[href*='guide']")?;
    pass_contents(&browser)?;
    browser.follow("a[rel=next]")?;
    let href = browser.follow("a[rel=next]")?;
    let title = text(&browser.js("return document.querySelector('h1').innerText", &[])?);
    let line = line_at_top(&browser)?;
    let kept = format!("{}#{}", page_id(&href), line.block);
    let saved = "return document.documentElement.dataset.positionSaved === arguments[0]";
    if browser
        .until("the place to be saved", saved, &[json!(kept)])
        .is_err()
    {
        let seen = browser.js(
            "return document.documentElement.dataset.positionSaved ?? null",
            &[],
        )?;
        return failed(
            format!("html[data-position-saved=\"{kept}\"]"),
            seen.to_string(),
        );
    }
    browser.is_calm("the page that was read")?;

    browser = close_and_come_back(stage, browser, &setup)?;
    browser.open_ready(&base)?;
    browser.visible("[data-resume] a")?;
    let card = "return document.querySelector('[data-resume]').innerText";
    let card = text(&browser.js(card, &[])?);
    check(
        card.contains(&title),
        format!("a card that names “{title}”"),
        card,
    )?;
    let page = page_id(&href);
    go_on(&browser, &base, page)?;
    expect_at_top(&browser, &line, HALF_A_LINE, "after coming back")?;

    // The screen is turned while the page is open: the line may hold other words before it.
    browser.resize(600, 900)?;
    expect_at_top(&browser, &line, A_LINE, "after the screen was turned")?;
    // And the other way round: a position kept on a narrow screen, looked for on a wide one.
    go_on(&browser, &base, page)?;
    expect_at_top(&browser, &line, A_LINE, "in a narrow window")?;
    browser.resize(1000, 800)?;
    expect_at_top(&browser, &line, A_LINE, "after the screen was turned back")?;
    browser.is_calm("the page come back to")
}

/// Ends the browser and starts it again with what it kept.
fn close_and_come_back(stage: &Stage, browser: Rc<Browser>, setup: &Setup) -> Step<Rc<Browser>> {
    if setup.profile.is_none() {
        let old = browser.session.window()?;
        let new = browser.session.new_window()?;
        browser.session.switch_to(&old)?;
        browser.session.close_window()?;
        browser.session.switch_to(&new)?;
        browser.session.resize(1000, 800)?;
        return Ok(browser);
    }
    drop(browser);
    stage.quit();
    stage.start(setup)
}

fn deep_link(stage: &Stage) -> Step {
    let page = stage.site.page(stage.site.spine.len() / 2);
    let url = |base: String| format!("{base}{page}");
    let browser = stage.browser()?;
    let scout = stage.serve()?;
    browser.open_ready(&url(scout.url()))?;
    let block = "const way = document.documentElement.scrollHeight - innerHeight; \
         return [...document.querySelectorAll('#article p[id], #article li[id]')].find((e) => \
         e.checkVisibility() && e.getBoundingClientRect().top > way * 0.6 \
         && e.getBoundingClientRect().top < way)?.id ?? null";
    let block = text(&browser.js(block, &[])?);
    check(
        !block.is_empty(),
        "a block that can be scrolled to the top",
        page,
    )?;

    let server = stage.serve()?;
    browser.open(&format!("{}#{block}", url(server.url())))?;
    let top = "return document.getElementById(arguments[0]).getBoundingClientRect().top";
    let near = format!(
        "const y = (function () {{ {top} }}).apply(null, arguments); \
         return y >= -2 && y < 140"
    );
    let args = [json!(block)];
    browser.until(&format!("#{block} at the top"), &near, &args)?;
    let before = number(&browser.js(top, &args)?);
    browser.ready()?;
    browser.settle()?;
    let after = number(&browser.js(top, &args)?);
    check(
        (before - after).abs() <= 2.0,
        format!("#{block} to stay {before} px below the top when the app takes over"),
        format!("{after} px"),
    )?;
    browser.is_calm(page)
}

fn heir(stage: &Stage) -> Step {
    let Some(page) = stage.site.page_with("data-was=") else {
        return failed("a page with a block that took the place of another", "none");
    };
    let browser = stage.browser()?;
    let scout = stage.serve()?;
    browser.open_ready(&format!("{}{page}", scout.url()))?;
    let last = "return [...document.querySelectorAll('#article [data-was]')] \
         .filter((e) => e.id !== 'title' && e.checkVisibility()).pop()?.dataset.was ?? null";
    let names = text(&browser.js(last, &[])?);
    let Some(old) = names.split(' ').next().filter(|old| !old.is_empty()) else {
        return failed("a block in the text that took the place of another", names);
    };

    let server = stage.serve()?;
    browser.open_ready(&format!("{}{page}#{old}", server.url()))?;
    let near = "const e = document.querySelector(`[data-was~=\"${arguments[0]}\"]`); \
         const y = e.getBoundingClientRect().top; \
         return y >= -2 && y < innerHeight && document.activeElement === e";
    browser.until(
        &format!("what was #{old} on the screen"),
        near,
        &[json!(old)],
    )?;
    browser.is_calm(page)
}
