//! The other pages of the guide: fetched from their own files, and kept ready.

use super::{location, root, window};
use bearings_domain::route::Route;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DocumentFragment, DomParser, Response, SupportedType};

/// How many pages are kept ready: the ones before and after, and a few a finger rested on.
const KEPT: usize = 12;

/// A page that can be shown at once.
#[derive(Debug)]
pub struct Page {
    /// The title of the window.
    pub title: String,
    /// The content of its article.
    pub content: DocumentFragment,
}

thread_local! {
    static READY: RefCell<Vec<(Route, Rc<Page>)>> = const { RefCell::new(Vec::new()) };
    static UNDER_WAY: RefCell<Vec<Route>> = const { RefCell::new(Vec::new()) };
}

/// The page of `route`, if it is ready.
pub fn ready(route: &Route) -> Option<Rc<Page>> {
    READY.with_borrow(|pages| {
        pages
            .iter()
            .find(|(kept, _)| kept == route)
            .map(|(_, page)| Rc::clone(page))
    })
}

/// Fetches the page of `route` unless it is ready or under way.
pub async fn prefetch(route: Route) {
    let known = ready(&route).is_some()
        || UNDER_WAY.with_borrow(|routes| routes.contains(&route))
        || route == Route::NotFound;
    if !known {
        UNDER_WAY.with_borrow_mut(|routes| routes.push(route.clone()));
        _ = load(&route).await;
        UNDER_WAY.with_borrow_mut(|routes| routes.retain(|other| *other != route));
    }
}

/// Fetches the page of `route` and keeps it ready. Nothing when it cannot be had, or belongs
/// to another release of the site: then a plain navigation is right.
pub async fn load(route: &Route) -> Option<Rc<Page>> {
    let response: Response = JsFuture::from(window().fetch_with_str(&location::file_url(route)))
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    let page = Rc::new(parse(&text.as_string()?)?);
    READY.with_borrow_mut(|pages| {
        pages.retain(|(kept, _)| kept != route);
        if pages.len() >= KEPT {
            pages.remove(0);
        }
        pages.push((route.clone(), Rc::clone(&page)));
    });
    Some(page)
}

fn parse(text: &str) -> Option<Page> {
    let parsed = DomParser::new()
        .ok()?
        .parse_from_string(text, SupportedType::TextHtml)
        .ok()?;
    let build = |root: &web_sys::Element| root.get_attribute("data-build");
    if build(&parsed.document_element()?) != build(&root()) {
        return None;
    }
    let article = parsed.get_element_by_id("article")?;
    let content = parsed.create_document_fragment();
    while let Some(child) = article.first_child() {
        content.append_child(&child).ok()?;
    }
    Some(Page {
        title: parsed.title(),
        content,
    })
}
