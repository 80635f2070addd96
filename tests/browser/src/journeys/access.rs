//! Every rule of axe-core, on every page.

use std::rc::Rc;

use serde_json::{Value, json};

use super::look::{choose, look_is, open};
use super::{CHROMIUM, find, records};
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, Stop, nothing, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "axe finds nothing on any route at 320 px, light and dark",
        engines: CHROMIUM,
        run: every_route,
    },
    Journey {
        name: "axe finds nothing in what can be opened and what appears",
        engines: CHROMIUM,
        run: states,
    },
    Journey {
        name: "axe finds nothing in any colours, forced ones too, and with the largest letters nothing is wider than 320 px",
        engines: CHROMIUM,
        run: every_theme,
    },
];

/// A small phone that loads axe-core before every page.
fn with_axe(stage: &Stage) -> Step<Rc<Browser>> {
    let Some(axe) = &stage.axe else {
        let remedy = "no axe.min.js; name it with --axe, or install axe-core among the tools";
        return Err(Stop::Skipped(remedy.to_owned()));
    };
    let source = std::fs::read_to_string(axe)?;
    let browser = stage.start(&Setup::default())?;
    browser.small_phone()?;
    browser.before_pages(&source)?;
    Ok(browser)
}

/// Adds what axe finds on the open page, in both colour schemes.
fn examine(browser: &Browser, what: &str, complaints: &mut Vec<String>) -> Step {
    for scheme in ["light", "dark"] {
        examine_in(
            browser,
            &[("prefers-color-scheme", scheme)],
            what,
            complaints,
        )?;
    }
    Ok(())
}

/// The same, where the browser says of itself what these media features say.
fn examine_in(
    browser: &Browser,
    features: &[(&str, &str)],
    what: &str,
    complaints: &mut Vec<String>,
) -> Step {
    let list = features.iter();
    let list: Vec<_> = list
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    browser.cdp("Emulation.setEmulatedMedia", &json!({ "features": list }))?;
    browser.settle()?;
    let found = texts(&browser.js(include_str!("../scripts/axe.js"), &[])?);
    let values: Vec<_> = features.iter().map(|(_, value)| *value).collect();
    let values = values.join(", ");
    complaints.extend(found.iter().map(|line| format!("{what}, {values}: {line}")));
    Ok(())
}

fn every_route(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = with_axe(stage)?;
    let mut complaints = Vec::new();
    for route in &stage.site.routes {
        browser.open_route(&format!("{}{route}", server.url()))?;
        examine(&browser, route, &mut complaints)?;
    }
    nothing("axe to find nothing", &complaints)
}

fn states(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = with_axe(stage)?;
    let mut complaints = Vec::new();
    let mut look = |page: &str, script: &str, args: &[Value], what: &str| -> Step {
        browser.open_ready(&format!("{}{page}", server.url()))?;
        browser.js(script, args)?;
        browser.settle()?;
        examine(&browser, what, &mut complaints)
    };
    // In groups of answers the last one stays open; that is enough to see one of each.
    let open = "for (const d of document.querySelectorAll('details')) d.open = true";
    for page in ["class=option", "class=on-this-page"] {
        if let Some(page) = stage.site.page_with(page) {
            look(page, open, &[], &format!("{page} with everything open"))?;
        }
    }
    if let Some(page) = stage.site.page_with("popovertarget=term-") {
        let open = "document.querySelector('button.term').click()";
        look(page, open, &[], &format!("{page} with a word open"))?;
    }
    // A page read to its end gives a card, marks, and a place to start again from.
    let read = "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })";
    look(stage.site.page(1), read, &[], "a page read to its end")?;
    look("guide.html", "", &[], "the contents with a mark and a card")?;
    look("index.html", "", &[], "Today with a card")?;
    let again = "document.querySelector('[data-start-again]').click()";
    look(
        "guide.html",
        again,
        &[],
        "the contents after starting again",
    )?;
    let write = include_str!("../scripts/write_note.js");
    look("notes.html", write, &[], "a note")?;
    let deleted = "document.querySelector('[data-delete-note]').click()";
    look("notes.html", deleted, &[], "a deleted note")?;
    let key = records::key("place");
    let damage = "localStorage.setItem(arguments[0], 'damaged')";
    look("help.html", damage, &[json!(key)], "Help")?;
    look("help.html", "", &[], "Help with a notice")?;
    let steps = "for (const e of document.querySelectorAll('[data-prerendered] [hidden]')) \
         e.hidden = false; document.querySelector('.seal').open = true";
    look("device.html", steps, &[], "every step of the backup")?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    find::open_search(&browser)?;
    examine(&browser, "search", &mut complaints)?;
    find::look_for(&browser, "cant breathe", "help.html#breathing-sudden")?;
    browser.visible(".found-verb:not(:empty)")?;
    browser.visible(".found-text mark")?;
    examine(&browser, "search with a sign and more", &mut complaints)?;
    let nothing_found = "const field = document.querySelector('#search-field'); field.value = 'metastaxyzq'; \
         field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(nothing_found, &[])?;
    browser.visible("[data-try]")?;
    examine(&browser, "search without results", &mut complaints)?;
    nothing("axe to find nothing", &complaints)
}

