//! Effects on a page that already shows how things begin.

use leptos::prelude::*;

/// Calls `act` with what `read` finds each time that has changed. Not the first time: the finished
/// page shows it already, and writing it again took a fifth of a second on a slow phone. `read` must
/// therefore touch every signal that `act` depends on.
pub fn follow<T: 'static>(read: impl Fn() -> T + 'static, act: impl Fn(T) + 'static) {
    Effect::new(move |before: Option<()>| {
        let found = read();
        if before.is_some() {
            act(found);
        }
    });
}
