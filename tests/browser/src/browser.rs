//! One running browser with helpers that wait for conditions, never for a length of time.

mod chromium;
mod navigation;
mod report;

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::stop::{Step, failed};
use crate::wire::{Element, Session, WireError};

/// How long a condition may take when nothing else is said. Generous: a machine under load is
/// slow, two cores have three browsers, and no journey measures speed by it.
const LIMIT: Duration = Duration::from_secs(20);
/// The pause before a condition that does not hold yet is looked at again. Nothing is waited for by
/// it: it only leaves the processor to the browser.
pub const PAUSE: Duration = Duration::from_millis(15);
/// The longest such pause.
const LONG_PAUSE: Duration = Duration::from_millis(100);

/// The pause after so long a wait: what takes its time is looked at less often, for each look takes
/// the processor from the page, and from the other browsers.
fn pause_after(waited: Duration) -> Duration {
    (waited / 20).clamp(PAUSE, LONG_PAUSE)
}

/// The key `Tab`.
pub const TAB: char = '\u{E004}';
/// The key `Enter`.
pub const ENTER: char = '\u{E007}';

/// The key `Esc`.
pub const ESCAPE: char = '\u{E00C}';
/// The key that moves up.
pub const UP: char = '\u{E013}';
/// The key that moves down.
pub const DOWN: char = '\u{E015}';

/// A running browser; it ends with the value.
#[derive(Debug)]
pub struct Browser {
    /// The protocol below, for what has no helper here.
    pub session: Session,
    /// Which engine it is.
    pub engine: Engine,
    /// How many pages were left; marks the old page while the next one is on its way. A page may
    /// come back out of the browser's memory with an older mark.
    left: Cell<u32>,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that has crashed cannot be ended; its driver clears up after it.
        let _ = self.session.quit();
    }
}

impl Browser {
    /// A helper for a running browser.
    pub fn new(session: Session, engine: Engine) -> Self {
        Self {
            session,
            engine,
            left: Cell::new(0),
        }
    }

    /// Goes to an address.
    pub fn open(&self, url: &str) -> Step {
        Ok(self.session.go(url)?)
    }

    /// Goes to an address and waits until the app has taken over.
    pub fn open_ready(&self, url: &str) -> Step {
        self.open(url)?;
        self.ready()
    }

    /// Goes to an address and waits until the app has taken over, if the page has one.
    pub fn open_route(&self, url: &str) -> Step {
        self.open(url)?;
        let has_app = "return 'app' in document.documentElement.dataset";
        if self.js(has_app, &[])? == json!(true) {
            self.ready()
        } else {
            Ok(())
        }
    }

    /// Waits until the app has taken over the page.
    pub fn ready(&self) -> Step {
        // Some 10 ms after it answers, it knows the other pages too.
        let ready = "return document.documentElement.dataset.ready === 'guide'";
        self.until("the app to take over: html[data-ready]", ready, &[])
            .map(drop)
    }

    /// Whether the driver has lost the browser: it knows its session no more.
    pub fn has_ended(&self) -> bool {
        let answer = self.session.run("return true", &[]);
        matches!(answer, Err(WireError::Refused { error, .. }) if error == "invalid session id")
    }

    /// Runs a function body in the page.
    pub fn js(&self, script: &str, args: &[Value]) -> Step<Value> {
        Ok(self.session.run(script, args)?)
    }

    /// Waits until a script returns something true, and returns it.
    pub fn until(&self, what: &str, script: &str, args: &[Value]) -> Step<Value> {
        self.until_within(LIMIT, what, script, args)
    }

    /// `until` with a limit of its own.
    pub fn until_within(
        &self,
        limit: Duration,
        what: &str,
        script: &str,
        args: &[Value],
    ) -> Step<Value> {
        let started = Instant::now();
        loop {
            let answer = match self.session.run(script, args) {
                Ok(value) if is_true(&value) => return Ok(value),
                Ok(value) => value.to_string(),
                // The page may be on its way to the next one.
                Err(refused @ WireError::Refused { .. }) => refused.to_string(),
                Err(other) => return Err(other.into()),
            };
            if started.elapsed() > limit {
                let expected = format!("{what}, within {:.1} s", limit.as_secs_f64());
                return failed(expected, format!("the last answer was {answer}"));
            }
            std::thread::sleep(pause_after(started.elapsed()));
        }
    }

    /// Waits until an element is there and can be seen.
    pub fn visible(&self, css: &str) -> Step {
        self.visible_within(LIMIT, css)
    }

    /// `visible` with a limit of its own.
    pub fn visible_within(&self, limit: Duration, css: &str) -> Step {
        let script = "return [...document.querySelectorAll(arguments[0])].some((e) => \
             e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible')";
        self.until_within(
            limit,
            &format!("{css} to be visible"),
            script,
            &[json!(css)],
        )
        .map(drop)
    }

    /// Waits until an element, which has to be in the page, takes no room in it.
    pub fn hidden(&self, css: &str) -> Step {
        let script = "return document.querySelector(arguments[0]).getClientRects().length === 0";
        let what = format!("{css} not to be there");
        self.until(&what, script, &[json!(css)]).map(drop)
    }

    /// Waits for two frames, so that what the last step set in motion has been drawn. For two cases
    /// only: before something is read that the page brings up to date with a frame, such as what
    /// follows a scroll, and before it is seen that nothing has happened. Everything else has a
    /// condition to wait for.
    pub fn settle(&self) -> Step {
        // A page in the background draws no frames, so there a timer ends the wait.
        let script = "return new Promise((done) => { setTimeout(done, 500); \
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))); })";
        self.js(script, &[]).map(drop)
    }

    /// Waits for an element and returns it. To ask whether it is there, and then for it, would be
    /// two moments: a page that changes in between has it in the first and not in the second.
    pub fn find(&self, css: &str) -> Step<Element> {
        let started = Instant::now();
        loop {
            match self.session.find(css) {
                Ok(element) => return Ok(element),
                Err(WireError::Refused { .. }) if started.elapsed() < LIMIT => {
                    std::thread::sleep(PAUSE);
                }
                Err(WireError::Refused { .. }) => return failed(css, self.state()),
                Err(other) => return Err(other.into()),
            }
        }
    }

    /// Presses the first element that the selector finds, scrolled to where a person would have it
    /// before reaching for it: clear of what is fixed at an edge, or stays in sight above it.
    pub fn click(&self, css: &str) -> Step {
        let element = self.find(css)?;
        let script = "const [it] = arguments, box = it.getBoundingClientRect(); \
             const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]; \
             const isCovered = !it.contains(document.elementFromPoint(x, y)); \
             if (box.top < 100 || box.bottom > innerHeight - 150 || isCovered) \
             it.scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.js(script, &[element.as_arg()])?;
        Ok(self.session.click(&element)?)
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(fact) => *fact,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::Array(_) | Value::Object(_) => true,
    }
}
