//! The service worker that keeps the guide on the device: `web/sw/`. What it and a page say to each
//! other is listed in `web/contract.json`.

use super::dynamic::{self, call, get, settled};
use super::{location, window};
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// How long to wait for a release to take over before saying that it comes later.
const SWITCH_LIMIT: Duration = Duration::from_secs(8);
/// How long the worker that serves may take to answer before the next one takes over all the same.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);

/// What the worker says of itself. A field that it did not mention is empty or 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// `saving`, `saved`, `unsaved`, `failed` or `update`.
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
    /// A correction that readers must know of and that was not shown on this device yet: of a
    /// waiting release, or of the one that reports.
    pub correction: String,
    /// The release that answers; empty in a report of progress.
    pub build: String,
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
        let said = get(&event.data(), "bearings");
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

/// Asks the worker, and that of a waiting release, for their status; the answers come to
/// [`listen`]. Returns whether there is one at all, if only on its way; `on_change` is called
/// when that one has come a step further, or has been given up.
pub async fn ask(on_change: impl Fn() + 'static) -> bool {
    let Some(registration) = registration().await else {
        return false;
    };
    let (active, waiting) = (registration.active(), registration.waiting());
    if let Some(active) = &active {
        post(active, "ask");
        if let Some(waiting) = &waiting {
            post(waiting, "ask-update");
        }
    }
    watch_in(&registration, on_change) || active.or(waiting).is_some()
}

/// Calls back when the worker that is on its way has come a step further, or has been given up.
pub async fn watch(on_change: impl Fn() + 'static) {
    if let Some(registration) = registration().await {
        watch_in(&registration, on_change);
    }
}

fn watch_in(registration: &ServiceWorkerRegistration, on_change: impl Fn() + 'static) -> bool {
    let Some(installing) = registration.installing() else {
        return false;
    };
    let change = Closure::<dyn Fn()>::new(on_change);
    installing.set_onstatechange(Some(change.as_ref().unchecked_ref()));
    change.forget();
    true
}

/// Looks for a newer release. Returns whether there is one, or nothing if the host could not be
/// asked.
pub async fn check() -> Option<bool> {
    let registration = registration().await?;
    JsFuture::from(registration.update().ok()?).await.ok()?;
    let is_newer = registration.installing().is_some() || registration.waiting().is_some();
    if let Some(active) = registration.active() {
        post(&active, if is_newer { "checked" } else { "newest" });
    }
    Some(is_newer)
}

/// Saves the guide, or saves it again. Returns whether that could begin: not where the worker
/// itself cannot be had.
pub async fn save() -> bool {
    if say("save").await {
        return true;
    }
    let Some(container) = container() else {
        return false;
    };
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let url = scope() + "sw.js";
    let registered = container.register_with_options(&url, &options);
    JsFuture::from(registered).await.is_ok()
}

/// Takes everything the worker has saved off the device. Returns whether there is one to do it.
pub async fn remove() -> bool {
    say("remove").await
}

/// The correction was shown and put away.
pub async fn acknowledge_correction() {
    say("heard").await;
}

/// Why saving last failed, as it is kept beside the saved files, where no worker is left that
/// could say so.
pub async fn last_failure() -> Option<String> {
    let name = [
        "bearings:",
        &location::base(),
        &location::lang_folder(),
        ":facts",
    ]
    .concat();
    let place = dynamic::object(&[("cacheName", &name.into())]);
    let mark = [&location::root_url(), "__saved"].concat();
    let kept = call(&dynamic::global("caches"), "match", &[&mark.into(), &place]);
    let kept = settled(kept).await.ok()?;
    let facts = settled(call(&kept, "json", &[])).await.ok()?;
    get(&facts, "failed").as_string()
}

/// Tells the worker that serves this page something. Returns whether there is one.
async fn say(message: &str) -> bool {
    let active = registration()
        .await
        .and_then(|registration| registration.active());
    if let Some(active) = &active {
        post(active, message);
    }
    active.is_some()
}

/// Lets the waiting release take over, then calls back: with `false` when it has been given up, or
/// has not come within [`SWITCH_LIMIT`]. It then takes over by itself when the old one has nothing
/// left to do, at the latest when the last tab has closed.
pub async fn switch(on_done: impl Fn(bool) + Clone + 'static) {
    let registration = registration().await;
    let waiting = registration
        .as_ref()
        .and_then(ServiceWorkerRegistration::waiting);
    let Some(waiting) = waiting else {
        return on_done(true);
    };
    let (watched, told) = (waiting.clone(), on_done.clone());
    let change = Closure::<dyn Fn()>::new(move || match watched.state() {
        ServiceWorkerState::Activated => told(true),
        ServiceWorkerState::Redundant => told(false),
        _ => {}
    });
    waiting.set_onstatechange(Some(change.as_ref().unchecked_ref()));
    change.forget();
    let next = waiting.clone();
    let take_over = move || post(&next, "switch");
    match registration.and_then(|registration| registration.active()) {
        Some(active) => {
            // A worker is not replaced while it answers a request, and some are never answered.
            post(&active, "leave");
            when_awake(&active, take_over);
        }
        None => take_over(),
    }
    set_timeout(
        move || {
            if waiting.state() == ServiceWorkerState::Installed {
                on_done(false);
            }
        },
        SWITCH_LIMIT,
    );
}

/// Calls back when the worker that serves has answered, or has had [`ANSWER_LIMIT`] to.
///
/// A browser stops a worker that has nothing to do, and a message starts it again. Chromium asks a
/// running worker to make way for the next release, but not one that is just starting: that one
/// stays until it has been idle for half a minute.
fn when_awake(active: &ServiceWorker, on_awake: impl FnOnce() + 'static) {
    let on_awake = Rc::new(Cell::new(Some(on_awake)));
    let proceed = move || {
        if let Some(on_awake) = on_awake.take() {
            on_awake();
        }
    };
    if let Some(container) = container() {
        let proceed = proceed.clone();
        let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if !report(&get(&event.data(), "bearings")).build.is_empty() {
                proceed();
            }
        });
        let listener = answer.as_ref().unchecked_ref();
        _ = container.add_event_listener_with_callback("message", listener);
        answer.forget();
    }
    post(active, "ask");
    set_timeout(proceed, ANSWER_LIMIT);
}

fn container() -> Option<ServiceWorkerContainer> {
    let container = get(&window().navigator(), "serviceWorker");
    (!container.is_undefined()).then(|| container.unchecked_into())
}

/// What our worker looks after: the pages of one language.
fn scope() -> String {
    location::root_url() + &location::lang_folder()
}

/// Our own registration: a neighbour on the same host may have one for a folder above.
async fn registration() -> Option<ServiceWorkerRegistration> {
    let home = scope();
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
    let text = |name| get(said, name).as_string().unwrap_or_default();
    let number = |name| get(said, name).as_f64().unwrap_or_default();
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
        build: text("build"),
    }
}
