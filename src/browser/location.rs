//! Where this copy of the app lives, and which address means which route.

use super::{root, window};
use bearings_domain::lang::Lang;
use bearings_domain::route::Route;
use std::cell::OnceCell;
use web_sys::Url;

/// A place inside this copy of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Which page.
    pub route: Route,
    /// The part after `#`, if any.
    pub fragment: Option<String>,
    /// The whole address.
    pub url: String,
}

thread_local! {
    /// Kept from the start: relative addresses change their meaning once history moves on.
    static BASE: OnceCell<(String, String)> = const { OnceCell::new() };
}

/// Origin and base path, worked out once from `<html data-root>`.
fn home() -> (String, String) {
    BASE.with(|cell| {
        cell.get_or_init(|| {
            let here = window().location().href().unwrap_or_default();
            let to_root = root().get_attribute("data-root").unwrap_or_default();
            let to_root = if to_root.is_empty() { "./" } else { &to_root };
            Url::new_with_base(to_root, &here).map_or_else(
                |_| (String::new(), String::from("/")),
                |url| (url.origin(), url.pathname()),
            )
        })
        .clone()
    })
}

/// The path under which this copy of the app lives, with a slash at both ends.
pub fn base() -> String {
    home().1
}

/// The address of this copy of the site, with a slash at its end.
pub fn root_url() -> String {
    let (origin, base) = home();
    [origin, base].concat()
}

/// What `address` means in this copy of the app; nothing for any other site or folder.
pub fn parse(address: &str) -> Option<Address> {
    let url = Url::new(address).ok()?;
    let (origin, base) = home();
    if url.origin() != origin {
        return None;
    }
    let path = url.pathname();
    let below = path.strip_prefix(&base)?;
    let hash = url.hash();
    let fragment = hash.strip_prefix('#').filter(|name| !name.is_empty());
    Some(Address {
        route: Route::parse(below),
        fragment: fragment.map(str::to_owned),
        url: address.to_owned(),
    })
}

/// The route that this page was written for. A host may have answered another address with it.
pub fn own_route() -> Route {
    Route::parse(&own_file())
}

fn own_file() -> String {
    root().get_attribute("data-file").unwrap_or_default()
}

/// The address on the screen.
pub fn current() -> Option<Address> {
    parse(&window().location().href().ok()?)
}

/// The address of the page on the screen. No address of ours has a query: one that is there is the
/// mark of a site that led here, and says something about the person.
pub fn of_page() -> String {
    let here = window().location().href().unwrap_or_default();
    here.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// The folder of this page's language, below the root: what the browser keeps for its pages is kept
/// apart, what the person wrote and read is not.
pub fn lang_folder() -> String {
    Lang::of_path(&own_file()).0.folder()
}

/// The address of a route's file.
pub fn file_url(route: &Route) -> String {
    let (origin, base) = home();
    format!("{origin}{base}{}", route.file())
}
