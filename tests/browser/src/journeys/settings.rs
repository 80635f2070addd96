//! What a person chooses for herself: the words of a region, and no offers.

use std::ops::RangeInclusive;

use serde_json::json;

use super::records::{key, open_cleared};
use super::{ALL, CHROMIUM};
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "the words of a region are chosen once and hold on every page",
        engines: ALL,
        run: region,
    },
    Journey {
        name: "who has read three pages is offered to install, until she says no",
        engines: ALL,
        run: offer,
    },
    Journey {
        name: "whose browser saves data is asked before the guide is kept on the device",
        engines: CHROMIUM,
        run: saves_data,
    },
    Journey {
        name: "Chromium finds that the app can be installed, and asks when the person wants it",
        engines: CHROMIUM,
        run: install,
    },
];

/// What is in sight of words that differ: `uk`, `us`, or both.
const IN_SIGHT: &str = "return ['uk', 'us'].filter((name) => \
     [...document.querySelectorAll('#article .' + name)].some((word) => word.getClientRects().length > 0)).join(' ')";

fn region(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open_cleared(&browser, &server.url())?;
    let has_such = |route: &&String| {
        let html = std::fs::read_to_string(stage.site.dist.join(route));
        html.is_ok_and(|html| html.contains("<span class=\"us\">"))
    };
    let Some(page) = stage.site.spine.iter().find(has_such) else {
        return failed("a page with words that differ between regions", "none");
    };
    let page = format!("{}{page}", server.url());
    let settings = format!("{}settings.html", server.url());
    for (choice, expected) in [("us", "us"), ("uk", "uk"), ("", "uk us")] {
        browser.open_ready(&settings)?;
        browser.click(&format!("input[name=region][value='{choice}']"))?;
        browser.open_ready(&settings)?;
        let chosen = "return document.querySelector('input[name=region]:checked')?.value";
        let same = format!("{chosen} === arguments[0]");
        browser.until("the choice to be remembered", &same, &[json!(choice)])?;
        browser.is_calm("the choice of a region")?;
        browser.open(&page)?;
        // Chromium lays out nothing of a saved page until it may draw the whole of it, which is
        // not yet so when the page has loaded. The first words that stand there must be the right ones.
        let drawn = "return document.querySelector('#article').getClientRects().length > 0";
        browser.until("the page to be drawn", drawn, &[])?;
        let seen = text(&browser.js(IN_SIGHT, &[])?);
        check(seen == expected, format!("the words of: {expected}"), seen)?;
        browser.ready()?;
        browser.is_calm("a page with words of a region")?;
    }
    Ok(())
}

/// Reads the first pages of the guide to their ends; each is then marked as read.
fn read_pages(browser: &Browser, stage: &Stage, url: &str, pages: RangeInclusive<usize>) -> Step {
    for page in pages {
        browser.open_ready(&format!("{url}{}", stage.site.page(page)))?;
        browser.scroll_to(1.0)?;
        let marked = "return (localStorage.getItem(arguments[0]) ?? '').split(',true]').length - 1 \
             === arguments[1]";
        let key = key("progress");
        browser.until(
            "the page to be marked as read",
            marked,
            &[json!(key), json!(page)],
        )?;
    }
    Ok(())
}

fn offer(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open_cleared(&browser, &url)?;
    let hidden =
        "return document.querySelector('[data-install-offer]').getClientRects().length === 0";
    read_pages(&browser, stage, &url, 1..=2)?;
    browser.open_ready(&format!("{url}index.html"))?;
    check(
        browser.js(hidden, &[])? == json!(true),
        "no offer yet",
        "one",
    )?;
    read_pages(&browser, stage, &url, 3..=3)?;
    browser.follow("nav.destinations a[href*=index]")?;
    browser.visible("[data-install-offer]")?;
    browser.follow("[data-install-offer] a")?;
    browser.ready()?;
    browser.visible("#install")?;
    browser.open_ready(&format!("{url}index.html"))?;
    browser.click("[data-decline]")?;
    browser.until("the offer to go", hidden, &[])?;
    browser.open_ready(&format!("{url}index.html"))?;
    browser.settle()?;
    check(
        browser.js(hidden, &[])? == json!(true),
        "no offer again",
        "one",
    )?;
    browser.is_calm("the first page")
}

fn saves_data(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.start(&Setup::default())?;
    let on = json!({ "dataSaverEnabled": true });
    browser.cdp("Emulation.setDataSaverOverride", &on)?;
    browser.open_ready(&format!("{}index.html", server.url()))?;
    browser.visible("[data-install-offer]")?;
    check(
        server.count("sw.js") == 0,
        "nothing to be saved unasked",
        format!("{} requests for the worker", server.count("sw.js")),
    )?;
    browser.follow("[data-install-offer] a")?;
    browser.ready()?;
    browser.click("[data-save-offline]")?;
    super::offline::saved(&browser)
}

fn install(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}device.html", server.url()))?;
    // Chromium offers it by itself, once it finds that the app can be installed.
    browser.visible("[data-install]")?;
    let ask = "BeforeInstallPromptEvent.prototype.prompt = () => { window.__asked = true }";
    browser.js(ask, &[])?;
    browser.click("[data-install]")?;
    browser.until("the browser to ask", "return window.__asked === true", &[])?;
    let gone = "return document.querySelector('[data-install]').hidden";
    browser.until("the button to go", gone, &[])?;
    browser.is_calm("the page with the button")
}
