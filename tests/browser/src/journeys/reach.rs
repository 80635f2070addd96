//! Every hand reaches everything: the places, the focus, and what is said of a field.

mod places;

use std::rc::Rc;

use bearings_host::Server;
use serde_json::json;

use super::ALL;
use super::backup::hands::{Hands, note};
use super::notes::{open, open_with_note, write_note};
use super::records::open_cleared;
use crate::browser::{Browser, ENTER, TAB};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, number, text, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "all five places are in sight with large letters and on a phone held sideways, and come before the text",
        engines: ALL,
        run: places::in_sight,
    },
    Journey {
        name: "back leads to the link that was used, and the next key stays there",
        engines: ALL,
        run: back,
    },
    Journey {
        name: "a link to a part leads to its heading and opens its list",
        engines: ALL,
        run: part,
    },
    Journey {
        name: "what a person presses never loses the focus",
        engines: ALL,
        run: kept,
    },
    Journey {
        name: "two notes of one minute have two names, and say that they are notes",
        engines: ALL,
        run: names,
    },
    Journey {
        name: "the title of a source in another language says so",
        engines: ALL,
        run: language,
    },
    Journey {
        name: "answers of a check are a list, and opening one leaves the others open",
        engines: ALL,
        run: answers,
    },
];

/// What has the focus can be seen, and is not the page itself.
const HELD: &str = "const e = document.activeElement; \
     return e !== null && e !== document.body && e.getBoundingClientRect().height > 0";

fn is_held(browser: &Browser, when: &str) -> Step {
    browser.settle()?;
    let what = format!("something to have the focus {when}");
    browser.until(&what, HELD, &[]).map(drop)
}

fn back(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&page)?;
    let focus = "document.querySelector('a[rel=next]').focus(); return scrollY";
    browser.js(focus, &[])?;
    browser.settle()?;
    let left_at = browser.scroll_y()?;
    let href = browser.leave("a[rel=next]")?;
    browser.session.keys(&[ENTER])?;
    browser.arrive(&href)?;
    browser.leave("a[rel=next]")?;
    browser.session.back()?;
    browser.arrive(&page)?;
    let is_back = "return document.activeElement.matches('a[rel=next]')";
    browser.until("the link that was used to have the focus", is_back, &[])?;
    browser.session.keys(&[TAB])?;
    browser.settle()?;
    let y = browser.scroll_y()?;
    check(
        (y - left_at).abs() < 700.0,
        format!("the next key to stay near {left_at} px"),
        format!("{y} px"),
    )?;
    browser.is_calm("a page gone back to")
}

fn part(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}guide.html", server.url()))?;
    let link = "const list = document.querySelector('.part > details').parentElement; \
         const link = [...document.querySelectorAll('#article a')].find((a) => \
         a.hash === '#' + list.id); link.id = 'to-list'; return list.id";
    let id = text(&browser.js(link, &[])?);
    browser.click("#to-list")?;
    let is_there = "const part = document.getElementById(arguments[0]); \
         return part.querySelector(':scope > details').open \
         && document.activeElement === part.querySelector(':scope > h2')";
    browser.until(
        "the list to be open, its heading to have the focus",
        is_there,
        &[json!(id)],
    )?;
    // Into a page of that list, and back: the list is open again.
    let first = format!("#{id} details a");
    browser.follow(&first)?;
    browser.leave("h1")?;
    browser.session.back()?;
    let is_open =
        "return document.getElementById(arguments[0])?.querySelector(':scope > details').open";
    browser.until("the list to be open again", is_open, &[json!(id)])?;
    browser.is_calm("the contents")
}

/// Focuses a control and presses it with the keyboard.
fn press(browser: &Browser, css: &str) -> Step {
    let focus = "const e = document.querySelector(arguments[0]); e?.focus(); \
         return e !== null && document.activeElement === e";
    browser.until(&format!("{css} to take the focus"), focus, &[json!(css)])?;
    browser.session.keys(&[ENTER])?;
    is_held(browser, &format!("after {css}"))
}

