//! The service worker that keeps the guide on the device: `sw/sw.js`.

use super::{location, window};
use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// What the worker says of itself. A field that it did not mention is empty or 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// `saving`, `saved`, `unsaved`, `off`, `failed` or `update`.
    pub state: String,
    /// Bytes that have arrived while saving.
    pub done: f64,
    /// Bytes that are to arrive while saving.
    pub of: f64,
    /// When the guide was saved: milliseconds since 1970.
    pub when: f64,
    /// Bytes that are saved.
    pub bytes: f64,
    /// Files that the browser has thrown away since.
    pub missing: f64,
    /// When a newer version was last looked for: milliseconds since 1970.
    pub checked: f64,
    /// Why saving last failed: `full`, `network`, or nothing.
    pub failed: String,
    /// What a waiting release corrects, if readers must know.
    pub correction: String,
}

/// Whether this browser, on this connection, has such workers.
pub fn is_supported() -> bool {
    container().is_some()
}

/// Calls back with every report of the worker, and with none when something about the
/// registration has changed and it is time to [`ask`].
pub fn listen(on_report: impl Fn(Option<Report>) + Clone + 'static) {
    let Some(container) = container() else {
        return;
    };
    let on_message = on_report.clone();
    let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let said = Reflect::get(&event.data(), &"bearings".into()).unwrap_or_default();
        if said.is_object() {
            on_message(Some(report(&said)));
        }
    });
    container.set_onmessage(Some(message.as_ref().unchecked_ref()));
    message.forget();
    let change = Closure::<dyn Fn()>::new(move || on_report(None));
    container.set_oncontrollerchange(Some(change.as_ref().unchecked_ref()));
    change.forget();
}

/// Asks the worker, and the one of a newer release that waits, how things stand; the answers come
/// to [`listen`]. Returns whether there is a worker to ask. `on_change` is called when one that is
/// on its way has arrived.
pub async fn ask(on_change: impl Fn() + 'static) -> bool {
    let Some(registration) = registration().await else {
        return false;
    };
    if let Some(active) = registration.active() {
        post(&active, "ask");
    }
    if let Some(waiting) = registration.waiting()
        && registration.active().is_some()
    {
        post(&waiting, "ask-update");
    }
    if let Some(installing) = registration.installing() {
        let change = Closure::<dyn Fn()>::new(on_change);
        installing.set_onstatechange(Some(change.as_ref().unchecked_ref()));
        change.forget();
    }
    true
}

/// Looks for a newer release. Returns whether the host could be asked.
pub async fn check() -> bool {
    let Some(registration) = registration().await else {
        return false;
    };
    let Ok(update) = registration.update() else {
        return false;
    };
    let is_done = JsFuture::from(update).await.is_ok();
    if let (true, Some(active)) = (is_done, registration.active()) {
        post(&active, "checked");
    }
    is_done
}

/// Saves the guide, or saves it again.
pub async fn save() {
    let active = registration()
        .await
        .and_then(|registration| registration.active());
    if let Some(active) = active {
        post(&active, "save");
    } else if let Some(container) = container() {
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let url = [&location::root_url(), "sw.js"].concat();
        _ = JsFuture::from(container.register_with_options(&url, &options)).await;
    }
}

/// Takes everything the worker has saved off the device.
pub async fn remove() {
    if let Some(active) = registration()
        .await
        .and_then(|registration| registration.active())
    {
        post(&active, "remove");
    }
}

/// Lets the waiting release take over, then calls back.
pub async fn switch(on_done: impl Fn() + 'static) {
    let waiting = registration()
        .await
        .and_then(|registration| registration.waiting());
    let Some(waiting) = waiting else {
        return on_done();
    };
    let watched = waiting.clone();
    let change = Closure::<dyn Fn()>::new(move || {
        if watched.state() == ServiceWorkerState::Activated {
            on_done();
        }
    });
    waiting.set_onstatechange(Some(change.as_ref().unchecked_ref()));
    change.forget();
    post(&waiting, "switch");
}

fn container() -> Option<ServiceWorkerContainer> {
    let container = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    (!container.is_undefined()).then(|| container.unchecked_into())
}

/// Our own registration: a neighbour on the same host may have one for a folder above.
async fn registration() -> Option<ServiceWorkerRegistration> {
    let home = location::root_url();
    let found = JsFuture::from(container()?.get_registration_with_document_url(&home))
        .await
        .ok()?;
    let registration: ServiceWorkerRegistration = found.dyn_into().ok()?;
    (registration.scope() == home).then_some(registration)
}

fn post(worker: &ServiceWorker, message: &str) {
    _ = worker.post_message(&message.into());
}

fn report(said: &JsValue) -> Report {
    let get = |name: &str| Reflect::get(said, &name.into()).unwrap_or_default();
    let text = |name| get(name).as_string().unwrap_or_default();
    let number = |name| get(name).as_f64().unwrap_or_default();
    Report {
        state: text("state"),
        done: number("done"),
        of: number("of"),
        when: number("when"),
        bytes: number("bytes"),
        missing: number("missing"),
        checked: number("checked"),
        failed: text("failed"),
        correction: text("correction"),
    }
}
