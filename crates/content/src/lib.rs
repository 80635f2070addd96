//! The content compiler of Bearings.
//!
//! It reads the words of the guide (`content/`) and its drawings (`figures/`), applies every rule
//! of `content/README.md`, and makes finished HTML, the catalog that travels with the app, and a
//! report. All problems are listed at once, each with file, line, what is wrong and what to do.
//!
//! The folders are layers: each imports only itself and those above it in this table
//! (`tests/layers` holds that).
//!
//! | layer | what it knows |
//! |---|---|
//! | `base` | problems with their lines, days, the order of words |
//! | `reading` | how hard a text is to read |
//! | `parse` | from files to plain data: `files`, `fields` and `markdown` read, each table has a file, `document` is a page, `library` is everything |
//! | `rules` | checks across everything, by subject; `anchors` are the ids that links hold on to, `pemat` and `style` measure |
//! | `output` | `html` alone makes [`TrustedHtml`]; `article` writes pages, `sheet` the sheet for reviewers, `report` and `matrix` the numbers, `catalog` what travels with the app |
//! | `compile` | the order of things: read, check, build |
//! | `edit` | what the compiler writes for its writers: missing ids, new pages, traces |
//!
//! Nothing but `parse::files` and `edit` touches the disk.

mod base;
mod compile;
mod edit;
#[cfg(test)]
mod fixtures;
mod output;
mod parse;
#[cfg(test)]
mod properties;
mod reading;
mod rules;

pub use base::date::{Date, Month};
pub use base::problem::{Problem, Problems};
pub use compile::{check, compile, report, signs_report};
pub use edit::{
    EditError, NamedSource, TraceChange, new_page, page_sources, release_ids, write_missing_ids,
    write_traces,
};
pub use output::html::TrustedHtml;
pub use output::matrix::{SignReport, SignsReport};
pub use output::report::{DrugReport, PageReport, Report, Totals};
pub use output::search::SearchFiles;
pub use output::sheet::{REVIEW_FILE, REVIEW_TITLE};
pub use output::site::{CompiledPage, Guide, MovedPage, Site, Stopped};
pub use parse::files::Dirs;
pub use parse::pemat::Outcome;
pub use rules::pemat::{Judge, Verdict};
pub use rules::style::Style;
