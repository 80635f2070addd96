//! Search: from any page to the passage, signs first, without a network, and when it cannot be had.

use bearings_domain::Text;
use bearings_host::Fault;
use serde_json::json;

use super::ALL;
use super::offline::visit;
use crate::browser::{Browser, DOWN, ENTER, ESCAPE, UP};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "search leads from any page to a passage in two taps and a word",
        engines: ALL,
        run: two_taps,
    },
    Journey {
        name: "search leads to a passage with the keyboard alone, and gives the focus back",
        engines: ALL,
        run: keyboard_alone,
    },
    Journey {
        name: "search shows a sign above all else, with what to do and whom to call",
        engines: ALL,
        run: sign_first,
    },
    Journey {
        name: "search helps where nothing is typed yet, and where nothing is found",
        engines: ALL,
        run: helps_on,
    },
    Journey {
        name: "search answers with the server gone, once the guide is saved",
        engines: ALL,
        run: server_gone,
    },
    Journey {
        name: "a file of search missing or broken: it is said in its place, and trying again works",
        engines: ALL,
        run: broken_files,
    },
];

/// What somebody types who is after a passage, and the page and block where it stands.
const WORDS: &str = "fentanyl patch heat";
const PASSAGE: &str = "strong-pain-medicines.html#patches";

/// The first link of what was found.
pub const FIRST: &str = "#search .found-title";

/// Opens search from the page on the screen, and waits until it answers.
pub fn open_search(browser: &Browser) -> Step {
    browser.click("button[data-click=search]")?;
    answers(browser)
}

fn answers(browser: &Browser) -> Step {
    let there = "const field = document.activeElement; return field.id === 'search-field' \
         && field.closest('dialog').matches(':modal') && document.querySelector('.found-list') !== null";
    let what = "search to be open, with the focus in its field";
    browser.until(what, there, &[]).map(drop)
}

/// Types, and waits for a first result whose address ends so.
pub fn look_for(browser: &Browser, words: &str, address: &str) -> Step {
    let keys: Vec<char> = words.chars().collect();
    browser.session.keys(&keys)?;
    let found = "return document.querySelector(arguments[0])?.href.endsWith(arguments[1])";
    let what = format!("{address} to be found first for “{words}”");
    browser
        .until(&what, found, &[json!(FIRST), json!(address)])
        .map(drop)
}

/// The page and the block are on the screen, and the window is away.
fn is_at(browser: &Browser, address: &str) -> Step {
    let there = "const [page, block] = arguments[0].split('#'); \
         const target = document.getElementById(block); const y = target?.getBoundingClientRect().top; \
         return location.href.endsWith(arguments[0]) && !document.querySelector('dialog[open]') \
         && document.querySelector('main').contains(target) && y >= -2 && y < innerHeight \
         && (target.hasAttribute('data-target') || target.matches(':target'))";
    let what = format!("{address} to be on the screen, and marked");
    browser.until(&what, there, &[json!(address)]).map(drop)
}

fn two_taps(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    for page in [stage.site.page(1), "index.html", "help.html", "notes.html"] {
        browser.open_ready(&format!("{}{page}", server.url()))?;
        open_search(&browser)?;
        look_for(&browser, WORDS, PASSAGE)?;
        let around = "const item = document.querySelector(arguments[0]).closest('li'); \
             return item.querySelectorAll('mark').length > 0 && item.querySelector('.found-where').textContent.includes(' · ')";
        browser.until("the words around, marked", around, &[json!(FIRST)])?;
        browser.click(FIRST)?;
        is_at(&browser, PASSAGE)?;
        browser.is_calm(page)?;
    }
    Ok(())
}

fn keyboard_alone(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let focused = "return document.activeElement.outerHTML.slice(0, 60)";
    browser.js("document.querySelector('.page-bar a').focus()", &[])?;
    let before = text(&browser.js(focused, &[])?);
    browser.session.keys(&['/'])?;
    answers(&browser)?;
    let field = text(&browser.js("return document.activeElement.value", &[])?);
    check(field.is_empty(), "an empty field", field)?;
    browser.session.keys(&[ESCAPE])?;
    let closed = "return !document.querySelector('dialog[open]')";
    browser.until("Esc to put the window away", closed, &[])?;
    let after = text(&browser.js(focused, &[])?);
    check(
        after == before,
        format!("the focus back at {before}"),
        after,
    )?;

    browser.session.keys(&['/'])?;
    answers(&browser)?;
    look_for(&browser, WORDS, PASSAGE)?;
    browser.session.keys(&[DOWN, DOWN, UP])?;
    let first = "return document.activeElement === document.querySelector(arguments[0])";
    browser.until(
        "the arrows to lead to the first result",
        first,
        &[json!(FIRST)],
    )?;
    browser.session.keys(&[UP])?;
    let back = "return document.activeElement.id === 'search-field'";
    browser.until("and back to the field", back, &[])?;
    browser.session.keys(&[ENTER])?;
    browser.until("Enter to lead to the first result", first, &[json!(FIRST)])?;
    browser.session.keys(&[ENTER])?;
    is_at(&browser, PASSAGE)?;

    // Where somebody writes, a stroke is a stroke.
    browser.open_ready(&format!("{}notes.html", server.url()))?;
    browser.click("[data-click=write-note]")?;
    let writing = "return document.activeElement.matches('textarea')";
    browser.until("the focus in a new note", writing, &[])?;
    browser.session.keys(&['1', '/', '2'])?;
    let note =
        "return document.activeElement.value === '1/2' && !document.querySelector('dialog[open]')";
    browser.until("the stroke to be in the note", note, &[])?;
    browser.is_calm("the keyboard")
}

