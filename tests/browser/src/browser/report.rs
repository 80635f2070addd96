//! What the page says of itself: complaints, a picture, and a line for a failure.

use std::path::Path;

use base64::Engine as _;

use super::Browser;
use crate::stop::{Step, Stop, check, text, texts};

impl Browser {
    /// What the page complained about since it was loaded.
    pub fn captured(&self) -> Step<Vec<String>> {
        let script =
            "return (window.__captured ?? []).map((entry) => entry.kind + ': ' + entry.text)";
        Ok(texts(&self.js(script, &[])?))
    }

    /// Whether the page complained about nothing.
    pub fn is_calm(&self, whence: &str) -> Step {
        let captured = self.captured()?;
        check(
            captured.is_empty(),
            format!("no complaint in {whence}"),
            captured.join("\n        "),
        )
    }

    /// Writes what the window shows into a file.
    pub fn shoot(&self, path: &Path) -> Step {
        let picture = self.session.screenshot()?;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(picture)
            .unwrap_or_default();
        Ok(std::fs::write(path, bytes)?)
    }

    /// One line about the open page, for a failure.
    pub fn state(&self) -> String {
        let script = "const d = document.documentElement; return [location.href, document.title, \
             document.readyState, d.hasAttribute('data-ready') ? 'app ready' : 'app not ready', \
             'scrolled to ' + Math.round(scrollY) + ' of ' + d.scrollHeight, \
             ...[...document.querySelectorAll('[data-notice]:not([hidden])')].map((n) => \
             'notice ' + n.dataset.notice), \
             document.querySelector('[data-boot-error]:not([hidden])') ? 'boot error' : '']\
             .filter(Boolean).join(' · ')";
        match self.js(script, &[]) {
            Ok(line) => text(&line),
            Err(Stop::Wire(error)) => format!("the page does not answer: {error}"),
            Err(other) => other.to_string(),
        }
    }
}
