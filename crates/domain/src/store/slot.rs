//! Records of any kind, by the names that their keys end in.

use super::{
    Damage, ItemKind, Kind, Read, SingleRecord, StoreError, decode_item, encode_item, prefix,
};
use crate::{Item, ItemId, Millis, Position, Progress, Settings};

/// Which record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The one of this kind.
    One(Kind),
    /// That of an item.
    Item(ItemKind, ItemId),
}

impl Slot {
    /// The record of this name: `place`, `note:7f`. Names of set aside records are none.
    pub fn parse(name: &str) -> Option<Self> {
        let Some((kind, id)) = name.split_once(':') else {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
            return kind.map(Self::One);
        };
        let kind = ItemKind::ALL.into_iter().find(|known| known.name() == kind);
        Some(Self::Item(kind?, ItemId::parse(id).ok()?))
    }

    /// What its key ends in.
    pub fn name(&self) -> String {
        match self {
            Self::One(kind) => kind.name().to_owned(),
            Self::Item(kind, id) => [kind.name(), ":", id.as_str()].concat(),
        }
    }

    /// Its key, for the site at this base path.
    pub fn key(&self, base_path: &str) -> String {
        [prefix(base_path), self.name()].concat()
    }

    /// The name of its kind.
    pub fn kind_name(&self) -> &'static str {
        match self {
            Self::One(kind) => kind.name(),
            Self::Item(kind, _) => kind.name(),
        }
    }

    /// What its text holds. An item under the key of another is damage.
    pub fn decode(&self, text: &str) -> Result<Read<Stored>, StoreError> {
        match self {
            Self::One(Kind::Position) => {
                Position::decode(text).map(|read| read.map(Stored::Position))
            }
            Self::One(Kind::Progress) => {
                Progress::decode(text).map(|read| read.map(Stored::Progress))
            }
            Self::One(Kind::Settings) => {
                Settings::decode(text).map(|read| read.map(Stored::Settings))
            }
            Self::Item(kind, id) => {
                let read = decode_item(*kind, text)?.map(|item| Stored::Item(*kind, item));
                match &read {
                    Read::Current(Stored::Item(_, item))
                    | Read::Migrated {
                        value: Stored::Item(_, item),
                        ..
                    } if item.id() != id => Err(Damage::Value.into()),
                    _ => Ok(read),
                }
            }
        }
    }
}

/// What any record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// The position.
    Position(Position),
    /// The progress.
    Progress(Progress),
    /// The settings.
    Settings(Settings),
    /// An item.
    Item(ItemKind, Item),
}

impl Stored {
    /// The text to store for it, in the version of today; `now` is noted on the envelope.
    pub fn encode(&self, now: Millis) -> String {
        match self {
            Self::Position(position) => position.encode(now),
            Self::Progress(progress) => progress.encode(now),
            Self::Settings(settings) => settings.encode(now),
            Self::Item(kind, item) => encode_item(*kind, item, now),
        }
    }

    /// What both say together. Two of different kinds never meet: the other is left out.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Position(one), Self::Position(other)) => Self::Position(one.newest(other)),
            (Self::Progress(one), Self::Progress(other)) => Self::Progress(one.merge(other)),
            (Self::Settings(one), Self::Settings(other)) => Self::Settings(one.merge(other)),
            (Self::Item(kind, one), Self::Item(_, other)) => Self::Item(*kind, one.merge(other)),
            _ => self.clone(),
        }
    }

    /// The latest time in it.
    pub(crate) fn latest(&self) -> Millis {
        match self {
            Self::Position(position) => position.at,
            Self::Progress(progress) => {
                let marks = progress.marks().map(|(_, mark)| mark.at);
                marks.fold(progress.cleared_at(), Millis::max)
            }
            Self::Settings(settings) => settings
                .theme
                .at()
                .max(settings.text_size.at())
                .max(settings.how_much.at())
                .max(settings.region.at())
                .max(settings.install.at()),
            Self::Item(_, item) => item.changed_at(),
        }
    }
}

impl<T> Read<T> {
    fn map<U>(self, make: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Self::Current(value) => Read::Current(make(value)),
            Self::Migrated { value, from } => Read::Migrated {
                value: make(value),
                from,
            },
        }
    }
}
