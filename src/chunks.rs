//! What is fetched when it is first used ([`Chunk`]), and how it is started. Any page can ask for
//! it; whoever asks says so in its place when it cannot be had, and can ask again.

use crate::state::{self, AppState};
use crate::{browser, device, find, frame, notes, settings};
use bearings_domain::chunk::Chunk;
use leptos::task::spawn_local;

/// The chunk cannot be had, or belongs to another release.
#[derive(Clone, Copy, Debug)]
pub struct Absent;

/// Fetches a chunk: then its texts are known, and starting it waits for nothing.
pub async fn fetch(state: AppState, chunk: Chunk) -> Result<(), Absent> {
    let texts = browser::chunks::fetch(chunk.name()).await.ok_or(Absent)?;
    state.learn(&texts).map_err(|_| Absent)
}

/// Starts the tools. Once for each page.
pub async fn start_tools(state: AppState) -> Result<(), Absent> {
    split::tools(state).await
}

/// Brings search into its window, or says there that it cannot be had.
pub fn search(state: AppState) {
    spawn_local(async move {
        if fetch(state, Chunk::Search).await.is_err() || split::search(state).await.is_err() {
            find::open::fail(state);
        }
    });
}

fn tools(state: AppState) {
    frame::live::offers(state);
    device::live::start(state);
    notes::live::start(state);
    settings::live::start(state);
    state::wake_tools(state);
}

/// Where the program is cut. In the inner loop it stays whole.
#[cfg(not(debug_assertions))]
mod split {
    use super::{Absent, AppState, find};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(tools, fallible)]
    pub fn tools(state: AppState) -> Result<(), Absent> {
        super::tools(state);
        Ok(())
    }

    #[wasm_split(search, fallible)]
    pub fn search(state: AppState) -> Result<(), Absent> {
        find::live::open(state);
        Ok(())
    }

    impl From<SplitLoaderError> for Absent {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }
}

#[cfg(debug_assertions)]
mod split {
    use super::{Absent, AppState, find};

    #[expect(
        clippy::unused_async,
        reason = "as the macro makes it in a release build"
    )]
    pub async fn tools(state: AppState) -> Result<(), Absent> {
        super::tools(state);
        Ok(())
    }

    #[expect(
        clippy::unused_async,
        reason = "as the macro makes it in a release build"
    )]
    pub async fn search(state: AppState) -> Result<(), Absent> {
        find::live::open(state);
        Ok(())
    }
}
