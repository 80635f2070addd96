//! From page to page, within one, and between windows.

use serde_json::json;

use super::Browser;
use crate::stop::{Step, number, text};

impl Browser {
    /// Presses a link and waits for its page, whether the app or the browser brings it.
    /// Returns its address.
    pub fn follow(&self, css: &str) -> Step<String> {
        self.find(css)?;
        let href = self.leave(css)?;
        self.click(css)?;
        self.arrive(&href)?;
        Ok(href)
    }

    /// Marks the page as the old one and returns where a link leads.
    pub fn leave(&self, css: &str) -> Step<String> {
        self.left.set(self.left.get() + 1);
        let script = "document.querySelector('h1')?.setAttribute('data-left', arguments[1]); \
             return document.querySelector(arguments[0])?.href ?? location.href";
        Ok(text(
            &self.js(script, &[json!(css), json!(self.left.get())])?,
        ))
    }

    /// Waits for the page at an address, after `leave`: a page without the mark of the one left.
    pub fn arrive(&self, href: &str) -> Step {
        let script = "const title = document.querySelector('h1'); \
             return location.href.split('#')[0] === arguments[0].split('#')[0] \
             && document.readyState === 'complete' \
             && title !== null && title.dataset.left !== String(arguments[1])";
        let args = [json!(href), json!(self.left.get())];
        self.until(&format!("the page {href}"), script, &args)
            .map(drop)
    }

    /// How far the page is scrolled, in CSS pixels.
    pub fn scroll_y(&self) -> Step<f64> {
        Ok(number(&self.js("return scrollY", &[])?))
    }

    /// Scrolls at once to a share of the way, 0 to 1.
    pub fn scroll_to(&self, share: f64) -> Step {
        let script = "const way = document.documentElement.scrollHeight - innerHeight; \
             scrollTo({ top: Math.round(way * arguments[0]), behavior: 'instant' });";
        self.js(script, &[json!(share)]).map(drop)
    }

    /// Waits until the window has an inner width near the one asked for by `resize`.
    pub fn resize(&self, width: u32, height: u32) -> Step {
        self.session.resize(width, height)?;
        let script = "return Math.abs(innerWidth - arguments[0]) < 40";
        let what = format!("a window {width} px wide");
        self.until(&what, script, &[json!(width)])?;
        self.settle()
    }

    /// Opens a second window and goes on in it. Returns the names of the first and of the second.
    pub fn second_window(&self) -> Step<(String, String)> {
        let first = self.session.window()?;
        let second = self.session.new_window()?;
        self.session.switch_to(&second)?;
        Ok((first, second))
    }

    /// Closes the window that commands go to, and goes on in another.
    pub fn close_window(&self, other: &str) -> Step {
        self.session.close_window()?;
        Ok(self.session.switch_to(other)?)
    }
}
