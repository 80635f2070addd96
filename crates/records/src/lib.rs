//! How records and items are kept on the device, without a browser.
//!
//! | module | what |
//! |---|---|
//! | `storage`, `clock`, `journal` | what is handed in: named texts that outlive the page, the time, a database that is on the disk sooner |
//! | `record_store` | single records, items, transactions, erasing: what may be overwritten, and what counts as saved |
//! | `item_store` | the items of one kind in memory: rows, edits, merge between tabs, save status |
//! | `reading_store` | the position and the marks of one page: what other tabs did, starting again and taking that back |
//! | `notices` | what a person is told of records that could not be read or written |
//! | `autosave` | when to save while somebody types |
//! | `form` | what an item of each kind is made of |
//!
//! Nothing here waits or asks the time of itself, so that every rule is tried on the host: with
//! storage that fails, clocks that lie, journals that never answer, and several tabs.

mod autosave;
mod clock;
mod error;
mod form;
mod item_store;
mod journal;
mod notices;
mod reading_store;
mod record_store;
mod storage;

#[cfg(test)]
#[allow(dead_code, reason = "each test uses its own part of it")]
#[allow(unused_imports, reason = "each test uses its own part of it")]
#[path = "../tests/support/mod.rs"]
mod testing;

pub use autosave::{Timer, Wake};
pub use clock::{Clock, StoppedClock};
pub use error::RecordError;
pub use form::{ItemForm, NOTE, NOTE_TEXT, Seeds};
pub use item_store::{Absence, Changes, ItemStore, RowKey, SaveStatus};
pub use journal::{Journal, NoJournal, Round, item_of};
pub use notices::Notices;
pub use reading_store::{ReadingContext, ReadingStore};
pub use record_store::{RecordStore, Recovered, StoredItems, TransactionError, include};
pub use storage::{MemoryStorage, Storage, StorageDenied};
