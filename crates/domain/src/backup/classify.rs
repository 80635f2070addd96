//! What restoring a record does, as a person would see it.

use crate::items::{IsTaken, Shown};
use crate::store::Stored;

/// What a person will see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Something is there that was not.
    Adds,
    /// Something has other texts than before.
    Replaces,
    /// Something is gone: the backup knows that it was deleted later than it was written here.
    Removes,
    /// Nothing.
    Keeps,
    /// Something is there in two versions.
    Conflicts,
    /// Nothing, for it is deleted before and after.
    Hidden,
}

/// What becomes of a record when there is one already. `is_taken` is about the time before and
/// the time after.
pub(super) fn merged(here: &Stored, merged: &Stored, is_taken: [IsTaken; 2]) -> Effect {
    let [is_taken_before, is_taken_after] = is_taken;
    let (Stored::Item(_, before), Stored::Item(_, after)) = (here, merged) else {
        return if here == merged {
            Effect::Keeps
        } else {
            Effect::Replaces
        };
    };
    let (before, after) = (before.shown(is_taken_before), after.shown(is_taken_after));
    match (before.len(), after.len()) {
        (0, 0) => Effect::Hidden,
        (0, _) => Effect::Adds,
        (_, 0) => Effect::Removes,
        (before, after) if before < after => Effect::Conflicts,
        _ if texts(&before).eq(texts(&after)) => Effect::Keeps,
        _ => Effect::Replaces,
    }
}

/// What becomes of a record when there is none.
pub(super) fn new(value: &Stored) -> Effect {
    if is_there(value) {
        Effect::Adds
    } else {
        Effect::Hidden
    }
}

/// Whether there is anything to see.
pub(super) fn is_there(value: &Stored) -> bool {
    match value {
        Stored::Item(_, item) => !item.is_deleted(),
        _ => true,
    }
}

fn texts<'a>(shown: &'a [Shown<'a>]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let fields = shown.iter().flat_map(|shown| &shown.fields);
    fields.map(|field| (field.name.as_str(), field.text.as_str()))
}
