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

mod anchors;
mod article;
mod checks;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod properties;

mod alphabet;
mod countries;
mod date;
mod document;
mod drugs;
mod edit;
mod fields;
mod figures;
mod files;
mod forbidden;
mod front_matter;
mod glossary;
mod html;
mod ids;
mod library;
mod links;
mod markdown;
mod outline;
mod pemat;
mod plain_text;
mod problem;
mod questions;
mod reading;
mod regional;
mod released;
mod report;
mod retired;
mod rules;
mod seed_facts;
mod sheet;
mod signs;
mod site;
mod slots;
mod sources;
mod strings;
mod style;
mod trace;
mod vocabulary;

pub use date::{Date, Month};
pub use edit::{
    EditError, NamedSource, TraceChange, new_page, page_sources, release_ids, write_missing_ids,
    write_traces,
};
pub use files::Dirs;
pub use html::TrustedHtml;
pub use pemat::{Judge, Outcome, Verdict};
pub use problem::{Problem, Problems};
pub use report::{DrugReport, PageReport, Report, Totals};
pub use sheet::{REVIEW_FILE, REVIEW_TITLE};
pub use signs::{SignReport, SignsReport};
pub use site::{CompiledPage, MovedPage, Site, Stopped, check, compile, report, signs_report};
pub use style::Style;
