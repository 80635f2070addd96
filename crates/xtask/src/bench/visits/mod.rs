//! Coming back: a first visit that saves the guide, the next ones, one without a network, and one
//! that finds a newer release.
//!
//! What travels is counted at our own server, because everything has to pass there: what the page
//! asks for, what the worker fetches in the background, and what the browser fetches for neither
//! (`sw.js`, the manifest). The browser's own log has each of these in another place, and what a
//! worker answered stands in it beside what came over the wire. Counted are the bodies as they are
//! sent, in Brotli; headers are not. A request before ready is one that had arrived here when the
//! page said that it was ready.
//!
//! The visits of one run are made in the browser's own profile on disk, not in a private window,
//! and each run has a port of its own, which is an origin without a past. Page and worker have the
//! slow link; the processor is slowed down for the page alone, for nothing slows a worker's thread.

mod release;
mod report;
mod sent;

use std::path::Path;
use std::time::{Duration, Instant};

use bearings_host::Server;
use serde_json::json;

pub(super) use release::Releases;
pub(super) use report::{json, table};
use sent::Sent;

use super::load::{WATCHED, number};
use super::site::{self, Page};
use super::tab::{Profile, Speed, Tab};
use crate::chrome::{Chrome, ChromeError};
use crate::{Failure, say};

/// What runs in a page before anything of its own.
const WATCH: &str = concat!(include_str!("../watch.js"), include_str!("watch.js"));

/// How long the worker may take to save the guide, or a newer release.
const SAVING: Duration = Duration::from_mins(2);

/// Every run of one page.
pub(super) struct Visits {
    /// The page, below the root of the site.
    pub(super) file: String,
    runs: Vec<Visit>,
}

/// One run: the visits of one person, in their order.
struct Visit {
    /// All that travels until the guide is saved.
    first: Sent,
    /// When it was, in milliseconds from the start of the navigation.
    saved: f64,
    /// The next day: nothing runs any more.
    asleep: Start,
    /// A minute later: the worker still runs.
    awake: Start,
    /// A page of one line instead, and nothing runs: what the machine takes for itself.
    bare: Start,
    /// The host is gone, and nothing runs.
    offline: Start,
    /// All that travels when the host has a newer release, until it is offered.
    update: Sent,
}

/// How a page started. Milliseconds from the start of the navigation.
struct Start {
    paint: Option<f64>,
    ready: Option<f64>,
    /// When the whole page was there.
    page: Option<f64>,
    /// Requests that reached the host before the page was ready.
    before: Sent,
}

/// Makes the visits, so many times for each page.
pub(super) fn measure(
    chrome: &mut Chrome,
    releases: &Releases,
    pages: &[String],
    runs: usize,
) -> Result<Vec<Visits>, Failure> {
    let work = say::start(&format!(
        "coming back to {} pages, {runs} times",
        pages.len()
    ));
    let started = Instant::now();
    let mut all = Vec::new();
    for file in pages {
        let page = site::read(&releases.now, file)?;
        let mut visits = Visits {
            file: file.clone(),
            runs: Vec::new(),
        };
        for _ in 0..runs {
            visits.runs.push(visit(chrome, releases, &page)?);
        }
        println!("    {} ({})", visits.brief(), say::span(started.elapsed()));
        all.push(visits);
    }
    work.done("measured");
    Ok(all)
}

fn visit(chrome: &mut Chrome, releases: &Releases, page: &Page) -> Result<Visit, Failure> {
    // What the worker of the next release fetches has to be compressed beforehand as well.
    site::serve_all(&releases.next)?;
    let mut server = site::serve_all(&releases.now)?;
    let url = format!("{}{}", server.url(), page.file);
    let mut profile = Profile::lasting(chrome);
    let (first, saved) = first(&mut profile, &server, &url)?;
    let asleep = start(&mut profile, &server, &url, Worker::Asleep)?;
    let bare_url = format!("{}{}", server.url(), release::BARE);
    let bare = start(&mut profile, &server, &bare_url, Worker::Asleep)?;
    let awake = start(&mut profile, &server, &url, Worker::Awake)?;
    server.stop();
    let offline = start(&mut profile, &server, &url, Worker::Asleep)?;
    server.resume()?;
    let update = update(&mut profile, &server, &url, &releases.next)?;
    Ok(Visit {
        first,
        saved,
        asleep,
        awake,
        bare,
        offline,
        update,
    })
}

/// Whether the worker runs when a page is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Worker {
    Asleep,
    Awake,
}

fn first(
    profile: &mut Profile<'_>,
    server: &Server,
    url: &str,
) -> Result<(Sent, f64), ChromeError> {
    server.forget_requests();
    let mut tab = Tab::open(profile, Speed::Slow, WATCH)?;
    tab.bind_workers()?;
    tab.call("Page.navigate", &json!({ "url": url }))?;
    wait_for(&mut tab, "saved", &format!("{url} to be saved"))?;
    come_to_rest(&mut tab, server)?;
    let saved = number(&tab.evaluate("__bench.saved")?);
    Ok((Sent::of(&server.requests()), saved))
}

fn start(
    profile: &mut Profile<'_>,
    server: &Server,
    url: &str,
    worker: Worker,
) -> Result<Start, ChromeError> {
    let mut tab = Tab::open(profile, Speed::Slow, WATCH)?;
    if worker == Worker::Asleep {
        tab.put_workers_to_sleep()?;
    }
    server.forget_requests();
    tab.call("Page.navigate", &json!({ "url": url }))?;
    wait_for(&mut tab, "ready", &format!("{url} to be ready again"))?;
    let before = Sent::of(&server.requests());
    tab.rest(WATCHED)?;
    // The browser asks for a newer worker when the page has long been ready; what belongs to this
    // visit must not be counted in the next one.
    come_to_rest(&mut tab, server)?;
    let seen = tab.evaluate("__bench")?;
    let page = "performance.getEntriesByType('navigation')[0].responseEnd";
    Ok(Start {
        paint: seen["paint"].as_f64(),
        ready: seen["ready"].as_f64(),
        page: tab.evaluate(page)?.as_f64(),
        before,
    })
}

/// The browser looks for a newer worker by itself when a page is opened.
fn update(
    profile: &mut Profile<'_>,
    server: &Server,
    url: &str,
    next: &Path,
) -> Result<Sent, ChromeError> {
    server.set_root(next);
    server.forget_requests();
    let mut tab = Tab::open(profile, Speed::Slow, WATCH)?;
    tab.bind_workers()?;
    tab.call("Page.navigate", &json!({ "url": url }))?;
    wait_for(&mut tab, "update", "the newer release to be offered")?;
    come_to_rest(&mut tab, server)?;
    Ok(Sent::of(&server.requests()))
}

fn wait_for(tab: &mut Tab<'_>, what: &str, whole: &str) -> Result<(), ChromeError> {
    if tab.hears(what, SAVING)? {
        Ok(())
    } else {
        Err(ChromeError::Late(whole.to_owned()))
    }
}

/// Waits until nothing has been asked for in a second.
fn come_to_rest(tab: &mut Tab<'_>, server: &Server) -> Result<(), ChromeError> {
    let longest = Instant::now() + Duration::from_secs(20);
    let mut count = None;
    while count.replace(server.requests().len()) != Some(server.requests().len())
        && Instant::now() < longest
    {
        tab.rest(Duration::from_secs(1))?;
    }
    Ok(())
}