/// A word, search with a sign, and a note that is being written, open.
fn opened(
    browser: &Browser,
    (stage, url): (&Stage, &str),
    features: &[(&str, &str)],
    complaints: &mut Vec<String>,
) -> Step {
    if let Some(page) = stage.site.page_with("popovertarget=term-") {
        browser.open_ready(&format!("{url}{page}"))?;
        browser.js("document.querySelector('button.term').click()", &[])?;
        examine_in(browser, features, "a word open", complaints)?;
    }
    find::open_search(browser)?;
    find::look_for(browser, "cant breathe", "help.html#breathing-sudden")?;
    browser.visible(".found-verb:not(:empty)")?;
    examine_in(browser, features, "search with a sign", complaints)?;
    browser.open_ready(&format!("{url}notes.html"))?;
    browser.js(include_str!("../scripts/write_note.js"), &[])?;
    examine_in(browser, features, "a note being written", complaints)
}

fn every_theme(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = with_axe(stage)?;
    let url = server.url();
    let mut complaints = Vec::new();
    open(&browser, &url)?;
    choose(&browser, "size", "200")?;
    choose(&browser, "letters", "looser")?;
    choose(&browser, "lines", "looser")?;
    for theme in ["light", "dark", "night", "contrast"] {
        open(&browser, &url)?;
        choose(&browser, "theme", theme)?;
        let look = format!("theme-{theme} size-200 lines-looser letters-looser");
        look_is(&browser, &look)?;
        let few = [
            "settings.html",
            "guide.html",
            "help.html",
            "notes.html",
            stage.site.page(2),
        ];
        for route in few {
            browser.open_route(&format!("{url}{route}"))?;
            examine(&browser, &format!("{route}, {theme}"), &mut complaints)?;
        }
        // The theme decides, whatever the device would like.
        let features = [("prefers-color-scheme", "dark")];
        opened(&browser, (stage, &url), &features, &mut complaints)?;
    }
    for route in &stage.site.routes {
        browser.open_route(&format!("{url}{route}"))?;
        let wide = texts(&browser.js(include_str!("../scripts/too_wide.js"), &[])?);
        complaints.extend(wide.iter().map(|line| format!("{route}: {line}")));
    }
    browser.js("localStorage.clear()", &[])?;
    let forced = [
        ("forced-colors", "active"),
        ("prefers-color-scheme", "dark"),
    ];
    for route in [
        "index.html",
        "guide.html",
        "help.html",
        "settings.html",
        "device.html",
    ] {
        browser.open_route(&format!("{url}{route}"))?;
        examine_in(&browser, &forced, route, &mut complaints)?;
    }
    opened(&browser, (stage, &url), &forced, &mut complaints)?;
    nothing(
        "every look to be readable, and as wide as 320 px",
        &complaints,
    )
}
