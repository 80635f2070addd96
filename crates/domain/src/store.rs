//! The stored form of what is remembered, and what to do with forms we do not know.
//!
//! A record is text in an envelope: which app, which kind, which version, when written, a
//! checksum, the data. Reading one has four outcomes, and none of them loses anything:
//!
//! | outcome | what the caller does |
//! |---|---|
//! | [`Read::Current`] | uses it |
//! | [`Read::Migrated`] | uses it; the new form is written with the next real change |
//! | [`StoreError::Newer`] | leaves it alone: a newer release wrote it; says so |
//! | [`StoreError::Damaged`] | moves it to [`quarantine_key`], starts empty; says so |
//!
//! `app` and `v` mean the same for ever; all the rest may change with the version of the kind.
//! Each released version has frozen wire types (`v1`, `v2`) and example records in
//! `fixtures/store/`; `ladder` says how the next version comes about.

mod checksum;
mod envelope;
mod keys;
mod kind;
mod ladder;
mod slot;
mod v1;
mod v2;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
pub(crate) mod tests;

use crate::{Item, Millis, Position, Progress, Settings};

pub(crate) use checksum::checksum;
pub use keys::{item_key, key, prefix, quarantine_key};
pub use kind::{ItemKind, Kind};
pub use slot::{Slot, Stored};

/// What there is one record of on a device.
pub trait SingleRecord: Sized {
    /// The kind of its record.
    const KIND: Kind;

    /// The text to store for it, in the version of today; `now` is noted on the envelope.
    fn encode(&self, now: Millis) -> String;

    /// The record from its stored text. No text makes this panic.
    fn decode(text: &str) -> Result<Read<Self>, StoreError>;

    /// What both say together: two tabs, a device and a backup.
    #[must_use]
    fn merge(&self, other: &Self) -> Self;
}

macro_rules! single_records {
    ($($record:ident: $merge:ident;)*) => {$(
        impl SingleRecord for $record {
            const KIND: Kind = Kind::$record;

            fn encode(&self, now: Millis) -> String {
                let data = ladder::Rungs::to_data(self);
                envelope::seal(Self::KIND.name(), Self::KIND.version(), now, &data)
            }

            fn decode(text: &str) -> Result<Read<Self>, StoreError> {
                ladder::climb(text, Self::KIND.name(), Self::KIND.version())
            }

            fn merge(&self, other: &Self) -> Self {
                $record::$merge(self, other)
            }
        }
    )*};
}

single_records! {
    Position: newest;
    Progress: merge;
    Settings: merge;
}

/// A record that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// It was written in today's version.
    Current(T),
    /// It was written by an older release and has been brought up to today's version.
    Migrated {
        /// What it holds.
        value: T,
        /// The version it was written in.
        from: u32,
    },
}

impl<T> Read<T> {
    /// What the record holds, whichever version it came from.
    pub fn into_value(self) -> T {
        match self {
            Self::Current(value) | Self::Migrated { value, .. } => value,
        }
    }
}

/// Why a record could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A newer release wrote it. It must not be overwritten.
    #[error("the record is of version {version}, which is newer than this build")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is none of ours, or no longer whole. It must be moved aside before writing.
    #[error("the record is damaged: {why}")]
    Damaged {
        /// What is wrong with it.
        why: Damage,
    },
}

/// What is wrong with a damaged record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is no envelope of ours: cut short, or written by something else.
    #[error("it is no envelope of ours")]
    Envelope,
    /// It is a record of another kind.
    #[error("it is of another kind")]
    Kind,
    /// It has a version that never was.
    #[error("it has a version that never was")]
    Version,
    /// Its data is not what was written.
    #[error("its checksum is wrong")]
    Checksum,
    /// Its data is not of the form that its version has.
    #[error("its data has another form than its version")]
    Form,
    /// Its data holds something impossible: a text that is no id, a time that no clock tells.
    #[error("its data holds an impossible value")]
    Value,
}

impl From<Damage> for StoreError {
    fn from(why: Damage) -> Self {
        Self::Damaged { why }
    }
}

/// The text to store for an item, in the version of today; `now` is noted on the envelope.
pub fn encode_item(kind: ItemKind, item: &Item, now: Millis) -> String {
    envelope::seal(
        kind.name(),
        kind.version(),
        now,
        &ladder::Rungs::to_data(item),
    )
}

/// An item from its stored text. No text makes this panic. That it is the item that its key names
/// is for the caller to see: [`Slot::decode`] does.
pub fn decode_item(kind: ItemKind, text: &str) -> Result<Read<Item>, StoreError> {
    ladder::climb(text, kind.name(), kind.version())
}
