//! With the keyboard alone.

use serde_json::json;

use super::ALL;
use crate::browser::{Browser, ENTER, TAB};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "the whole spine can be read with the keyboard alone",
        engines: ALL,
        run: whole_spine,
    },
    Journey {
        name: "the first stop of the keyboard skips to the text",
        engines: ALL,
        run: skip_link,
    },
    Journey {
        name: "a word opens and closes with the keyboard",
        engines: ALL,
        run: word,
    },
];

/// No card of a word is open.
const CLOSED: &str = "return document.querySelector('[popover]:popover-open') === null";
/// More stops than any page has.
const MOST_STOPS: usize = 300;
/// How many times Tab is pressed before somebody looks where the focus is: each look takes as long
/// as many keys.
const STRIDE: usize = 16;

/// Presses Tab until the focus is on what the selector finds, and sees that it shows and that
/// nothing covers it. As a person does, it stops there: keys that are on their way by then come to
/// nothing.
fn tab_to(browser: &Browser, css: &str) -> Step {
    let stop_at = "if (!window.__stops) { window.__stops = true; \
         window.addEventListener('keydown', (press) => { if (press.key === 'Tab' && window.__goal \
         && document.activeElement.matches(window.__goal) && !window.__first) press.preventDefault(); \
         window.__first = false; }, true); } \
         window.__goal = arguments[0]; window.__first = true";
    let there = "const e = document.activeElement; if (!e.matches(arguments[0])) return ''; \
         window.__goal = null; \
         if (!e.matches(':focus-visible')) return 'no mark of the focus'; \
         const box = e.getBoundingClientRect(); \
         const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); \
         return e.contains(over) ? 'shown' : 'covered by ' + over?.outerHTML.slice(0, 80)";
    let goal = [json!(css)];
    browser.js(stop_at, &goal)?;
    for _ in 0..MOST_STOPS.div_ceil(STRIDE) {
        browser.session.keys(&[TAB; STRIDE])?;
        match text(&browser.js(there, &goal)?).as_str() {
            "" => {}
            "shown" => return Ok(()),
            other => return failed(format!("the focus to be seen on {css}"), other),
        }
    }
    failed(
        format!("Tab to reach {css}"),
        format!("{MOST_STOPS} other stops"),
    )
}

fn whole_spine(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(0)))?;
    let mut read = vec![stage.site.page(0).to_owned()];
    let has_next = "return document.querySelector('a[rel=next]') !== null";
    while browser.js(has_next, &[])? == json!(true) && read.len() <= stage.site.spine.len() {
        tab_to(&browser, "a[rel=next]")?;
        let href = browser.leave("a[rel=next]")?;
        browser.session.keys(&[ENTER])?;
        browser.arrive(&href)?;
        read.push(href.trim_start_matches(&server.url()).to_owned());
    }
    check(
        read == stage.site.spine,
        stage.site.spine.join(" "),
        read.join(" "),
    )?;
    browser.is_calm("the spine")
}

fn skip_link(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(0)))?;
    browser.session.keys(&[TAB])?;
    let first = text(&browser.js(
        "return document.activeElement.getAttribute('href') ?? ''",
        &[],
    )?);
    check(
        first == "#main",
        "the first stop to be the link to #main",
        first,
    )?;
    browser.session.keys(&[ENTER])?;
    let inside = "const e = document.activeElement; return e.id === 'main' || \
         document.getElementById('main').contains(e)";
    browser.until("the focus to be in #main", inside, &[])?;
    browser.session.keys(&[TAB])?;
    browser
        .until("the next stop to be in #main", inside, &[])
        .map(drop)
}

fn word(stage: &Stage) -> Step {
    let Some(page) = stage.site.page_with("popovertarget=term-") else {
        return failed("a page with a word explained in place", "none");
    };
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{page}", server.url()))?;
    tab_to(&browser, "button.term")?;
    browser.session.keys(&[ENTER])?;
    browser.visible("[popover]:popover-open")?;
    // Whoever hears the page is led into the card, which has a name.
    let inside = "const card = document.activeElement; return card.matches('[popover]:popover-open') \
         && card.role === 'dialog' && card.querySelector('h3').textContent.includes(card.ariaLabel) \
         && card.ariaDescription === card.querySelector('.term-meaning').textContent";
    browser.until(
        "the focus in a card that has a role, a name, a heading and a description",
        inside,
        &[],
    )?;
    tab_to(&browser, "[popover]:popover-open button.term-close")?;
    browser.session.keys(&[ENTER])?;
    let back = "return document.querySelector('[popover]:popover-open') === null \
         && document.activeElement.matches('button.term')";
    browser.until(
        "the card to close and the focus to return to the word",
        back,
        &[],
    )?;
    // Who goes on instead leaves the card behind: it would lie on what has the focus.
    browser.session.keys(&[ENTER])?;
    tab_to(&browser, "[popover]:popover-open button.term-close")?;
    tab_to(&browser, "button.term, #article a[href], a[rel=next]")?;
    browser.until("the card to close behind the focus", CLOSED, &[])?;
    browser.is_calm(page)
}
