//! The few things that the compiler writes into the content for its writers.

mod error;
mod missing_ids;
mod new_page;
mod released;
pub(crate) mod trace_file;
mod traces;

use bearings_domain::{PageId, PartId};

use error::write;

use crate::base::problem::Findings;
use crate::compile;
use crate::parse::files::{Dirs, Files};
use crate::parse::library::Library;
use crate::parse::outline;
use crate::parse::released::FILE;

pub use error::EditError;
pub use traces::{NamedSource, TraceChange, page_sources, write_traces};

/// Writes an id to every block that has none. Returns the files that were changed, as they are
/// called in the repository, each with the number of ids.
pub fn write_missing_ids(dirs: &Dirs) -> Result<Vec<(String, usize)>, EditError> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let library = Library::read(&files, &findings);
    let mut changed = Vec::new();
    for document in &library.documents {
        let name: &str = &document.top.file;
        let Some(file) = files.text_if_there(name, &findings) else {
            continue;
        };
        if let Some((text, count)) = missing_ids::add(&file, document) {
            write(dirs, name, &text)?;
            changed.push((name.to_owned(), count));
        }
    }
    Ok(changed)
}

/// Adds every id of today to the lock file of published ids. Returns how many ids it now holds.
pub fn release_ids(dirs: &Dirs) -> Result<usize, EditError> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let (library, anchors) = compile::read_and_check(&files, &findings);
    findings.into_result()?;
    let text = released::with_all_of(&library, &anchors);
    write(dirs, FILE, &text)?;
    Ok(text.lines().filter(|line| !line.starts_with('#')).count())
}

/// Makes the file of a new page and puts its id at the end of its part in the outline. Returns
/// the name of the file. What the page lacks is then a list of problems for its writer.
pub fn new_page(dirs: &Dirs, part: &str, id: &str) -> Result<String, EditError> {
    let no_id = |text: &str| {
        let text = text.to_owned();
        move |source| EditError::NoId { text, source }
    };
    let part = PartId::parse(part).map_err(no_id(part))?;
    let id = PageId::parse(id).map_err(no_id(id))?;
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let library = Library::read(&files, &findings);
    let Some(outlined) = library.outline.part(&part) else {
        return Err(EditError::NoSuchPart(part));
    };
    let name = format!("content/{}/{part}/{id}.md", files.lang.code());
    let is_taken = library.find(&id).is_some()
        || library.broken.contains(&id)
        || library.retired.pages.contains_key(&id)
        || library.released.knows(&id)
        || files.has(&name);
    let old_outline = files.text(outline::FILE, &findings);
    let new_outline = old_outline.and_then(|file| new_page::outline_with(&file.text, &part, &id));
    let (false, Some(new_outline)) = (is_taken, new_outline) else {
        return Err(EditError::Taken(id));
    };
    write(dirs, &name, &new_page::template(&id, outlined.kind))?;
    write(dirs, outline::FILE, &new_outline)?;
    Ok(name)
}

#[cfg(test)]
mod tests;
