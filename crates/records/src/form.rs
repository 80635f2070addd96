//! What an item of each kind is made of.

use bearings_domain::store::ItemKind;

/// What a kind of item is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemForm {
    /// The kind.
    pub kind: ItemKind,
    /// The names of its fields: small letters. They are in stored records, so they never change.
    pub fields: &'static [&'static str],
}

/// A note has one text.
pub const NOTE: ItemForm = ItemForm {
    kind: ItemKind::Note,
    fields: &["text"],
};

/// The text of a note, among its fields.
pub const NOTE_TEXT: usize = 0;

/// Two random numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seeds {
    /// Who writes: each page load is a writer of its own.
    pub writer: u64,
    /// Where the ids of new items begin.
    pub ids: u64,
}
