//! What journeys with a newer release share: publishing it, waiting for it, changing to it, and
//! seeing of which release a page is.

use std::path::PathBuf;
use std::time::Duration;

use bearings_host::Server;
use serde_json::json;

use super::offline::is_ours;
use crate::browser::Browser;
use crate::release::{self, Changes, FIRST, NEW};
use crate::stage::Stage;
use crate::stop::{Step, check, failed, text};

/// Has the browser look for a newer release.
pub const UPDATE: &str = "return navigator.serviceWorker.getRegistration().then((found) => found.update())\
     .then(() => true, () => true)";
/// Serves a release that says its own name when it runs, for others to follow.
pub fn serve_first(stage: &Stage) -> Step<Server> {
    let server = stage.serve_plain()?;
    let first = stage.scratch("first")?;
    release::make(&stage.site.dist, &first, &Changes::built(FIRST))?;
    server.set_root(&first);
    Ok(server)
}

/// Makes a newer release; it is published by making its folder the root of the server.
pub fn prepare(stage: &Stage, name: &str, changes: &Changes) -> Step<PathBuf> {
    let next = stage.scratch(name)?;
    release::make(&stage.site.dist, &next, changes)?;
    Ok(next)
}

/// Publishes a newer release, and has the browser look for it.
pub fn publish(
    stage: &Stage,
    server: &Server,
    browser: &Browser,
    name: &str,
    changes: &Changes,
) -> Step {
    server.set_root(prepare(stage, name, changes)?);
    browser.js(UPDATE, &[]).map(drop)
}

/// Publishes a newer release, and waits until the page offers it.
pub fn offer(
    stage: &Stage,
    server: &Server,
    browser: &Browser,
    name: &str,
    changes: &Changes,
) -> Step {
    publish(stage, server, browser, name, changes)?;
    update_ready(browser)
}

/// Waits until no worker is being installed; `what` is said if one still is.
pub fn is_idle(browser: &Browser, what: &str) -> Step {
    let idle = "return navigator.serviceWorker.getRegistration()\
         .then((found) => found.installing === null)";
    browser.until(what, idle, &[]).map(drop)
}

/// Waits until a newer release is there whole and the page offers it.
pub fn update_ready(browser: &Browser) -> Step {
    let limit = super::WHOLE_GUIDE;
    let script = "return document.documentElement.hasAttribute('data-update')";
    browser.until_within(limit, "the update to be ready", script, &[])?;
    browser.visible("[data-update-line]")
}

/// Has the browser look for the release that is published and cannot be had whole: waits until the
/// page says of this try that it failed, and nothing is under way any more.
pub fn update_fails(browser: &Browser, what: &str) -> Step {
    let untold = "document.documentElement.dataset.offline = 'untold'";
    browser.js(untold, &[])?;
    browser.js(UPDATE, &[])?;
    let limit = Duration::from_mins(1);
    let told = "return document.documentElement.dataset.offline === 'failed'";
    browser.until_within(limit, &format!("it to be said that {what}"), told, &[])?;
    is_idle(browser, "the try to end")
}

/// Accepts the newer release and waits until this tab shows it.
pub fn switch_to(browser: &Browser, build: &str) -> Step {
    browser.click("[data-switch]")?;
    let runs = "return globalThis.ran === arguments[0] \
         && document.documentElement.hasAttribute('data-ready')";
    let limit = super::WHOLE_GUIDE;
    let what = "the page to be loaded anew with the new program";
    if let Err(stop) = browser.until_within(limit, what, runs, &[json!(build)]) {
        // Which worker waits for what tells where it got stuck.
        let states = "return navigator.serviceWorker.getRegistration().then((found) => \
             ['installing', 'waiting', 'active'].map((one) => one + ' ' + found[one]?.state).join(', '))";
        let states = text(&browser.js(states, &[])?);
        return failed(what, format!("{stop}; workers: {states}"));
    }
    Ok(())
}

/// The title of the page on the screen.
pub fn title(browser: &Browser) -> Step<String> {
    let script = "return document.querySelector('#article h1')?.textContent ?? ''";
    Ok(text(&browser.js(script, &[])?))
}

/// Of which release a page is: its build, the program that runs on it, and its words.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    build: String,
    program: String,
    is_new: bool,
}

/// A page of the release with this build; whether the release says something new on it.
pub fn parts(build: &str, is_new: bool) -> Parts {
    Parts {
        build: build.to_owned(),
        program: build.to_owned(),
        is_new,
    }
}

/// Waits for the app, and looks of which release the page on the screen is.
pub fn seen_parts(browser: &Browser, what: &str) -> Step<Parts> {
    is_ours(browser, what)?;
    browser.ready()?;
    let script = "return [document.documentElement.dataset.build, globalThis.ran ?? 'another']";
    let seen = browser.js(script, &[])?;
    Ok(Parts {
        build: text(&seen[0]),
        program: text(&seen[1]),
        is_new: title(browser)?.contains(NEW),
    })
}

/// The page on the screen is whole, and of one of these releases: never half of each.
pub fn is_one_of(browser: &Browser, releases: &[Parts], what: &str) -> Step {
    let seen = seen_parts(browser, what)?;
    check(
        releases.contains(&seen),
        format!("{what} whole, of one of {releases:?}"),
        format!("{seen:?}"),
    )
}

/// These pages of the site at `base`, opened one after the other, are whole and of the first
/// release; `when` ends the sentence about each.
pub fn are_old(browser: &Browser, base: &str, routes: &[&str], when: &str) -> Step {
    for route in routes {
        browser.open_ready(&format!("{base}{route}"))?;
        let what = format!("the old {route} {when}");
        is_one_of(browser, &[parts(FIRST, false)], &what)?;
    }
    Ok(())
}

/// With the server gone, a page has the words of the newer release.
pub fn is_new_offline(browser: &Browser, server: &mut Server, page: &str) -> Step {
    server.stop();
    browser.open_ready(&format!("{}{page}", server.url()))?;
    check(
        title(browser)?.contains(NEW),
        "the new version offline",
        browser.state(),
    )
}
