//! What the app knows, and the only way to change it.
//!
//! [`AppState`] holds a small struct of signals for each concern. Views read the signals; whatever
//! changes what is kept on the device goes through a method here, which writes through
//! [`RecordStore`].

pub mod backup;
pub mod follow;
mod item_state;
mod items;
mod journal;
mod navigation;
mod notes;
pub mod notice;
pub mod offline;
mod reading;
mod settings;
mod timer;
mod tracking;

pub use bearings_records::RecordError;
use offline::Offline;

use crate::browser::{self, clock::SystemClock, storage::WebStorage};
use backup::{BackupState, Offers};
use bearings_domain::catalog::{Catalog, CatalogError};
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::{Notices, ReadingStore, RecordStore};
use item_state::{ItemState, Unwatched};
use leptos::prelude::*;
use navigation::{NavigationState, Plan};
use reading::ReadingState;
use settings::SettingsState;
use tracking::Visit;

/// What no view watches. One value: each kind of stored value costs bytes of its own.
struct Inner {
    catalog: Catalog,
    records: RecordStore,
    notices: Notices,
    reading: ReadingStore,
    plan: Plan,
    visit: Visit,
    items: Unwatched,
    backup: Offers,
}

/// The signals of the app, by concern, and what all share.
#[derive(Clone, Copy)]
pub struct AppState {
    inner: StoredValue<Inner, LocalStorage>,
    /// What the person must be told about storage, if anything.
    pub notice: RwSignal<Option<RecordError>>,
    /// What screen readers are told.
    pub announcement: RwSignal<String>,
    /// Which page is on the screen.
    navigation: NavigationState,
    /// Where the person reads, and what has been read.
    pub reading: ReadingState,
    /// What the person wrote.
    pub items: ItemState,
    /// What came of taking it along.
    pub backup: BackupState,
    /// The copy of the guide on this device.
    pub offline: RwSignal<Offline>,
    /// How the person wants the app to be.
    pub settings: SettingsState,
}

impl AppState {
    /// A state that knows the catalog, in the browser only its texts, and the route, and nothing of
    /// the person yet: as the finished page does.
    pub fn new(catalog: Catalog, route: Route) -> Self {
        Self {
            inner: StoredValue::new_local(Inner {
                catalog,
                records: RecordStore::default(),
                notices: Notices::default(),
                reading: ReadingStore::default(),
                plan: Plan::default(),
                visit: Visit::default(),
                items: Unwatched::default(),
                backup: Offers::default(),
            }),
            notice: RwSignal::default(),
            announcement: RwSignal::default(),
            navigation: NavigationState::new(route),
            reading: ReadingState::default(),
            items: ItemState::new(),
            backup: BackupState::default(),
            offline: RwSignal::default(),
            settings: SettingsState::default(),
        }
    }

    /// Reads the catalog.
    pub fn with_catalog<T>(&self, read: impl FnOnce(&Catalog) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.catalog))
    }

    /// Tries again to save what is unsaved.
    pub fn try_saving(&self) {
        let save = self.inner.with_value(|inner| inner.items.save);
        if let Some(save) = save {
            save(self);
        }
    }

    /// Now, as the device tells it.
    fn now(&self) -> Millis {
        self.inner.with_value(|inner| inner.records.now())
    }

    /// Changes what no view watches.
    fn change<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> Option<T> {
        self.inner.try_update_value(change)
    }

    /// Takes in the texts of a part of the program that has come.
    pub fn learn(&self, texts: &str) -> Result<(), CatalogError> {
        let learnt = self.change(|inner| inner.catalog.strings.learn(texts));
        learnt.unwrap_or(Err(CatalogError::Malformed))
    }

    /// A short text with its `{names}` replaced.
    pub fn text(&self, key: Text, values: &[(&str, &str)]) -> String {
        self.with_catalog(|catalog| catalog.strings.fill(key, values))
    }
}

/// Fetches the list of pages and takes it in. A page answers before that, and knows itself: what
/// it cannot know yet (the title of the page to go on with, the minutes left in a part, whether the
/// page is one of *Choose to read*) is said and kept when the list has come. One that does not come is
/// asked for again, after longer and longer pauses.
#[cfg(feature = "csr")]
pub async fn learn_pages(state: AppState) {
    let mut pause_ms = 4_000;
    while !fetch_pages(state).await {
        browser::page::pause(pause_ms).await;
        pause_ms = 60_000.min(pause_ms * 2);
    }
    if state.route_now().chunk().is_none() {
        state.pages_came();
        tracking::catch_up(state);
        navigation::catch_up(state);
    }
    browser::page::mark_pages_known();
}

/// Fetches the list of pages, unless it has come. Returns whether it is here.
#[cfg(feature = "csr")]
pub async fn fetch_pages(state: AppState) -> bool {
    if state.with_catalog(Catalog::knows_pages) {
        return true;
    }
    let Some(list) = browser::chunks::fetch(browser::chunks::PAGES).await else {
        return false;
    };
    let learnt = state.change(|inner| inner.catalog.learn_pages(&list));
    learnt.is_some_and(|learnt| learnt.is_ok())
}

/// Reads what is kept of reading. Runs once.
pub fn wake_reading(state: AppState) {
    state.load_at_start();
    settings::start(state);
}

/// Starts to notice where the person reads. Runs once, after [`wake`].
pub fn track(state: AppState) {
    tracking::start(state);
}

/// Starts to listen to links, the history and the worker. Runs once, after [`wake`].
pub fn listen(state: AppState) {
    navigation::start(state);
}

/// The same for what people write and keep.
pub fn wake_tools(state: AppState) {
    notes::start(state);
    backup::start(state);
    settings::start(state);
    browser::install::listen(move |can| {
        state
            .settings
            .choices
            .update(|choices| choices.can_install = can);
    });
}

/// Follows the copy of the guide on this device. Runs once, on every page.
pub fn follow_copy(state: AppState) {
    offline::start(state);
}

/// Opens what the browser keeps for us, or says that it keeps nothing. Runs once, before anything is
/// read.
pub fn open(state: AppState) {
    let (clock, base) = (Box::new(SystemClock), browser::location::base());
    let (records, open) = match WebStorage::open() {
        Some(storage) => (RecordStore::new(Box::new(storage), clock, base), true),
        None => (RecordStore::in_memory(clock, base), false),
    };
    state.change(|inner| inner.records = records);
    if !open {
        state.show_notice(RecordError::Blocked);
    }
}
