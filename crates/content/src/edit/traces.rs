//! Side files for those who read a page against its sources.

use super::error::{EditError, write};
use super::trace_file::{self, Change};
use crate::base::problem::Findings;
use crate::parse::document::Document;
use crate::parse::files::{Dirs, Files};
use crate::parse::library::Library;
use crate::parse::trace::file_of;

/// A side file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceChange {
    /// Its name in the repository.
    pub file: String,
    /// Sentences that were there before.
    pub kept: usize,
    /// Sentences that nobody has traced yet.
    pub added: usize,
    /// Sentences that the page no longer has.
    pub dropped: usize,
}

/// A source of a page, for whoever reads the page against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource {
    /// Its id, as a trace names it.
    pub id: String,
    /// Whose it is; empty when the source is unknown.
    pub who: String,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// Writes or refreshes the side file of one page, or of every page. Returns those that changed.
/// A side file that is not TOML stops everything before anything is written.
pub fn write_traces(dirs: &Dirs, page: Option<&str>) -> Result<Vec<TraceChange>, EditError> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let library = Library::read(&files, &findings);
    let pages: Vec<&Document> = match page {
        Some(id) => vec![find(&library, id)?],
        None => library.pages().collect(),
    };
    let mut to_write = Vec::new();
    for page in pages {
        let name = file_of(page);
        if library.traces.broken.contains(&name) {
            return Err(EditError::Unreadable(name));
        }
        let file = files.text_if_there(&name, &findings);
        let old = file.as_ref().zip(library.traces.of(page));
        let (text, change) = trace_file::fresh(page, old);
        if file.is_none_or(|file| file.text != text) {
            to_write.push((name, text, change));
        }
    }
    let mut changes = Vec::new();
    for (name, text, change) in to_write {
        write(dirs, &name, &text)?;
        let Change {
            kept,
            added,
            dropped,
        } = change;
        changes.push(TraceChange {
            file: name,
            kept,
            added,
            dropped,
        });
    }
    Ok(changes)
}

/// The sources that a page names, in its order.
pub fn page_sources(dirs: &Dirs, page: &str) -> Result<Vec<NamedSource>, EditError> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let library = Library::read(&files, &findings);
    let named = find(&library, page)?.front.sources.iter().map(|id| {
        let source = library.sources.by_id.get(&id.value);
        NamedSource {
            id: id.value.clone(),
            who: source.map_or_else(String::new, |source| source.who.clone()),
            title: source.map_or_else(String::new, |source| source.title.clone()),
            url: source
                .and_then(|source| source.url.clone())
                .unwrap_or_default(),
        }
    });
    Ok(named.collect())
}

fn find<'a>(library: &'a Library, id: &str) -> Result<&'a Document, EditError> {
    let mut pages = library.pages();
    pages
        .find(|page| page.id.as_str() == id)
        .ok_or_else(|| EditError::NoSuchPage(id.to_owned()))
}
