//! The document: title, focus, the article, and what `<html>` says about the app.

use super::{document, location, parts, root, window};
use bearings_domain::ids::BlockId;
use bearings_domain::route::Route;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DocumentFragment, Element, Event, FocusOptions, HtmlElement, Url};

/// `<html data-ready>`: the app has taken over. What was tapped before it could answer is done now:
/// `first.js` has marked it.
#[cfg(feature = "csr")]
pub fn mark_ready() {
    _ = root().set_attribute("data-ready", "");
    let tapped = document().query_selector("[data-waiting]").ok().flatten();
    if let Some(tapped) = tapped {
        _ = tapped.remove_attribute("data-waiting");
        if let Some(tapped) = tapped.dyn_ref::<HtmlElement>() {
            tapped.click();
        }
    }
}

/// `<html data-ready="guide">`: the app knows all pages of the guide.
#[cfg(feature = "csr")]
pub fn mark_pages_known() {
    _ = root().set_attribute("data-ready", "guide");
}

/// Waits for a task of its own.
#[cfg(feature = "csr")]
pub async fn next_task() {
    pause(0).await;
}

/// Waits so many milliseconds.
#[cfg(feature = "csr")]
pub async fn pause(millis: i32) {
    let task = js_sys::Promise::new(&mut |go_on, _| {
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, millis);
    });
    _ = super::dynamic::settled(Ok(task.into())).await;
}

/// `<html data-returning>`: there is a position to go on from, so the card has its room.
pub fn mark_returning(there: bool) {
    _ = root().toggle_attribute_with_force("data-returning", there);
}

/// `<html data-position-saved="page#block">`: this position has been written and read back.
pub fn mark_position_saved(name: &str) {
    _ = root().set_attribute("data-position-saved", name);
}

/// `<html data-offline="saved">`: how far the guide is saved on this device; `<html data-update>`:
/// a newer version is ready.
pub fn mark_offline(how: &str, has_update: bool) {
    _ = root().set_attribute("data-offline", how);
    _ = root().toggle_attribute_with_force("data-update", has_update);
}

/// `<html data-look="theme-night">`: what was chosen in the settings. The rules for it are fetched
/// when something is chosen for the first time; `first.js` does so before the page is painted.
/// Returns whether that is new to the page.
pub fn mark_look(look: &str) -> bool {
    if root().get_attribute("data-look").unwrap_or_default() == look {
        return false;
    }
    _ = root().set_attribute("data-look", look);
    if parts::part("link[rel=stylesheet]").is_some() {
        return true;
    }
    if let (Ok(link), Some(head)) = (document().create_element("link"), document().head()) {
        let file = [&location::root_url(), "look-", &build(), ".css"].concat();
        _ = link.set_attribute("rel", "stylesheet");
        _ = link.set_attribute("href", &file);
        _ = head.append_child(&link);
    }
    true
}

/// The colours that the browser draws around the page, on a device with light and with dark colours.
pub fn mark_papers(papers: [&str; 2]) {
    for (scheme, paper) in ["light", "dark"].iter().zip(papers) {
        let meta = ["meta[name=theme-color][media*=", scheme, "]"].concat();
        parts::mark(&meta, "content", Some(paper));
    }
}

/// `<html data-busy>`: the next page is on its way.
pub fn mark_busy(busy: bool) {
    _ = root().toggle_attribute_with_force("data-busy", busy);
}

/// Gives what stays when the page changes, icons and the links around the text, whole addresses:
/// relative ones mean something else once history has moved on.
pub fn pin_links() {
    let here = window().location().href().unwrap_or_default();
    pin("link[href], .top a[href], .destinations a[href]", &here);
}

/// Gives the links in `<main>`, which are those of the page `shown`, whole addresses. After "back"
/// the address may be that of a page in another folder which is still on its way: until it comes,
/// the browser would look in that folder.
pub fn pin_text(shown: &Route) {
    pin("main a[href]", &location::file_url(shown));
}

fn pin(links: &str, base: &str) {
    for link in parts::parts(links) {
        if let Ok(url) = Url::new_with_base(&link.attribute("href"), base) {
            link.mark("href", Some(&url.href()));
        }
    }
}

/// Whether the page is in sight.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The article of this page.
pub fn article() -> Option<Element> {
    document().get_element_by_id("article")
}

/// Puts a copy of another page in place of what is in `<main>`: its text, and what comes before and
/// after it. Links in there are those of its own file, and so is the address by then.
pub fn show(view: &str, content: &DocumentFragment) {
    let main = document().get_element_by_id("main");
    if let (Some(main), Ok(copy)) = (main, content.clone_node_with_deep(true)) {
        _ = main.set_attribute("data-view", view);
        main.replace_children_with_node_1(&copy);
        mark_age(&main);
    }
}

