//! The other pages of the guide: fetched from their own files, and kept ready.

#[cfg(feature = "csr")]
use super::chunks::dress;
use super::parts::Part;
use super::{location, root, window};
use bearings_domain::route::Route;
use leptos::prelude::set_timeout_with_handle;
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, DocumentFragment, DomParser, RequestInit, Response, SupportedType};

/// How many pages are kept: the ones before and after, and a few a finger rested on.
const KEPT: usize = 12;

/// A page that can be shown at once.
#[derive(Debug)]
pub struct Page {
    /// The title of the window.
    pub title: String,
    /// What `<main>` says of it in `data-view`.
    pub view: String,
    /// What is in its `<main>`.
    pub content: DocumentFragment,
}

impl Page {
    /// A part of it that a selector finds.
    pub fn part(&self, selector: &str) -> Option<Part> {
        let found = self.content.query_selector(selector).ok()?;
        found.map(Part::of)
    }
}

/// A page that has not arrived by then is left to the browser, which has its own ways to say so. A
/// page is 14 kB: on the slowest of links (50 kbit/s) it takes four seconds.
const LIMIT: Duration = Duration::from_secs(15);

/// A page that has arrived.
#[derive(Debug)]
enum Kept {
    /// As it came. Parsing takes a slow phone some 50 ms: that waits until somebody is about to go
    /// there, for most pages that are fetched ahead are never looked at.
    Fetched(String),
    /// Parsed.
    Ready(Rc<Page>),
}

thread_local! {
    static KEPT_PAGES: RefCell<Vec<(Route, Kept)>> = const { RefCell::new(Vec::new()) };
    /// The pages that are on their way, and the tasks that wait for each.
    static UNDER_WAY: RefCell<Vec<(Route, Vec<Waker>)>> = const { RefCell::new(Vec::new()) };
}

/// The page of `route`, if it has arrived; parsed now, if it has not been.
pub fn ready(route: &Route) -> Option<Rc<Page>> {
    KEPT_PAGES.with_borrow_mut(|pages| {
        let at = pages.iter().position(|(kept, _)| kept == route)?;
        let page = match &pages.get(at)?.1 {
            Kept::Ready(page) => return Some(Rc::clone(page)),
            Kept::Fetched(text) => parse(text).map(Rc::new),
        };
        if let (Some(page), Some((_, kept))) = (&page, pages.get_mut(at)) {
            *kept = Kept::Ready(Rc::clone(page));
        } else {
            pages.remove(at);
        }
        page
    })
}

/// The page of `route`: ready, under way already, or fetched and then kept. Nothing when it
/// cannot be had, or belongs to another release of the site: then a plain navigation is right.
pub async fn load(route: &Route) -> Option<Rc<Page>> {
    fetch_ahead(route).await;
    ready(route)
}

/// Fetches the page of `route`, if it is not here yet, and keeps it.
pub async fn fetch_ahead(route: &Route) {
    let is_here = |pages: &Vec<(Route, Kept)>| pages.iter().any(|(kept, _)| kept == route);
    if KEPT_PAGES.with_borrow(is_here) {
        return;
    }
    if begin(route) {
        if let Some(text) = fetch(route).await {
            keep(route, text);
        }
        end(route);
    } else {
        // Somebody else has asked for it: one request is enough.
        poll_fn(|context| wait(route, context.waker())).await;
    }
}

/// Notes that the page is under way. Returns whether it was not.
fn begin(route: &Route) -> bool {
    UNDER_WAY.with_borrow_mut(|requests| {
        let is_new = requests.iter().all(|(other, _)| other != route);
        if is_new {
            requests.push((route.clone(), Vec::new()));
        }
        is_new
    })
}

fn wait(route: &Route, waker: &Waker) -> Poll<()> {
    UNDER_WAY.with_borrow_mut(|requests| {
        let request = requests.iter_mut().find(|(other, _)| other == route);
        request.map_or(Poll::Ready(()), |(_, waiting)| {
            waiting.push(waker.clone());
            Poll::Pending
        })
    })
}

/// The page has arrived, or will not: the tasks that wait for it look.
fn end(route: &Route) {
    let waiting = UNDER_WAY.with_borrow_mut(|requests| {
        let at = requests.iter().position(|(other, _)| other == route);
        at.map(|at| requests.swap_remove(at).1)
    });
    waiting.into_iter().flatten().for_each(Waker::wake);
}

fn keep(route: &Route, text: String) {
    KEPT_PAGES.with_borrow_mut(|pages| {
        pages.retain(|(kept, _)| kept != route);
        if pages.len() >= KEPT {
            pages.remove(0);
        }
        pages.push((route.clone(), Kept::Fetched(text)));
    });
}

thread_local! {
    static FILES: RefCell<Vec<(Route, Rc<str>)>> = const { RefCell::new(Vec::new()) };
}

/// The file of a page as it is, to look something up in it: not parsed, and not in the way of pages
/// that may be shown next.
pub async fn file(route: &Route) -> Option<Rc<str>> {
    let known = FILES.with_borrow(|files| {
        let known = files.iter().find(|(other, _)| other == route);
        known.map(|(_, file)| Rc::clone(file))
    });
    if known.is_some() {
        return known;
    }
    let file: Rc<str> = fetch(route).await?.into();
    FILES.with_borrow_mut(|files| {
        if files.len() >= KEPT {
            files.remove(0);
        }
        files.push((route.clone(), Rc::clone(&file)));
    });
    Some(file)
}

async fn fetch(route: &Route) -> Option<String> {
    let init = RequestInit::new();
    let stop = AbortController::new().ok()?;
    init.set_signal(Some(&stop.signal()));
    let timer = set_timeout_with_handle(move || stop.abort(), LIMIT).ok();
    let text = text(&location::file_url(route), &init).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    text
}

async fn text(url: &str, init: &RequestInit) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str_and_init(url, init)).await;
    let response: Response = response.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await;
    text.ok()?.as_string()
}

/// Nothing is shown on the host.
#[cfg(not(feature = "csr"))]
const fn dress(_: &str) -> Option<String> {
    None
}

fn parse(text: &str) -> Option<Page> {
    let text = dress(text)?;
    let parsed = DomParser::new()
        .ok()?
        .parse_from_string(&text, SupportedType::TextHtml)
        .ok()?;
    let build = |root: &web_sys::Element| root.get_attribute("data-build");
    if build(&parsed.document_element()?) != build(&root()) {
        return None;
    }
    // Somebody has rewritten a place on the way: it is left to the browser.
    if parsed.get_element_by_id("places").is_some() {
        return None;
    }
    let main = parsed.get_element_by_id("main")?;
    let content = parsed.create_document_fragment();
    while let Some(child) = main.first_child() {
        content.append_child(&child).ok()?;
    }
    Some(Page {
        title: parsed.title(),
        view: main.get_attribute("data-view").unwrap_or_default(),
        content,
    })
}
