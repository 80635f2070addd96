//! One item as it is stored.

use super::Version;
use crate::{ItemId, Millis};

/// A note, a visit, a question or a card: the versions of it that nobody has replaced, or the
/// tombstone of a deleted one. One record holds it.
///
/// Invariant: no version is replaced by another, and each is newer than the last deletion. With
/// that [`Item::merge`] is commutative, associative and idempotent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    id: ItemId,
    /// 0 for never.
    deleted_at: Millis,
    /// The newest first.
    versions: Vec<Version>,
}

impl Item {
    /// An item from its parts. Versions that do not belong there any more are dropped.
    pub(crate) fn from_parts(id: ItemId, deleted_at: Millis, versions: Vec<Version>) -> Self {
        let mut all = Vec::<Version>::new();
        for version in versions {
            // The newest first.
            let position = all.binary_search_by(|known| version.cmp(known));
            if let Err(at) = position
                && version.stamp.at > deleted_at
            {
                all.insert(at, version);
            }
        }
        let is_current =
            |version: &&Version| !all.iter().any(|other| version.is_replaced_by(other));
        let current = all.iter().filter(is_current).cloned().collect();
        Self {
            id,
            deleted_at,
            versions: current,
        }
    }

    /// The name of the item.
    pub fn id(&self) -> &ItemId {
        &self.id
    }

    /// When the item was last deleted; 0 if never. It may have been written to since.
    pub fn deleted_at(&self) -> Millis {
        self.deleted_at
    }

    /// Whether nothing is left of the item but its tombstone.
    pub fn is_deleted(&self) -> bool {
        self.versions.is_empty()
    }

    /// When the item was last changed or deleted.
    pub fn changed_at(&self) -> Millis {
        let newest = self.versions.first().map(|version| version.stamp.at);
        newest.unwrap_or_default().max(self.deleted_at)
    }

    /// What two tabs or devices know together of the item. Both must be of the same id.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let versions = self.versions.iter().chain(&other.versions);
        Self::from_parts(
            self.id.clone(),
            self.deleted_at.max(other.deleted_at),
            versions.cloned().collect(),
        )
    }

    pub(crate) fn versions(&self) -> &[Version] {
        &self.versions
    }
}