fn sign_first(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    open_search(&browser)?;
    look_for(&browser, "cant breathe", "help.html#breathing-sudden")?;
    let said = "const card = document.querySelector('.found-list > :first-child'); \
         return card.matches('.found-sign[data-level=\"0\"]') \
         && card.querySelector('.found-verb').textContent === 'Call the emergency number' \
         && card.querySelector('.found-whom').textContent.includes('emergency number') \
         && card.querySelector('.call a[href=\"tel:999\"]').getClientRects().length > 0 \
         && card.querySelector('.found-title').textContent.length > 20";
    browser.until("the sign, what to do and whom to call", said, &[])?;
    browser.click(FIRST)?;
    is_at(&browser, "help.html#breathing-sudden")?;
    browser.is_calm("a sign")
}

fn helps_on(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}guide.html", server.url()))?;
    open_search(&browser)?;
    let ways = "return [...document.querySelectorAll('#search .found-list a')].map((a) => \
         a.href.split('/').pop()).join(' ')";
    let places = "help.html words.html guide.html";
    let seen = text(&browser.js(ways, &[])?);
    check(seen == places, places, seen)?;

    browser
        .session
        .keys(&"metastaxyzq".chars().collect::<Vec<_>>())?;
    let nothing = stage.site.texts.get(Text::SearchNothing);
    let told = "return document.querySelector('.found-lead')?.textContent === arguments[0] \
         && document.querySelector('[data-try]') !== null";
    browser.until(
        "that nothing was found, and a word to try",
        told,
        &[json!(nothing)],
    )?;
    let seen = text(&browser.js(ways, &[])?);
    check(seen == places, places, seen)?;
    let said = "return document.querySelector('#search-status').textContent === arguments[0]";
    browser.until("a screen reader to be told", said, &[json!(nothing)])?;
    browser.click("[data-try]")?;
    let found = "return document.querySelectorAll('.found-text').length > 0 \
         && document.activeElement.id === 'search-field'";
    browser.until("the word to be tried", found, &[])?;
    let count = "return /^[0-9]+ /.test(document.querySelector('#search-status').textContent)";
    browser.until("the number of results to be told", count, &[])?;
    browser.is_calm("ways on")
}

fn server_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    server.stop();
    open_search(&browser)?;
    look_for(&browser, WORDS, PASSAGE)?;
    let around = "const items = [...document.querySelectorAll('#search-found > .found-list > li:not(.found-sign)')]; \
         return items.every((item) => item.querySelector('.found-text').textContent !== '')";
    browser.until("the words around every result", around, &[])?;
    browser.click(FIRST)?;
    is_at(&browser, PASSAGE)?;
    open_search(&browser)?;
    look_for(&browser, "cant breathe", "help.html#breathing-sudden")?;
    let verb = "return document.querySelector('.found-verb').textContent !== ''";
    browser.until("what to do, from the saved Help", verb, &[])?;
    Ok(())
}

fn broken_files(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    let failed_text = stage.site.texts.get(Text::FindFailed);
    for (file, fault) in [
        ("search-*.wasm", Fault::NotFound),
        ("search-*.json", Fault::HtmlAsOwnType),
        ("search-*.wasm", Fault::CutWithLength { after: 100 }),
        ("search-pages-*.bin", Fault::NotFound),
        ("search-pages-*.bin", Fault::HtmlAsOwnType),
    ] {
        // A port of its own: what came before lies in no cache.
        let server = stage.serve()?;
        server.fail(file, fault.clone());
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        browser.click("button[data-click=search]")?;
        let told = "return document.querySelector('#search-status')?.textContent === arguments[0]";
        if browser
            .until("it to be said", told, &[json!(failed_text)])
            .is_err()
        {
            return failed(
                format!("{file}, {fault:?}: “{failed_text}”"),
                browser.state(),
            );
        }
        server.mend();
        browser.click("#search-again")?;
        browser.visible(".found-list a")?;
        browser.js("document.querySelector('#search-field').focus()", &[])?;
        look_for(&browser, WORDS, PASSAGE)?;
        browser.hidden("#search-again")?;
    }
    Ok(())
}
