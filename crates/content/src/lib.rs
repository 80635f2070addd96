//! The content compiler of Bearings.
//!
//! It reads the words of the guide (`content/`) and its drawings (`figures/`), applies every rule
//! of `content/README.md`, and makes finished HTML, the catalog that travels with the app, and a
//! report. All problems are listed at once, each with file, line, what is wrong and what to do.
//!
//! Where to look:
//!
//! | module | what it knows |
//! |---|---|
//! | `site` | the order of things: read, check, build |
//! | `files`, `fields`, `front_matter`, `markdown` | reading: disk, TOML, the facts of a page, its text |
//! | `library`, `document` | everything that was read |
//! | `outline`, `sources`, `glossary`, `regional`, `strings`, `checks`, `questions`, `figures` | one file or table each, and its rules |
//! | `signs`, `countries`, `drugs` | what stands in one place for all pages: signs that need a call, numbers, drugs |
//! | `vocabulary` | what the reader of Markdown looks words up in |
//! | `anchors`, `links`, `retired`, `released` | ids, which are for ever, and what points to them |
//! | `reading`, `forbidden`, `rules`, `seed_facts` | rules about words and whole pages |
//! | `style` | how the guide sounds as a whole, and its bars |
//! | `slots`, `pemat` | what a page of its kind holds, and how well it can be used |
//! | `trace` | where each sentence of a page comes from |
//! | `edit` | what the compiler writes for its writers: missing ids, new pages |
//! | `sheet` | the sheet for those who review the guide |
//! | `html`, `article` | writing HTML; nothing else makes [`TrustedHtml`] |
//! | `problem`, `report` | what the compiler tells people |
//!
//! Nothing but `files` and `edit` touches the disk.

mod base;
mod edit;
#[cfg(test)]
mod fixtures;
mod output;
mod parse;
#[cfg(test)]
mod properties;
mod reading;
mod rules;
mod site;

pub use base::date::{Date, Month};
pub use base::problem::{Problem, Problems};
pub use edit::{
    EditError, NamedSource, TraceChange, new_page, page_sources, release_ids, write_missing_ids,
    write_traces,
};
pub use output::html::TrustedHtml;
pub use output::matrix::{SignReport, SignsReport};
pub use output::report::{DrugReport, PageReport, Report, Totals};
pub use output::sheet::{REVIEW_FILE, REVIEW_TITLE};
pub use parse::files::Dirs;
pub use parse::pemat::Outcome;
pub use rules::pemat::{Judge, Verdict};
pub use rules::style::Style;
pub use site::{CompiledPage, MovedPage, Site, Stopped, check, compile, report, signs_report};
