//! What is known of what a person wrote, besides the items themselves.

use super::items::{ItemList, Row};
use super::{AppState, RecordError};
use bearings_domain::backup::Record;
use bearings_records::{ItemStore, NOTE, Seeds};
use leptos::prelude::*;

/// What a person wrote, and how well it is kept.
#[derive(Clone, Copy)]
pub struct ItemState {
    /// What a person wrote in notes.
    pub notes: ItemList,
    /// Why the newest words of a person are not saved, if they are not.
    pub unsaved: RwSignal<Option<RecordError>>,
    /// Whether the browser has agreed to keep what is written here when room runs low, once it
    /// has answered.
    pub lasts: RwSignal<Option<bool>>,
}

impl ItemState {
    /// Nothing has been read yet.
    pub(super) fn new() -> Self {
        Self {
            notes: RwSignal::new(ItemStore::new(NOTE, Seeds::default())),
            unsaved: RwSignal::new(None),
            lasts: RwSignal::new(None),
        }
    }
}

/// What is known of the lists of items that no view follows.
#[derive(Default)]
pub(super) struct Unwatched {
    /// Every list of items on this page.
    pub lists: Vec<ItemList>,
    /// The rows that are watched, in their order.
    pub watched: Vec<(Row, Trigger)>,
    /// Whether the browser was told to ask before the page is left.
    pub ends_with_page: bool,
    /// Writes what is unsaved. A pointer, so that the main part of the program does not hold that code.
    pub save: Option<fn(&AppState)>,
    /// Joins records with what is unsaved, for the same reason.
    pub add_unsaved: Option<fn(&AppState, &mut Vec<Record>)>,
}