/// `<html data-old>`: this page was not checked for a year. `first.js` says so of the first one.
fn mark_age(main: &Element) {
    const YEAR_MS: f64 = 365.0 * 24.0 * 60.0 * 60.0 * 1000.0;
    let note = main.query_selector(".old-note").ok().flatten();
    let date = note.and_then(|note| note.get_attribute("data-reviewed"));
    // Without a date this is no number, and no such is greater than another.
    let age = js_sys::Date::now() - js_sys::Date::parse(&date.unwrap_or_default());
    _ = root().toggle_attribute_with_force("data-old", age > YEAR_MS);
}

/// Moves the focus to the page's heading, so that a screen reader reads on from there, without
/// scrolling.
pub fn focus_title() {
    if let Some(title) = document().get_element_by_id("title") {
        focus_quietly(&title);
    }
}

/// Moves the focus to the element with this id and brings it into sight, as when the button that was
/// pressed has gone.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// The title of the page on the screen.
pub fn title() -> String {
    let title = document().get_element_by_id("title");
    let text = title.and_then(|title| title.text_content());
    text.unwrap_or_default()
}

/// Which build of the app this is.
pub fn build() -> String {
    root().get_attribute("data-build").unwrap_or_default()
}

/// Whether there is an element with this id.
pub fn has(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// The element with this id, or the one that took the place of a block that once had it
/// (`data-was`), and whether it is the block itself.
pub fn block(id: &BlockId) -> Option<(Element, bool)> {
    if let Some(element) = document().get_element_by_id(id.as_str()) {
        return Some((element, true));
    }
    // An id is small letters, digits and hyphens, so nothing in it can end the quotes.
    let heir = article()?.query_selector(&format!("[data-was~=\"{id}\"]"));
    Some((heir.ok()??, false))
}

/// The element with the id `fragment`, or its heir.
fn named(fragment: &str) -> Option<Element> {
    let heir = || Some(block(&BlockId::parse(fragment).ok()?)?.0);
    document().get_element_by_id(fragment).or_else(heir)
}

/// `data-target` on the element that a link led to. `:target` follows only what the browser loads.
pub fn mark_target(fragment: Option<&str>) {
    if let Ok(Some(old)) = document().query_selector("[data-target]") {
        _ = old.remove_attribute("data-target");
    }
    if let Some(element) = fragment.and_then(named) {
        _ = element.set_attribute("data-target", "");
    }
}

/// Scrolls to the element with the id `fragment` and moves the focus there. A section has no words of
/// its own: its heading has the focus, and the list in it is open. Returns whether there is one.
pub fn go_to_fragment(fragment: &str) -> bool {
    let Some(element) = named(fragment) else {
        return false;
    };
    let part = |selector| element.query_selector(selector).ok().flatten();
    if let Some(list) = part(":scope > details") {
        _ = list.set_attribute("open", "");
    }
    let heading = part(":scope > :is(h2, h3)");
    let reached = heading.as_ref().unwrap_or(&element);
    if !reached.has_attribute("tabindex") {
        _ = reached.set_attribute("tabindex", "-1");
    }
    focus_quietly(reached);
    element.scroll_into_view();
    true
}

/// Moves the focus without scrolling.
pub(super) fn focus_quietly(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = element.focus_with_options(&options);
    }
}

/// Whether the end of the text is on the screen.
pub fn is_end_in_view() -> bool {
    let end = document()
        .query_selector("#article > .page-foot")
        .ok()
        .flatten();
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    match (end, height) {
        (Some(end), Some(height)) => end.get_bounding_client_rect().top() < height,
        _ => false,
    }
}

/// The width of the window in CSS pixels.
pub fn width() -> f64 {
    window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .unwrap_or(0.0)
}

/// Copies `text`. Returns whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    // Only offered where the page came over a safe connection.
    let clipboard =
        js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text))
        .await
        .is_ok()
}

thread_local! {
    static ASK: Closure<dyn Fn(Event)> = Closure::new(|event: Event| event.prevent_default());
}

/// Whether the browser asks before this page is closed: there are words that would end with it.
/// Only then: a page that always asks cannot be kept ready for "back".
pub fn ask_before_leaving(is_needed: bool) {
    ASK.with(|ask| {
        let ask = is_needed.then(|| ask.as_ref().unchecked_ref());
        window().set_onbeforeunload(ask);
    });
}
