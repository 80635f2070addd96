//! Two releases that differ by one sentence of one page, written by the program that writes every
//! release: what an update costs is what it would cost a reader.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use bearings_content::Dirs;
use bearings_domain::Lang;

use super::super::{FOLDER, grow};
use crate::project::{ProjectError, SHELL};
use crate::{Failure, say};

/// The new sentence. It claims nothing, so that it needs no source.
const SENTENCE: &str = "Ask again if this is not clear.";

/// A page that costs nothing of its own: what is left is the browser, the worker and the machine.
pub(super) const BARE: &str = "bare.html";
const BARE_PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><meta name=\"viewport\" \
content=\"width=device-width\"><title>Bare</title><p>One line.</p>\
<script>document.documentElement.dataset.ready = \"\";</script></html>";

/// Two finished sites.
pub(in super::super) struct Releases {
    /// The one that is visited first.
    pub(super) now: PathBuf,
    /// The one that follows.
    pub(super) next: PathBuf,
}

impl Releases {
    /// Writes both; `page` is the one that changes, as a file below the root of the site.
    pub(in super::super) fn write(page: &str) -> Result<Self, Failure> {
        grow::get_ready()?;
        let folder = |name: &str| Path::new(FOLDER).join(name);
        let (now, next) = (folder("release-now"), folder("release-next"));
        let original = Dirs::of_repository(Path::new(""));
        let work = say::start(&format!(
            "writing a release, and one with a sentence more in {page}"
        ));
        let shell = folder("shell-with-bare");
        with_bare_page(&shell).map_err(ProjectError::at(&shell))?;
        grow::publish(&shell, &original.content, &now)?;
        let changed = Dirs {
            content: folder("content-next"),
            ..original.clone()
        };
        change(page, &original, &changed)?;
        grow::publish(&shell, &changed.content, &next)?;
        work.done("written");
        Ok(Self { now, next })
    }
}

/// Trunk's output with a page of one line beside it, which the worker saves as any other file.
fn with_bare_page(shell: &Path) -> io::Result<()> {
    grow::remove(shell)?;
    grow::copy(Path::new(SHELL), shell)?;
    fs::write(shell.join(BARE), BARE_PAGE)
}

/// Copies the content, changes the page, and traces its new sentence.
fn change(page: &str, original: &Dirs, changed: &Dirs) -> Result<(), Failure> {
    let content = &changed.content;
    grow::remove(content)
        .and_then(|()| grow::copy(&original.content, content))
        .map_err(ProjectError::at(content))?;
    let name = page.rsplit('/').next().unwrap_or(page);
    let id = name.trim_end_matches(".html");
    let guide = grow::catalog(original)?;
    let part = guide
        .parts
        .iter()
        .find(|part| part.pages.iter().any(|entry| entry.id.as_str() == id));
    let folder = content.join(Lang::ENGLISH.code());
    let folder = part.map_or(folder.clone(), |part| folder.join(part.id.as_str()));
    edit(&folder.join(format!("{id}.md")), with_a_sentence_more)?;
    bearings_content::write_traces(changed, Some(id))?;
    let trace = folder.join(format!("{id}.trace.toml"));
    if trace.is_file() {
        edit(&trace, |text| Some(with_its_trace(text)))?;
    }
    Ok(())
}

fn edit(file: &Path, how: impl Fn(&str) -> Option<String>) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(ProjectError::at(file))?;
    let Some(text) = how(&text) else {
        println!("    {} has no paragraph to add to", file.display());
        return Err(Failure::Told);
    };
    fs::write(file, text).map_err(ProjectError::at(file))?;
    Ok(())
}

/// The page with one sentence more at the end of its first paragraph.
fn with_a_sentence_more(page: &str) -> Option<String> {
    let body = page.match_indices("\n+++\n").next()?.0;
    let is_paragraph = |line: &&str| {
        line.starts_with(|first: char| first.is_ascii_uppercase()) && line.contains(". {#")
    };
    let old = page[body..].lines().find(is_paragraph)?;
    let new = old.replacen(". {#", &format!(". {SENTENCE} {{#"), 1);
    Some(page.replacen(old, &new, 1))
}

/// The trace with what the new sentence stands on: it claims nothing.
fn with_its_trace(trace: &str) -> String {
    let open = format!("{SENTENCE:?} = \"\"");
    trace.replace(&open, &format!("{SENTENCE:?} = \"no claim\""))
}

#[cfg(test)]
mod tests {
    use super::{with_a_sentence_more, with_its_trace};

    #[test]
    fn one_paragraph_gets_one_sentence_more_and_keeps_its_name() {
        let page = "+++\nid = \"a\"\n+++\n\n## What {#what}\n\nA scan. It helps. {#a}\n\nB. {#b}\n";
        let changed = page.replace(
            "It helps. {#a}",
            "It helps. Ask again if this is not clear. {#a}",
        );
        assert_eq!(with_a_sentence_more(page), Some(changed));
        assert_eq!(with_a_sentence_more("+++\n+++\n\n- one {#a}\n"), None);
    }

    #[test]
    fn the_new_sentence_is_traced() {
        let trace = "\"B.\" = \"\"\n\"Ask again if this is not clear.\" = \"\"\n";
        let traced = "\"B.\" = \"\"\n\"Ask again if this is not clear.\" = \"no claim\"\n";
        assert_eq!(with_its_trace(trace), traced);
    }
}
