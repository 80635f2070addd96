//! A page of the guide comes without the styles of the places; the app brings them along.

use serde_json::{Value, json};

use super::ALL;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "a place that is come to from a page of the guide looks as it does when it is opened by itself",
    engines: ALL,
    run: dressed,
}];

/// Places that the app shows itself.
const PLACES: [&str; 6] = [
    "index.html",
    "guide.html",
    "help.html",
    "words.html",
    "sources.html",
    "about.html",
];

/// Of each element in sight, what it is and how it looks: the first hundred and every tenth after. Not
/// of what says how far somebody has read.
const LOOK: &str = "return JSON.stringify([...document.querySelectorAll('#main *')] \
     .filter((it, index) => (index < 100 || index % 10 === 0) && it.getClientRects().length \
       && !it.closest('.resume, .read-mark, .part-left, .start-again')) \
     .map((it) => { const { width, height } = it.getBoundingClientRect(), style = getComputedStyle(it); \
       return [it.tagName, it.className, Math.round(width), Math.round(height), style.color, \
         style.backgroundColor, style.fontSize, style.listStyleType].join(' '); }))";

fn dressed(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(0));
    for place in PLACES {
        let url = format!("{}{place}", server.url());
        browser.open_ready(&url)?;
        browser.settle()?;
        let alone = browser.js(LOOK, &[])?;
        check(
            text(&alone).len() > 200,
            format!("elements in sight on {place}"),
            text(&alone),
        )?;
        browser.open_ready(&page)?;
        browser.js("window.isSame = true", &[])?;
        go_inside(&browser, &url)?;
        same(&browser, place, &alone)?;
        browser.is_calm(place)?;
    }
    Ok(())
}

/// Follows a link to this address, which the app takes.
fn go_inside(browser: &Browser, url: &str) -> Step {
    let link = "const link = document.createElement('a'); link.href = arguments[0]; \
         link.id = 'to-place'; link.textContent = 'place'; \
         document.querySelector('#article').prepend(link)";
    browser.js(link, &[json!(url)])?;
    browser.follow("#to-place")?;
    let is_same = browser.js("return window.isSame === true", &[])?;
    check(
        is_same == json!(true),
        format!("the app to show {url} itself"),
        "a page that the browser loaded",
    )
}

fn same(browser: &Browser, place: &str, alone: &Value) -> Step {
    let is_same = format!("const look = (() => {{ {LOOK} }})(); return look === arguments[0]");
    let what = format!("{place} to look as when it is opened by itself");
    if browser
        .until(&what, &is_same, std::slice::from_ref(alone))
        .is_ok()
    {
        return Ok(());
    }
    let differs = format!(
        "const look = JSON.parse((() => {{ {LOOK} }})()), alone = JSON.parse(arguments[0]); \
         const at = alone.findIndex((line, index) => line !== look[index]); \
         return `alone: ${{alone[at]}}; from a page: ${{look[at]}}`"
    );
    let seen = browser.js(&differs, std::slice::from_ref(alone))?;
    check(false, what, text(&seen))
}