fn kept(stage: &Stage) -> Step {
    let (server, browser) = device_with_backup(stage)?;
    press(&browser, "[data-click=ask]")?;
    press(&browser, "[data-click=keep]")?;
    press(&browser, "[data-click=leave]")?;
    // A notice that goes away.
    open_cleared(&browser, &server.url())?;
    let damage = "localStorage.setItem(arguments[0], 'damaged')";
    browser.js(damage, &[json!(super::records::key("place"))])?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    browser.scroll_to(0.5)?;
    browser.settle()?;
    browser.visible("[data-notice]")?;
    press(&browser, "[data-notice-act]")?;
    browser.hidden("[data-notice]")?;
    let y = browser.scroll_y()?;
    check(
        y > 100.0,
        "the page to stay where it was read",
        format!("{y} px"),
    )?;
    // A note, deleted and back.
    open(&browser, &server.url())?;
    write_note(&browser, "Ask about sleep")?;
    press(&browser, "[data-delete-note]")?;
    browser.session.keys(&[ENTER])?;
    is_held(&browser, "after a note came back")?;
    let whole = "const box = document.activeElement.getBoundingClientRect(); \
         const bar = document.querySelector('.destinations').getBoundingClientRect(); \
         return box.top >= 0 && (box.bottom <= bar.top || bar.right <= box.left)";
    browser.until("the field to be whole in sight", whole, &[])?;
    browser.is_calm("what was pressed")
}

/// A backup has been picked, and the field still has the focus.
fn device_with_backup(stage: &Stage) -> Step<(Server, Rc<Browser>)> {
    let (server, browser) = (stage.serve()?, stage.browser()?);
    let hands = Hands::new(stage, stage.serve()?, Rc::clone(&browser));
    hands.prepare(&[note("1", "Ask about sleep")])?;
    let file = hands.save("[data-click=export]")?;
    browser.js("document.querySelector('#backup-file').focus()", &[])?;
    hands.pick("backup.json", file.as_bytes())?;
    browser.visible("[data-click=leave]")?;
    let stays = "return document.activeElement.id === 'backup-file'";
    browser.until("the field of the file to keep the focus", stays, &[])?;
    drop(hands);
    Ok((server, browser))
}

fn names(stage: &Stage) -> Step {
    let (_server, browser) = open_with_note(stage, "The first")?;
    write_note(&browser, "The second")?;
    let labels = "return [...document.querySelectorAll('.note textarea')].map((field) => \
         field.labels[0].innerText)";
    let labels = texts(&browser.js(labels, &[])?);
    let [second, first] = labels.as_slice() else {
        return check(false, "two notes", format!("{labels:?}"));
    };
    check(
        first != second && labels.iter().all(|label| label.starts_with("Note ")),
        "two names that begin with what they are",
        format!("{labels:?}"),
    )?;
    let button = "return document.querySelector('[data-delete-note]').textContent";
    let button = text(&browser.js(button, &[])?);
    check(
        !button.contains(':') || !button.contains(" :"),
        "no colon of its own",
        button,
    )
}

fn language(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}sources.html", server.url()))?;
    let said =
        "return [...document.querySelectorAll('#article [lang=es]')].map((e) => e.innerText)";
    let said = texts(&browser.js(said, &[])?);
    check(
        said.iter()
            .any(|title| title.starts_with("Met\u{e1}stasis")),
        "a Spanish title with its language",
        format!("{said:?}"),
    )
}

fn answers(stage: &Stage) -> Step {
    let Some(page) = stage.site.page_with("class=option") else {
        return check(false, "a page with a check", "none");
    };
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{page}", server.url()))?;
    for nth in [1, 2] {
        browser.click(&format!("ol.options li:nth-child({nth}) summary"))?;
    }
    let open =
        "return document.querySelector('ol.options').querySelectorAll('details[open]').length";
    let open = number(&browser.js(open, &[])?);
    check(
        (open - 2.0).abs() < 0.5,
        "two open answers",
        open.to_string(),
    )
}
