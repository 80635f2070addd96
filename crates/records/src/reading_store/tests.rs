//! The position and the marks of two tabs of one device.

use super::*;
use crate::RecordError;
use crate::testing::Device;
use bearings_domain::catalog::{Entry, Part, PartKind};
use bearings_domain::ids::{BlockId, PartId};
use bearings_domain::text::Strings;

mod faults;
mod tabs;

fn page(id: &str) -> PageId {
    PageId::parse(id).expect("a page id")
}

fn position(id: &str, at: u64) -> Position {
    Position {
        at: Millis(at),
        page: page(id),
        block: BlockId::parse("line").expect("a block id"),
        offset: 4,
    }
}

/// A guide of two pages, one of which was once called `old`.
fn catalog() -> Catalog {
    let entry = |id| Entry {
        id: page(id),
        title: String::from(id),
        words: 300,
    };
    Catalog {
        parts: vec![Part {
            id: PartId::parse("part").expect("a part id"),
            title: String::new(),
            short: String::new(),
            kind: PartKind::Spine,
            pages: vec![entry("one"), entry("two")],
        }],
        strings: Strings::from_fn(|text| Some(text.name().to_owned())).expect("every text"),
        moved: vec![(page("old"), page("one"))],
        moved_blocks: Vec::new(),
    }
}

/// One tab of the guide.
struct Tab {
    reading: ReadingStore,
    records: RecordStore,
    notices: Notices,
    catalog: Catalog,
}

impl Tab {
    fn open(device: &Device, number: u64) -> Self {
        device.set_time(device.time() + 1_000);
        Self::over(device.record_store(number, 0))
    }

    fn over(records: RecordStore) -> Self {
        let mut tab = Self {
            reading: ReadingStore::default(),
            records,
            notices: Notices::default(),
            catalog: catalog(),
        };
        tab.act(ReadingStore::start);
        tab
    }

    fn act<T>(&mut self, act: impl FnOnce(&mut ReadingStore, &mut ReadingContext<'_>) -> T) -> T {
        let mut context = ReadingContext {
            records: &mut self.records,
            catalog: &self.catalog,
            notices: &mut self.notices,
        };
        act(&mut self.reading, &mut context)
    }

    /// Comes back to sight, or hears that everything has changed.
    fn load(&mut self) {
        self.act(ReadingStore::load);
    }

    fn hear(&mut self, key: Option<&str>) {
        self.act(|reading, context| reading.record_changed(key, context));
    }

    /// Hears of everything that the device changed since anybody heard of it last.
    fn hear_all(&mut self, device: &Device) {
        for (_, key) in device.changed_keys() {
            self.hear(Some(&key));
        }
    }

    fn read(&mut self, id: &str) {
        let (page, now) = (page(id), self.records.now());
        self.act(|reading, context| {
            reading.change_progress(|progress| _ = progress.mark_read(&page, now), context);
        });
    }

    fn be_at(&mut self, id: &str) {
        let position = position(id, self.records.now().0);
        self.act(|reading, context| reading.save_position(position, context));
    }

    fn clear(&mut self) {
        self.act(ReadingStore::clear);
    }

    fn restore(&mut self) -> bool {
        self.act(ReadingStore::restore)
    }

    fn erase(&mut self) {
        assert_eq!(self.records.erase(self.records.now().0), Ok(0));
        self.load();
    }

    /// The pages that are marked as read.
    fn marks(&self) -> Vec<&str> {
        let pages = self.reading.progress().pages_read();
        pages.map(PageId::as_str).collect()
    }

    /// The page of the position.
    fn at(&self) -> Option<&str> {
        self.reading
            .position()
            .map(|position| position.page.as_str())
    }

    fn notice(&self) -> Option<RecordError> {
        self.notices.shown()
    }
}

/// Two tabs of one device that know the same: page `one` is read, and the position is there.
fn two_tabs() -> (Device, Tab, Tab) {
    let device = Device::default();
    let mut one = Tab::open(&device, 1);
    one.read("one");
    one.be_at("one");
    let other = Tab::open(&device, 2);
    assert_eq!((other.marks(), other.at()), (vec!["one"], Some("one")));
    device.pass(1_000);
    device.changed_keys();
    (device, one, other)
}
