//! The panel *The guide on this device*: what it says, and what can be done there.

use bearings_domain::Text;
use bearings_host::Fault;
use serde_json::json;

use super::newer::{UPDATE, is_idle, prepare, publish, serve_first};
use super::offline::{is_ours, saved, visit};
use super::steps::no_boot_error;
use super::{ALL, notes};
use crate::browser::Browser;
use crate::release::Changes;
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, failed, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 12: a worker that is HTML, missing or redirected leaves the app as it is, and saving ends with a sentence",
        engines: ALL,
        run: no_worker,
    },
    Journey {
        name: "the panel tells date, size and last check; what is removed stays removed until it is saved again",
        engines: ALL,
        run: removed,
    },
    Journey {
        name: "what the browser answers when asked to keep notes is shown, and no answer holds nothing up",
        engines: ALL,
        run: promises,
    },
];

/// Waits until the panel says this of the saved guide.
pub fn says(browser: &Browser, stage: &Stage, expected: Text) -> Step {
    let words = stage.site.texts.get(expected);
    let script = "return document.querySelector('.device-state').innerText === arguments[0]";
    let what = format!("the panel to say “{words}”");
    browser.until(&what, script, &[json!(words)]).map(drop)
}

fn no_worker(stage: &Stage) -> Step {
    for fault in [
        Fault::Html,
        Fault::NotFound,
        Fault::Redirect(format!("{PREFIX}index.html")),
    ] {
        let server = stage.serve_plain()?;
        let browser = stage.browser()?;
        server.fail("sw.js", fault.clone());
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        browser.follow("a[rel=next]")?;
        is_ours(&browser, "the next page")?;
        no_boot_error(&browser)?;
        // Asked to save, the page does not wait for ever.
        browser.open_ready(&format!("{}device.html", server.url()))?;
        says(&browser, stage, Text::OfflineNo)?;
        let before = server.count("sw.js");
        browser.click("[data-save-offline]:not([disabled])")?;
        crate::stage::wait("the worker to be asked for", || {
            server.count("sw.js") > before
        })?;
        if let Err(stop) = says(&browser, stage, Text::OfflineFailed) {
            return failed(
                format!("saving to end with a sentence when the worker is {fault:?}"),
                stop.to_string(),
            );
        }
        server.mend();
        browser.click("[data-save-offline]:not([disabled])")?;
        saved(&browser)?;
        says(&browser, stage, Text::OfflineYes)?;
    }
    Ok(())
}

/// Waits until a line of the panel is this sentence with something in its gap.
fn tells(browser: &Browser, stage: &Stage, sentence: Text, gap: &str) -> Step {
    let sentence = stage.site.texts.fill(sentence, &[(gap, "\u{1}")]);
    let (start, end) = sentence.split_once('\u{1}').unwrap_or((&sentence, ""));
    let script = "return [...document.querySelectorAll('[data-device] .facts li')].some((line) => \
         line.innerText.startsWith(arguments[0]) && line.innerText.endsWith(arguments[1]) \
         && /\\d/.test(line.innerText))";
    let what = format!("a line like “{start}… {end}”");
    browser
        .until(&what, script, &[json!(start), json!(end)])
        .map(drop)
}

/// How many releases are saved whole.
const SAVED: &str = "return caches.keys().then((all) => Promise.all(all.map((name) => \
     caches.open(name).then((cache) => cache.keys())))).then((all) => \
     all.filter((kept) => kept.length > 1).length)";

fn removed(stage: &Stage) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.browser()?;
    let url = server.url();
    visit(&browser, &server, stage)?;
    browser.open_ready(&format!("{url}device.html"))?;
    says(&browser, stage, Text::OfflineYes)?;
    tells(&browser, stage, Text::OfflineWhen, "date")?;
    tells(&browser, stage, Text::OfflineSize, "size")?;
    browser.click("[data-check-update]:not([disabled])")?;
    tells(&browser, stage, Text::OfflineChecked, "date")?;

    browser.click("[data-remove-offline]:not([disabled])")?;
    says(&browser, stage, Text::OfflineNo)?;
    let none = format!("{SAVED}.then((count) => count === 0)");
    browser.until("nothing to be saved any more", &none, &[])?;
    let page = stage.site.page(1);
    let changes = Changes::second(std::slice::from_ref(&page));
    publish(stage, &server, &browser, "removed", &changes)?;
    is_idle(&browser, "the newer worker to be there")?;
    check(
        browser.js(SAVED, &[])? == json!(0),
        "nothing to be saved that was removed, in a newer version neither",
        "something",
    )?;
    browser.open_ready(&format!("{url}device.html"))?;
    browser.js(UPDATE, &[])?;
    says(&browser, stage, Text::OfflineNo)?;
    check(
        browser.js(SAVED, &[])? == json!(0),
        "nothing to be saved after coming back",
        "something",
    )?;

    browser.click("[data-save-offline]:not([disabled])")?;
    saved(&browser)?;
    says(&browser, stage, Text::OfflineYes)?;
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "a page saved again")
}

/// What stands in for the browser's promise: it is asked, and answers so.
fn stub(answer: &str) -> String {
    format!(
        "let granted = sessionStorage.granted === 'true'; \
         Object.defineProperty(navigator, 'storage', {{ configurable: true, value: {{ \
         persist: () => {{ sessionStorage.asked = 'yes'; const answer = {answer}; \
         if (answer === null) return new Promise(() => {{}}); \
         sessionStorage.granted = String(answer); granted = answer; \
         return Promise.resolve(answer); }}, \
         persisted: () => Promise.resolve(granted), \
         estimate: () => Promise.resolve({{ usage: 0, quota: 1e9 }}) }} }});"
    )
}

fn promises(stage: &Stage) -> Step {
    for (answer, expected) in [
        ("true", Some(Text::NotesLast)),
        ("false", Some(Text::NotesMayGo)),
        ("null", None),
    ] {
        let folder = prepare(stage, "promises", &Changes::default())?;
        std::fs::write(folder.join("stub.js"), stub(answer))?;
        for page in ["notes.html", "device.html"] {
            let file = folder.join(page);
            let html = std::fs::read_to_string(&file)?;
            let with_stub = "<head><script src=stub.js></script>";
            std::fs::write(&file, html.replacen("<head>", with_stub, 1))?;
        }
        let server = stage.serve()?;
        server.set_root(folder);
        let browser = stage.browser()?;
        browser.open_ready(&format!("{}notes.html", server.url()))?;
        notes::write_note(&browser, "The first note")?;
        notes::has_status(&browser, "The first note", "saved")?;
        let asked = "return sessionStorage.asked === 'yes'";
        browser.until("the browser to be asked", asked, &[])?;
        browser.follow("#article a[href*=device]")?;
        browser.ready()?;
        let lines =
            "return [...document.querySelectorAll('[data-lasts]')].map((one) => one.innerText)";
        if let Some(expected) = expected {
            let words = stage.site.texts.get(expected);
            let shown = format!("{lines}.includes(arguments[0])");
            let what = format!("“{words}” after the answer {answer}");
            browser.until(&what, &shown, &[json!(words)])?;
        } else {
            browser.settle()?;
            let last = stage.site.texts.get(Text::NotesLast);
            let seen = texts(&browser.js(lines, &[])?);
            check(
                !seen.iter().any(|line| line == last),
                "no promise that the browser has not given",
                format!("{seen:?}"),
            )?;
        }
        browser.is_calm("the page with the answer")?;
    }
    Ok(())
}
