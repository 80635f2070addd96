//! What the app knows, and the only way to change it.
//!
//! [`AppState`] is a handful of signals. Views read the signals; whatever changes what is kept
//! on the device goes through a method here, which writes through [`RecordStore`].

pub mod backup;
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
pub use settings::Choices;

use crate::browser::{self, clock::SystemClock, storage::WebStorage};
use bearings_domain::backup::Record;
use bearings_domain::catalog::Catalog;
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::{ItemStore, NOTE, RecordStore, Seeds};
use items::ItemList;
use leptos::prelude::*;
use tracking::Tracking;

/// What "start again" took away, for as long as it can be undone.
#[derive(Debug, Clone)]
pub struct Cleared {
    progress: Progress,
    position: Option<Position>,
}

/// What no view watches. One value: each kind of stored value costs bytes of its own.
struct Inner {
    catalog: Catalog,
    records: RecordStore,
    tracking: Tracking,
    tickets: u32,
    last_notice: Option<RecordError>,
    /// Whether the marks that this page knows were ever read or written here, and the position.
    are_marks_stored: bool,
    is_position_stored: bool,
    /// The mark of the last erasing that there was when this page first looked.
    erased_mark: Option<String>,
    /// Every list of items on this page.
    lists: Vec<ItemList>,
    /// The rows that are watched, in their order.
    watched: Vec<(items::Row, Trigger)>,
    /// Whether the browser was told to ask before the page is left.
    ends_with_page: bool,
    /// Writes what is unsaved. A pointer, so that the guide's program does not hold that code.
    save: Option<fn(&AppState)>,
    /// Joins records with what is unsaved, for the same reason.
    add_unsaved: Option<fn(&AppState, &mut Vec<Record>)>,
    /// Offers other ways to take a file along that may not come, for the same reason.
    offer: Option<fn(&AppState, String, &'static str, &str)>,
    /// The file that the browser was last asked to save, on places with tools.
    offered: Option<backup::Offered>,
}

/// The signals of the app.
#[derive(Clone, Copy)]
pub struct AppState {
    route: RwSignal<Route>,
    inner: StoredValue<Inner, LocalStorage>,
    /// Where the person is reading, or was.
    pub position: RwSignal<Option<Position>>,
    /// Which pages are marked as read, and the person's pace.
    pub progress: RwSignal<Progress>,
    /// What the person must be told about storage, if anything.
    pub notice: RwSignal<Option<RecordError>>,
    /// What "start again" took away, while it can be undone.
    pub cleared: RwSignal<Option<Cleared>>,
    /// What screen readers are told.
    pub announcement: RwSignal<String>,
    /// The copy of the guide on this device.
    pub offline: RwSignal<Offline>,
    /// What became of "copy a link".
    pub copied: RwSignal<String>,
    /// Why the newest words of a person are not saved, if they are not.
    pub unsaved: RwSignal<Option<RecordError>>,
    /// What a person wrote in notes.
    pub notes: ItemList,
    /// Whether the browser has agreed to keep what is written here when room runs low, once it
    /// has answered.
    pub lasts: RwSignal<Option<bool>>,
    /// What came of saving a file.
    pub saved: RwSignal<String>,
    /// Whether a file that the browser was asked to save can be copied, and shared too.
    pub offers: RwSignal<Option<bool>>,
    /// Whether the offer to install may be made.
    pub may_offer: RwSignal<bool>,
    /// What is chosen on *On this device*.
    pub choices: RwSignal<Choices>,
}

impl AppState {
    /// A state that knows the catalog and the route, and nothing of the person yet: as the finished
    /// page does.
    pub fn new(catalog: Catalog, route: Route) -> Self {
        Self {
            route: RwSignal::new(route),
            inner: StoredValue::new_local(Inner {
                catalog,
                records: RecordStore::default(),
                tracking: Tracking::default(),
                tickets: 0,
                last_notice: None,
                are_marks_stored: false,
                is_position_stored: false,
                erased_mark: None,
                lists: Vec::new(),
                watched: Vec::new(),
                ends_with_page: false,
                save: None,
                add_unsaved: None,
                offer: None,
                offered: None,
            }),
            position: RwSignal::new(None),
            progress: RwSignal::new(Progress::default()),
            notice: RwSignal::new(None),
            cleared: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            offline: RwSignal::new(Offline::default()),
            copied: RwSignal::new(String::new()),
            unsaved: RwSignal::new(None),
            notes: RwSignal::new(ItemStore::new(NOTE, Seeds::default())),
            lasts: RwSignal::new(None),
            saved: RwSignal::new(String::new()),
            offers: RwSignal::new(None),
            may_offer: RwSignal::new(false),
            choices: RwSignal::new(Choices::default()),
        }
    }

    /// The route on the screen.
    pub fn route(&self) -> Route {
        self.route.get()
    }

    /// The route on the screen, for what is made once.
    pub fn route_now(&self) -> Route {
        self.route.get_untracked()
    }

    /// The address of `route` as a link from the page on the screen.
    pub fn href(&self, route: &Route) -> String {
        self.route.with(|here| route.href_from(here))
    }

    /// Reads the catalog.
    pub fn with_catalog<T>(&self, read: impl FnOnce(&Catalog) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.catalog))
    }

    /// Tries again to save what is unsaved.
    pub fn try_saving(&self) {
        let save = self.inner.with_value(|inner| inner.save);
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

    /// A short text with its `{names}` replaced.
    pub fn text(&self, key: Text, values: &[(&str, &str)]) -> String {
        self.with_catalog(|catalog| catalog.strings.fill(key, values))
    }

    /// Whether there is anything that "start again" would clear.
    pub fn has_progress(&self) -> bool {
        self.progress.with(Progress::any_read) || self.position.with(Option::is_some)
    }
}

/// Reads what is kept on the device and starts to listen. Runs once.
pub fn wake(state: AppState) {
    open(state);
    state.load_at_start();
    state.consider_offer();
    tracking::start(state);
    navigation::start(state);
    offline::start(state);
}

/// The same for the places with tools.
pub fn wake_tools(state: AppState) {
    open(state);
    offline::start(state);
    notes::start(state);
    backup::start(state);
    state.load_region();
    browser::install::listen(move |can| {
        state.choices.update(|choices| choices.can_install = can);
    });
}

/// Opens what the browser keeps for us, or says that it keeps nothing.
fn open(state: AppState) {
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
