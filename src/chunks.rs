//! What is fetched when it is first used ([`Chunk`]), and how it is started. Any page can ask for
//! it; whoever asks says so in its place when it cannot be had, and can ask again.

use crate::state::{self, AppState};
use crate::{browser, device, frame, notes};
use bearings_domain::chunk::Chunk;

/// The chunk cannot be had, or belongs to another release.
#[derive(Clone, Copy, Debug)]
pub struct Absent;

/// Fetches a chunk: then its texts are known, and [`start`] waits for nothing.
pub async fn fetch(state: AppState, chunk: Chunk) -> Result<(), Absent> {
    let texts = browser::chunks::fetch(chunk.name()).await.ok_or(Absent)?;
    state.learn(&texts).map_err(|_| Absent)
}

/// Starts what is in a chunk. Once for each page.
pub async fn start(state: AppState, chunk: Chunk) -> Result<(), Absent> {
    match chunk {
        Chunk::Tools => split::tools(state).await,
    }
}

fn start_tools(state: AppState) {
    frame::live::offers(state);
    device::live::start(state);
    notes::live::start(state);
    state::wake_tools(state);
}

/// Where the program is cut. In the inner loop it stays whole.
#[cfg(not(debug_assertions))]
mod split {
    use super::{Absent, AppState, start_tools};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(tools, fallible)]
    pub fn tools(state: AppState) -> Result<(), Absent> {
        start_tools(state);
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
    use super::{Absent, AppState, start_tools};

    #[expect(
        clippy::unused_async,
        reason = "as the macro makes it in a release build"
    )]
    pub async fn tools(state: AppState) -> Result<(), Absent> {
        start_tools(state);
        Ok(())
    }
}
