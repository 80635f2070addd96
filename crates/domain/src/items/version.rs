//! One version of an item. It never changes once it is written.

use super::{Seen, Stamp};
use crate::{FieldName, Millis};

/// One text of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    // The order of the fields of this struct makes `Ord` "the last changed is the greatest" among
    // fields of the same name.
    /// Which text of the item this is.
    pub name: FieldName,
    /// The version that this text came with.
    pub changed: Stamp,
    /// What was written.
    pub text: String,
}

/// A version of an item, whole, with the texts that its writer did not change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    // The order of the fields makes `Ord` "the newest is the greatest".
    pub stamp: Stamp,
    /// When the item was made.
    pub created: Millis,
    /// In the order of the names, one of each.
    pub fields: Vec<Field>,
    /// What its writer had before them.
    pub base: Seen,
}

impl Version {
    /// Whether `other` was written by somebody who had seen this version.
    ///
    /// That it must also be later keeps forged versions from replacing each other in a ring.
    pub(crate) fn is_replaced_by(&self, other: &Self) -> bool {
        self.stamp.at < other.stamp.at && other.base.covers(&self.stamp)
    }

    pub(crate) fn field(&self, name: &FieldName) -> Option<&Field> {
        let at = self
            .fields
            .binary_search_by(|field| field.name.cmp(name))
            .ok()?;
        self.fields.get(at)
    }
}
