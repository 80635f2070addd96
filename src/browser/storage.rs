//! Local storage, through gloo-storage, behind a guard.

use super::dynamic::call;
use super::window;
use bearings_records::{Storage, StorageDenied};
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The browser's local storage.
///
/// gloo-storage 0.4 panics when the browser blocks storage or has none: a value of this type
/// exists only where it is there.
pub struct WebStorage(());

impl WebStorage {
    /// The storage, or nothing when the browser does not let us have it.
    pub fn open() -> Option<Self> {
        match window().local_storage() {
            Ok(Some(_)) => Some(Self(())),
            _ => None,
        }
    }
}

/// Leaves a position for this tab's next page, under the same site.
pub fn save_reload_position(position: &str) {
    if let Ok(Some(session)) = window().session_storage() {
        _ = session.set_item(&reload_position_key(), position);
    }
}

/// The position that this tab's last page left, once.
pub fn take_reload_position() -> Option<String> {
    let session = window().session_storage().ok()??;
    let position = session.get_item(&reload_position_key()).ok()??;
    _ = session.remove_item(&reload_position_key());
    Some(position)
}

/// Where the entries of this tab's history were scrolled to, for `domain::scrolls` to read.
pub fn scrolls() -> String {
    let session = window().session_storage().ok().flatten();
    let kept = session.and_then(|session| session.get_item(&session_key("scrolls")).ok()?);
    kept.unwrap_or_default()
}

/// Keeps where they were scrolled to until the tab is closed.
pub fn keep_scrolls(scrolls: &str) {
    if let Ok(Some(session)) = window().session_storage() {
        _ = session.set_item(&session_key("scrolls"), scrolls);
    }
}

/// Takes away whatever this tab keeps for its next page.
pub fn forget_session() {
    _ = take_reload_position();
    if let Ok(Some(session)) = window().session_storage() {
        _ = session.remove_item(&session_key("scrolls"));
    }
}

fn reload_position_key() -> String {
    session_key("word")
}

fn session_key(what: &str) -> String {
    format!("bearings:{}:{what}", super::location::base())
}

/// Asks the browser to keep what is written here even when room runs low. Its answer, if it ever
/// gives one: some ask the person first, some never answer, some have no such promise.
pub async fn ask_to_persist() -> Option<bool> {
    promised("persist").await
}

/// Whether it has been asked and has agreed.
pub async fn is_persisted() -> Option<bool> {
    promised("persisted").await
}

async fn promised(question: &str) -> Option<bool> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let ask: Function = Reflect::get(&storage, &question.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let answer: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

impl Storage for WebStorage {
    fn names(&self) -> Result<Vec<String>, StorageDenied> {
        let storage = LocalStorage::raw();
        let count = storage.length().map_err(|_| StorageDenied)?;
        let mut names = Vec::new();
        for index in 0..count {
            names.extend(storage.key(index).map_err(|_| StorageDenied)?);
        }
        Ok(names)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied> {
        LocalStorage::raw().get_item(key).map_err(|_| StorageDenied)
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied> {
        LocalStorage::raw()
            .set_item(key, value)
            .map_err(|_| StorageDenied)
    }

    /// Without a look at it: what is there may hold halves of signs, which no text of Rust can.
    fn copy(&mut self, from: &str, to: &str) -> Result<(), StorageDenied> {
        let storage = LocalStorage::raw();
        let copied = call(&storage, "getItem", &[&from.into()])
            .and_then(|text| call(&storage, "setItem", &[&to.into(), &text]));
        copied.map(drop).map_err(|_| StorageDenied)
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageDenied> {
        LocalStorage::raw()
            .remove_item(key)
            .map_err(|_| StorageDenied)
    }
}
