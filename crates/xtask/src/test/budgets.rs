//! What may travel to an old phone on a slow link: asserted in bytes, never in time.
//!
//! Bytes are those of Brotli at quality 11, as good hosts send them; 1 kB is 1000 bytes.

use std::path::{Path, PathBuf};

use bearings_domain::Lang;
use bearings_host::compress::brotli;

use super::Context;
use super::outcome::Outcome;
use crate::project::{self, DIST, ProjectError};
use crate::{Failure, say};

/// One limit.
#[derive(Debug)]
struct Budget {
    what: &'static str,
    /// In bytes.
    most: usize,
}

/// A guide page with its styles and its start script: readable from this one answer.
const PAGE: Budget = Budget {
    what: "largest guide page",
    most: 13_300,
};
/// The same with a drawing, which is inside the page.
const DRAWN: Budget = Budget {
    what: "largest guide page with a drawing",
    most: 20_000,
};
/// The main part of the program. Of it 3.8 kB are for search (the window with its field, the key, and
/// what its chunk shares with the rest), and 1,000 bytes are where the focus is (`browser/focus.rs`):
/// back to the link that was used, and on from a control that is gone. 2.6 kB read and show what was
/// chosen in the settings, and whatever tools, search and settings have in common is here too.
const PROGRAM: Budget = Budget {
    what: "JavaScript and wasm",
    most: 84_500,
};
/// The chunk of the tools, loaded only where they are used.
const TOOLS: Budget = Budget {
    what: "wasm and texts of tools",
    most: 83_800,
};
/// What a first search fetches before it answers: code, texts and styles, and the first file of the
/// index. It was to be 60 kB.
const SEARCH: Budget = Budget {
    what: "all of search before it answers",
    most: 68_500,
};
/// The service worker.
const WORKER: Budget = Budget {
    what: "service worker",
    most: 4_000,
};
/// Everything a cold guide page fetches before it is ready.
const BEFORE_READY: Budget = Budget {
    what: "all before a guide page is ready",
    most: 100_000,
};

/// Measures `dist/` and prints a table.
pub(super) fn run(context: &mut Context) -> Result<Outcome, Failure> {
    if let Some(outcome) = context.no_site() {
        return Ok(outcome);
    }
    let compressing = say::start("compressing what travels");
    let measured = measure(Path::new(DIST))?;
    compressing.done("measured");
    if let Some(missing) = measured.missing() {
        return Ok(Outcome::failed(missing));
    }
    let ((page, name), (drawn, drawn_name)) = (&measured.page, &measured.drawn);
    let program = measured.js + measured.wasm;
    let all = page.max(drawn) + program + measured.texts;
    let rows = [
        (PAGE, *page),
        (DRAWN, *drawn),
        (PROGRAM, program),
        (BEFORE_READY, all),
        (TOOLS, measured.tools),
        (SEARCH, measured.search + measured.index),
        (WORKER, measured.worker),
    ];
    println!(
        "    largest guide page: {}; with a drawing: {}",
        project::slashes(name),
        project::slashes(drawn_name)
    );
    println!(
        "    js {} + wasm {} + texts {}",
        measured.js, measured.wasm, measured.texts
    );
    println!(
        "    search: code, texts and styles {} + index {}, later {}",
        measured.search, measured.index, measured.later
    );
    let mut over = Vec::new();
    for (budget, bytes) in &rows {
        let word = if *bytes > budget.most { "OVER" } else { "ok" };
        println!(
            "    {word:<5} {:<34} {bytes:>7} of {:>7} bytes",
            budget.what, budget.most
        );
        if *bytes > budget.most {
            over.push(format!(
                "{}: {bytes} bytes, at most {}",
                budget.what, budget.most
            ));
        }
    }
    let note = if over.is_empty() {
        format!("page {page}, program {program}, all {all} bytes")
    } else {
        over.join("; ")
    };
    Ok(Outcome::of(over.is_empty(), note))
}

/// Compressed sizes in bytes.
#[derive(Debug, Default)]
struct Measured {
    page: (usize, PathBuf),
    drawn: (usize, PathBuf),
    js: usize,
    wasm: usize,
    texts: usize,
    tools: usize,
    search: usize,
    index: usize,
    later: usize,
    worker: usize,
}

impl Measured {
    /// What should be there and is not: nothing is small when it is absent.
    fn missing(&self) -> Option<String> {
        let parts = [
            ("guide/*.html", self.page.0),
            ("app-*.js", self.js),
            ("app-*.wasm", self.wasm),
            ("tools-*", self.tools),
            ("search-*", self.search),
            ("search-pages-*", self.index),
            ("sw.js", self.worker),
            ("texts-*.json", self.texts),
        ];
        let (name, _) = parts.into_iter().find(|(_, bytes)| *bytes == 0)?;
        Some(format!("there is no {name} in {DIST}/"))
    }
}

fn measure(dist: &Path) -> Result<Measured, ProjectError> {
    let mut measured = Measured::default();
    let (mut tools_texts, mut search_texts, mut catalog) = (0, 0, 0);
    for file in project::files(dist, &|_| true)? {
        let below = project::slashes(file.strip_prefix(dist).unwrap_or(&file));
        let size = || -> Result<usize, ProjectError> {
            Ok(brotli(&std::fs::read(&file).map_err(ProjectError::at(&file))?).len())
        };
        let has_drawing = || -> Result<bool, ProjectError> {
            let html = std::fs::read_to_string(&file).map_err(ProjectError::at(&file))?;
            Ok(html.contains("<figure"))
        };
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or("");
        // Below the folder of its language, if it has one.
        let (_, page) = Lang::of_path(&below);
        match end {
            "html" if page.starts_with("guide/") => {
                let largest = if has_drawing()? {
                    &mut measured.drawn
                } else {
                    &mut measured.page
                };
                *largest = std::mem::take(largest).max((size()?, file.clone()));
            }
            "js" if below.starts_with("app-") => measured.js = measured.js.max(size()?),
            "wasm" if below.starts_with("app-") => measured.wasm += size()?,
            "wasm" if below.starts_with("tools-") => measured.tools += size()?,
            // What both need, each has to have.
            "wasm" if below.starts_with("shared-") => {
                let size = size()?;
                measured.tools += size;
                measured.search += size;
            }
            "wasm" | "css" if below.starts_with("search-") => measured.search += size()?,
            "bin" if below.starts_with("search-pages-") => {
                measured.index = measured.index.max(size()?);
            }
            "bin" if below.starts_with("search-blocks-") => {
                measured.later = measured.later.max(size()?);
            }
            "js" if below == "sw.js" => measured.worker += size()?,
            // Each language has its own, and each reader one of them: the largest counts.
            "json" if below.starts_with("tools-") => tools_texts = tools_texts.max(size()?),
            "json" if below.starts_with("search-") => search_texts = search_texts.max(size()?),
            "json" if below.starts_with("texts-") => measured.texts = measured.texts.max(size()?),
            // Places with tools have the list of pages before they are ready.
            "json" if below.starts_with("catalog-") => catalog = catalog.max(size()?),
            _ => {}
        }
    }
    measured.tools += tools_texts + catalog;
    measured.search += search_texts;
    Ok(measured)
}
