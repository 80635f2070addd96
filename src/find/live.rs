//! Search, once its chunk has come: reads the index, and answers with each key.

use super::{open, show};
use crate::browser::chunks::{INDEX, bytes};
use crate::browser::typing;
use crate::state::AppState;
use bearings_search::{Answer, Index};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};

/// So many things are shown.
const MOST: usize = 10;

thread_local! {
    static FOUND_IN: RefCell<Option<Index>> = const { RefCell::new(None) };
    static KNOWS_BLOCKS: Cell<bool> = const { Cell::new(false) };
}

/// Brings search into its open window, which is there already the second time.
pub fn open(state: AppState) {
    if FOUND_IN.with_borrow(Option::is_some) {
        typing::select(open::FIELD);
        return show::answer(state, &typing::text(open::FIELD));
    }
    spawn_local(async move {
        let index = bytes(INDEX[0]).await;
        let Some(index) = index.and_then(|bytes| Index::read(&bytes).ok()) else {
            return open::fail(state);
        };
        // Two taps may have waited for the same file.
        if FOUND_IN.with_borrow(Option::is_some) {
            return;
        }
        FOUND_IN.set(Some(index));
        open::come();
        show::start(state);
        show::answer(state, &typing::text(open::FIELD));
    });
}

/// What there is for a text; nothing while the index is not here.
pub fn find(state: AppState, text: &str) -> Answer {
    FOUND_IN.with_borrow(|index| {
        index.as_ref().map_or_else(Answer::default, |index| {
            bearings_search::answer(index, text, state.how_much(), MOST)
        })
    })
}

/// Words to try in place of a text for which there is nothing.
pub fn near(text: &str) -> Vec<String> {
    FOUND_IN.with_borrow(|index| {
        let near = |index| bearings_search::near(index, text, 4);
        index.as_ref().map_or_else(Vec::new, near)
    })
}

/// Fetches the file that says where on a page, after the first answer. Returns whether it has come now.
pub async fn learn_blocks() -> bool {
    if KNOWS_BLOCKS.replace(true) {
        return false;
    }
    let blocks = bytes(INDEX[1]).await;
    let is_here = blocks.is_some_and(|bytes| {
        FOUND_IN.with_borrow_mut(|index| {
            let add = |index: &mut Index| index.add_blocks(&bytes).is_ok();
            index.as_mut().is_some_and(add)
        })
    });
    // The next key asks for it again.
    KNOWS_BLOCKS.set(is_here);
    is_here
}
