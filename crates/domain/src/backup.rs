//! Everything in one file that the person owns, and the way back.
//!
//! A backup is one line of JSON: the program that made it and when, how many records of each kind,
//! the records just as they are stored, and a checksum over all that comes before it.
//!
//! ```json
//! {"app":"bearings","backup":1,"made":1795363200000,"build":"..","counts":{"note":1},
//!  "records":[["note:7f","{\"app\":\"bearings\",\"kind\":\"note\", .."]],"sum":"cbf43926"}
//! ```
//!
//! `app` and `backup` mean the same for ever, so that a newer file is known as such.
//!
//! The way back has three steps, and nothing is written before the third:
//!
//! 1. [`Backup::read`] takes a file whole or refuses it. Each record inside climbs the ladder of
//!    its own kind; one that cannot be read is reported by name and does not hold up the rest.
//! 2. [`RestorePlan::new`] says what restoring would do, for the person to see.
//! 3. [`RestorePlan::transaction`] gives the writes, and the writes that take them back.
//!
//! A file that may be protected by a passphrase is looked at by [`sealed`] first.

mod base64;
mod classify;
mod names;
pub mod passphrase;
mod plan;
mod read;
pub mod sealed;
mod write;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod tests;

use crate::Millis;
use crate::store::{Damage, Slot, Stored};

pub use plan::{RestorePlan, Transaction, Write};

/// The longest text that is read, in bytes. What a browser lets us store is shorter even when it
/// is written out here.
pub const LIMIT: usize = 20_000_000;

/// The version of backups that is written today. To move it: keep the reader of the version
/// before in `read`, add one for the new, put an example into `fixtures/backup/`.
pub const VERSION: u32 = 1;

/// How every backup begins.
const START: &str = r#"{"app":"bearings","backup":"#;

/// A record as it lies in storage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// Its key without the [`prefix`](crate::store::prefix): `place`, `note:7f`,
    /// `place:damaged:1795363200000`.
    pub name: String,
    /// Its text, whatever that is.
    pub text: String,
}

/// A backup that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Millis,
    /// The build of the app that made it.
    pub build: String,
    /// The records that could be read.
    pub records: Vec<Kept>,
    /// The records that could not be read.
    pub unread: Vec<Unread>,
}

/// A record of a backup that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which record.
    pub slot: Slot,
    /// What it holds.
    pub value: Stored,
    /// Its text, if it is in today's version.
    text: Option<String>,
}

/// A record of a backup that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Unreadable,
    text: String,
}

/// Why a record of a backup could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It had been damaged and set aside before the backup was made.
    SetAside,
    /// It is damaged.
    Damaged {
        /// What is wrong with it.
        why: Damage,
    },
    /// A newer release wrote it.
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is of a kind that this build does not know: a newer release wrote it.
    Unknown,
    /// It holds more than people can have come to by using the app, or times that no clock will
    /// tell.
    Unbelievable,
}

/// Why a file cannot be restored from. Nothing of it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// It is longer than [`LIMIT`], and was not looked into.
    #[error("the file has {bytes} bytes, more than a backup can have")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// There is nothing in it, or nothing that could be restored.
    #[error("there is nothing in the file")]
    Empty,
    /// Something else made it.
    #[error("the file is no backup of ours")]
    NotOurs,
    /// A newer release made it.
    #[error("the file is a backup of version {version}, which is newer than this build")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is one of ours, and not what it was when it was made.
    #[error("the file was changed or cut short after it was made")]
    Damaged,
}
