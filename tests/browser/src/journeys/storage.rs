//! Storage that is blocked, full, damaged or from the future: reading goes on, nothing is lost.

use bearings_domain::backup::Backup;
use serde_json::{Value, json};

use super::ALL;
use super::backup::hands::Hands;
use super::position::is_saved;
use super::records::{fill, key, open_bare, open_cleared};
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 17: storage blocked: the app says so and works",
        engines: ALL,
        run: blocked,
    },
    Journey {
        name: "fault 16: storage full: the app says so and works, and a copy of all can be saved",
        engines: ALL,
        run: full,
    },
    Journey {
        name: "fault 18: damaged records are set aside, not lost",
        engines: ALL,
        run: damaged,
    },
    Journey {
        name: "storage refuses, works, and refuses again: that is told again",
        engines: ALL,
        run: told_again,
    },
    Journey {
        name: "fault 18: a damaged record that is not even text is set aside sign by sign",
        engines: ALL,
        run: no_text,
    },
    Journey {
        name: "fault 18: records of a newer version are left alone",
        engines: ALL,
        run: newer,
    },
];

const KINDS: [&str; 2] = ["place", "progress"];

fn store(browser: &Browser, key: &str, value: &str) -> Step {
    let script = "localStorage.setItem(arguments[0], arguments[1])";
    browser.js(script, &[json!(key), json!(value)]).map(drop)
}

fn stored(browser: &Browser, key: &str) -> Step<Value> {
    browser.js("return localStorage.getItem(arguments[0])", &[json!(key)])
}

/// Reads on from an open page: far down, to the next page, to its end.
fn read_on(browser: &Browser) -> Step {
    browser.scroll_to(0.5)?;
    browser.settle()?;
    browser.follow("a[rel=next]")?;
    browser.ready()?;
    browser.visible("#article p")?;
    browser.scroll_to(1.0)?;
    browser.settle()
}

fn blocked(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let probe = "try { localStorage.length; return false } catch { return true }";
    check(
        browser.js(probe, &[])? == json!(true),
        "storage to be blocked",
        "storage that works",
    )?;
    browser.visible("[data-notice=blocked]")?;
    read_on(&browser)?;
    browser.is_calm("the page with blocked storage")
}

fn full(stage: &Stage) -> Step {
    let server = stage.serve()?;
    open_bare(&*stage.browser()?, &server.url())?;
    let hands = Hands::new(stage, server, stage.browser()?);
    let browser = &hands.browser;
    fill(browser)?;
    browser.open_ready(&hands.url(stage.site.page(1)))?;
    browser.scroll_to(0.5)?;
    browser.visible("[data-notice=full]")?;
    hands.catch_files()?;
    let copy = hands.save("[data-notice=full] [data-export-now]")?;
    check(
        Backup::read(&copy).is_ok_and(|backup| backup.count("place") == 1),
        "a backup with the place that could not be kept",
        &copy,
    )?;
    read_on(browser)?;
    browser.is_calm("the page with full storage")?;
    open_cleared(browser, &hands.url(""))
}

fn damaged(stage: &Stage) -> Step {
    for kind in KINDS {
        let wrong_sum = json!({ "app": "bearings", "kind": kind, "v": 1, "at": 1,
            "sum": "00000000", "data": {} });
        for record in [
            wrong_sum.to_string(),
            "{\"cut".to_owned(),
            "of someone else".to_owned(),
        ] {
            damaged_record(stage, kind, &record)?;
        }
    }
    Ok(())
}

fn damaged_record(stage: &Stage, kind: &str, record: &str) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open_bare(&browser, &server.url())?;
    let key = key(kind);
    store(&browser, &key, record)?;
    store(&browser, "bearings:/a/b/:place", "a neighbour's")?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    browser.visible("[data-notice=damaged]")?;
    let aside = "return Object.keys(localStorage).find((key) => \
         key.startsWith(arguments[0] + ':damaged:') \
         && localStorage.getItem(key) === arguments[1]) ?? null";
    let what = format!("a damaged {kind} under {key}:damaged:<time>");
    browser.until(&what, aside, &[json!(key), json!(record)])?;
    read_on(&browser)?;
    // A new record takes the place of the damaged one.
    let renewed = "const now = localStorage.getItem(arguments[0]); \
         return now !== null && now !== arguments[1]";
    browser.until(
        &format!("a new {kind}"),
        renewed,
        &[json!(key), json!(record)],
    )?;
    browser.until(&what, aside, &[json!(key), json!(record)])?;
    let neighbour = text(&stored(&browser, "bearings:/a/b/:place")?);
    check(
        neighbour == "a neighbour's",
        "the neighbour's record untouched",
        neighbour,
    )?;
    browser.is_calm(&format!("the page with a damaged {kind}"))
}

fn told_again(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let refuse = "window.__write ??= Storage.prototype.setItem; \
         Storage.prototype.setItem = arguments[0] \
         ? () => { throw new DOMException('no room', 'QuotaExceededError') } : window.__write";
    let put_away = "return document.querySelector('[data-notice]:not([hidden])') === null";
    for share in [0.2, 0.6] {
        browser.js(refuse, &[json!(true)])?;
        browser.scroll_to(share)?;
        browser.visible("[data-notice=full]")?;
        browser.click("[data-notice=full] [data-notice-act]")?;
        browser.until("the notice to be put away", put_away, &[])?;
        // Put away, it is not told again while it goes on.
        browser.scroll_to(share + 0.1)?;
        browser.settle()?;
        browser.until("the notice to stay away", put_away, &[])?;
        browser.js(refuse, &[json!(false)])?;
        browser.js("delete document.documentElement.dataset.positionSaved", &[])?;
        browser.scroll_to(share + 0.2)?;
        is_saved(&browser, "the place to be kept")?;
    }
    browser.is_calm("the page whose storage comes and goes")
}

fn no_text(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open_bare(&browser, &server.url())?;
    let halves = "localStorage.setItem(arguments[0], '\\ud800lone\\udfff')";
    browser.js(halves, &[json!(key("place"))])?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    browser.visible("[data-notice=damaged]")?;
    let aside = "return Object.keys(localStorage).some((key) => \
         key.startsWith(arguments[0] + ':damaged:') \
         && localStorage.getItem(key) === '\\ud800lone\\udfff')";
    browser.until("it to be kept as it was", aside, &[json!(key("place"))])?;
    browser.is_calm("the page with a record that is no text")
}

fn newer(stage: &Stage) -> Step {
    for kind in KINDS {
        let server = stage.serve()?;
        let browser = stage.browser()?;
        open_bare(&browser, &server.url())?;
        let record = json!({ "app": "bearings", "kind": kind, "v": 99, "later": [1, 2] });
        let record = record.to_string();
        store(&browser, &key(kind), &record)?;
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        browser.visible("[data-notice=newer]")?;
        read_on(&browser)?;
        // Where the app writes when it goes to the background or away.
        browser.open_ready(&format!("{}guide.html", server.url()))?;
        let now = text(&stored(&browser, &key(kind))?);
        check(
            now == record,
            format!("the newer {kind} as it was: {record}"),
            now,
        )?;
        browser.is_calm(&format!("the page with a newer {kind}"))?;
    }
    Ok(())
}
