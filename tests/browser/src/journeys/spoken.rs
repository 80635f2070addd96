//! What a screen reader meets on the important pages: Chromium's accessibility tree as short lines,
//! held against the files in `tests/browser/snapshots`. `UPDATE_EXPECT=1` writes them anew.

mod tree;

use std::path::Path;

use serde_json::json;

use super::CHROMIUM;
use super::records::open_cleared;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, failed, nothing};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "a screen reader meets on the important pages what the snapshots say",
    engines: CHROMIUM,
    run: snapshots,
}];

/// A page, what is done on it, and when that can be seen.
struct Scene {
    /// The name of its file.
    name: &'static str,
    page: String,
    act: &'static str,
    seen: &'static str,
}

fn scenes(stage: &Stage) -> Step<Vec<Scene>> {
    let with = |html: &str| match stage.site.page_with(html) {
        Some(page) => Ok(page.to_owned()),
        None => failed(format!("a page with {html}"), "none"),
    };
    let scene = |name, page: &str, act, seen| Scene {
        name,
        page: page.to_owned(),
        act,
        seen,
    };
    let word = "document.querySelector('#article p button.term').click()";
    let is_open = "return document.activeElement.matches('.term-card:popover-open')";
    let write = include_str!("../scripts/write_note.js");
    let is_written = "return document.querySelector('.note')?.dataset.saveStatus === 'saved'";
    Ok(vec![
        scene("front", "index.html", "", ""),
        scene("contents", "guide.html", "", ""),
        scene("page", stage.site.page(0), "", ""),
        scene("drawing-and-word", &with("<figure")?, word, is_open),
        scene("check", &with("class=option")?, "", ""),
        scene("help", "help.html", "", ""),
        scene("notes", "notes.html", write, is_written),
        // What is saved so far, and what the browser offers, comes at its own time.
        scene(
            "device",
            "device.html",
            "document.querySelector('[data-device]').remove()",
            "",
        ),
    ])
}

fn snapshots(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    browser.screen(360, 640)?;
    let mut complaints = Vec::new();
    for scene in scenes(stage)? {
        open_cleared(&browser, &server.url())?;
        browser.open_ready(&format!("{}{}", server.url(), scene.page))?;
        let whole = "return !('fold' in document.documentElement.dataset)";
        browser.until("the whole page to be laid out", whole, &[])?;
        browser.js(scene.act, &[])?;
        if !scene.seen.is_empty() {
            browser.until(scene.name, scene.seen, &[])?;
        }
        browser.settle()?;
        let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"))
            .join(scene.name)
            .with_extension("txt");
        let spoken = spoken(&browser)?;
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&file, &spoken)?;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        complaints.extend(difference(scene.name, &expected, &spoken));
    }
    let expected = "each page as its snapshot says (UPDATE_EXPECT=1 cargo xtask test journeys writes \
         them anew: read the difference)";
    nothing(expected, &complaints)
}

fn spoken(browser: &Browser) -> Step<String> {
    let answer = browser.cdp("Accessibility.getFullAXTree", &json!({}))?;
    Ok(tree::spoken(&answer["nodes"]))
}

/// The first line that differs, and what is there.
fn difference(name: &str, expected: &str, seen: &str) -> Option<String> {
    if expected == seen {
        return None;
    }
    let (mut expected, mut seen) = (expected.lines(), seen.lines());
    for at in 1.. {
        let (one, other) = (expected.next(), seen.next());
        if one != other {
            let [one, other] = [one, other].map(|line| line.unwrap_or("the end").trim());
            return Some(format!(
                "{name}.txt, line {at}: expected `{one}`, heard `{other}`"
            ));
        }
    }
    None
}
