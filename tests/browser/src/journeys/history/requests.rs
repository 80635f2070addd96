//! What is asked for on the way to the next page.

use std::time::Duration;

use bearings_host::Fault;
use serde_json::json;

use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

pub(super) fn nothing_ahead(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    // Passed over: the pointer is somewhere else at once.
    let pass = "const link = document.querySelector('nav.destinations a[href*=help]'); \
         for (const target of [link, document.body]) \
         target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    browser.js(pass, &[])?;
    let save = "Object.defineProperty(navigator, 'connection', { configurable: true, \
         value: { saveData: true } }); document.querySelector('nav.destinations a[href*=guide]').focus()";
    browser.js(save, &[])?;
    browser.follow("a[rel=next]")?;
    browser.settle()?;
    for file in ["help.html", "guide.html"] {
        let asked = server.count(file);
        check(
            asked == 0,
            format!("{file} not to be asked for"),
            format!("{asked}"),
        )?;
    }
    Ok(())
}

pub(super) fn slow_pages(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    // A place is not fetched ahead.
    server.fail_times("words.html", 1, Fault::Hang);
    let tap = "document.querySelector(arguments[0]).click()";
    let words = json!("a[href*='words.html']");
    browser.js(
        "const link = document.createElement('a'); link.href = arguments[0] + 'words.html'; \
         link.textContent = 'Words'; document.querySelector('#article').append(link)",
        &[json!(server.url())],
    )?;
    browser.js(tap, &[words])?;
    let busy = "return document.documentElement.hasAttribute('data-busy')";
    browser.until("the slow page to be said to be on its way", busy, &[])?;
    let next = text(&browser.js("return document.querySelector('a[rel=next]').href", &[])?);
    browser.leave("a[rel=next]")?;
    browser.js(tap, &[json!("a[rel=next]")])?;
    browser.arrive(&next)?;
    let calm = "return !document.documentElement.hasAttribute('data-busy')";
    browser.until("nothing more to be on its way", calm, &[])?;
    let file = next.rsplit('/').next().unwrap_or_default();
    let asked = server.count(&format!("guide/{file}"));
    check(
        asked == 1,
        "one request for the next page",
        format!("{asked}"),
    )?;
    // The one that hangs: the browser asks for it in its own way, and the host answers then.
    server.fail_times("help.html", 1, Fault::Hang);
    browser.leave("nav.destinations a[href*=help]")?;
    browser.js(tap, &[json!("nav.destinations a[href*=help]")])?;
    let help = "return document.querySelector('[data-view=help]') !== null";
    browser.until_within(Duration::from_secs(40), "Help after all", help, &[])?;
    Ok(())
}

/// The page gone back to is in another folder than the one on the screen.
pub(super) fn back_to_a_slow_page(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let [page, next] = [1, 2].map(|at| format!("{url}{}", stage.site.page(at)));
    browser.open_ready(&format!("{url}words.html"))?;
    let link = "const link = document.createElement('a'); link.href = arguments[0]; \
         link.id = 'to-guide'; link.textContent = 'Guide'; \
         document.querySelector('#article').append(link)";
    browser.js(link, &[json!(page)])?;
    browser.follow("#to-guide")?;
    let links = "return [...document.querySelectorAll('main a[href]')].map((link) => link.href)";
    let meant = texts(&browser.js(links, &[])?);
    server.fail_times("words.html", 1, Fault::Hang);
    browser.session.back()?;
    let is_coming = "return location.pathname.endsWith('/words.html') \
         && document.documentElement.hasAttribute('data-busy')";
    browser.until("the page gone back to, on its way", is_coming, &[])?;
    let now = texts(&browser.js(links, &[])?);
    let astray: Vec<_> = now.iter().filter(|link| !meant.contains(link)).collect();
    check(
        astray.is_empty(),
        "links that lead where they did before \"back\"",
        format!("{astray:?}"),
    )?;
    let leads = browser.leave("a[rel=next]")?;
    check(
        leads == next,
        format!("the way on to lead to {next}"),
        leads,
    )?;
    browser.click("a[rel=next]")?;
    browser.arrive(&next)?;
    let on_screen = "return document.documentElement.hasAttribute('data-ready') \
         && !document.documentElement.hasAttribute('data-busy')";
    browser.until("nothing more to be on its way", on_screen, &[])?;
    Ok(())
}
