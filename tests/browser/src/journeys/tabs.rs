//! Two tabs of the same guide.

use std::time::Duration;

use serde_json::json;

use super::{ALL, records};
use crate::site::page_id;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "a page read in one tab is marked in the other; start again, and undo",
    engines: ALL,
    run: two_tabs,
}];

fn two_tabs(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = stage.site.page(1);
    browser.open_ready(&format!("{}guide.html", server.url()))?;
    let contents = browser.session.window()?;
    let reading = browser.session.new_window()?;
    let mark = format!("li[data-page='{}']", page_id(page));
    let marked = format!("[data-contents] {mark}[data-read]");
    let is_marked = "return document.querySelector(arguments[0]) !== null";
    check(
        browser.js(is_marked, &[json!(marked)])? == json!(false),
        "an unread page to have no mark",
        "a mark",
    )?;
    browser.session.switch_to(&reading)?;
    browser.open_ready(&format!("{}{page}", server.url()))?;
    browser.scroll_to(1.0)?;
    records::has_mark(&browser, page_id(page), "the page to be kept as read")?;
    browser.is_calm(page)?;

    browser.session.switch_to(&contents)?;
    let second = Duration::from_secs(1);
    browser.until_within(
        second,
        "the mark in the other tab",
        is_marked,
        &[json!(marked)],
    )?;

    browser.click("[data-start-again]")?;
    let unmarked = "return document.querySelector('[data-contents] [data-read]') === null";
    browser.until("start again to take the marks away", unmarked, &[])?;
    browser.click("[data-undo]")?;
    browser.until("undo to bring the mark back", is_marked, &[json!(marked)])?;

    // And by hand, from the page itself.
    browser.session.switch_to(&reading)?;
    browser.click("[data-mark-unread]")?;
    browser.session.switch_to(&contents)?;
    browser.until_within(second, "the mark to go in the other tab", unmarked, &[])?;
    browser.is_calm("the contents")?;
    browser.session.switch_to(&reading)?;
    browser.close_window(&contents)
}
