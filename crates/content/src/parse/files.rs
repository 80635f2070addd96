//! The files of the content, read once and held in memory under the names they have in the
//! repository. Everything after this works without touching the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use bearings_domain::Lang;

use crate::base::problem::{Findings, Spot};

/// Where the content lies.
#[derive(Clone, Debug)]
pub struct Dirs {
    /// The folder `content`.
    pub content: PathBuf,
    /// The folder `figures`.
    pub figures: PathBuf,
}

impl Dirs {
    /// The folders of a repository.
    pub fn of_repository(root: &Path) -> Dirs {
        Dirs {
            content: root.join("content"),
            figures: root.join("figures"),
        }
    }

    /// Where a file lies that is called `name` in problems (`content/en/..` or `figures/..`).
    pub(crate) fn path_of(&self, name: &str) -> PathBuf {
        match name.split_once('/') {
            Some(("figures", rest)) => self.figures.join(rest),
            Some((_, rest)) => self.content.join(rest),
            None => self.content.join(name),
        }
    }
}

/// The bytes of every file, by repository name.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    /// The language that is read: its code is the name of its folder in `content`.
    pub lang: Lang,
    bytes: BTreeMap<String, Vec<u8>>,
}

impl Files {
    pub fn new(lang: Lang) -> Files {
        Files {
            lang,
            bytes: BTreeMap::new(),
        }
    }

    /// The same files, to be read in another language.
    pub fn in_lang(&self, lang: Lang) -> Files {
        Files {
            lang,
            ..self.clone()
        }
    }

    /// The languages beside English: folders in `content` that are named after one.
    pub fn translations(&self) -> BTreeSet<Lang> {
        let folders = self
            .names("content/")
            .filter_map(|name| name.split_once('/'));
        let folders = folders.filter_map(|(_, below)| below.split_once('/'));
        let langs = folders.filter_map(|(folder, _)| Lang::parse(folder));
        langs.filter(|lang| *lang != Lang::ENGLISH).collect()
    }

    pub fn insert(&mut self, name: &str, bytes: Vec<u8>) {
        self.bytes.insert(name.into(), bytes);
    }

    #[cfg(test)]
    pub fn remove(&mut self, name: &str) {
        self.bytes.remove(name);
    }

    /// Reads both folders, for English. What cannot be read is a problem like any other.
    pub fn read(dirs: &Dirs, findings: &Findings) -> Files {
        let mut files = Files::new(Lang::ENGLISH);
        files.walk(&dirs.content, "content", findings);
        files.walk(&dirs.figures, "figures", findings);
        files
    }

    fn walk(&mut self, dir: &Path, name: &str, findings: &Findings) {
        let entries = fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => return unreadable(name, &error, findings),
        };
        for entry in entries {
            let file = entry.file_name();
            let Some(file) = file.to_str().filter(|file| !file.starts_with('.')) else {
                continue;
            };
            let inner = format!("{name}/{file}");
            let path = entry.path();
            if path.is_dir() {
                self.walk(&path, &inner, findings);
            } else {
                match fs::read(&path) {
                    Ok(bytes) => self.insert(&inner, bytes),
                    Err(error) => unreadable(&inner, &error, findings),
                }
            }
        }
    }

    /// The bytes of a file; empty when there is no such file.
    #[cfg(test)]
    pub fn bytes(&self, name: &str) -> &[u8] {
        self.bytes.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn has(&self, name: &str) -> bool {
        self.bytes.contains_key(name)
    }

    /// Names that begin with `start`, in order.
    pub fn names<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        self.bytes
            .range(start.to_owned()..)
            .map(|(name, _)| name.as_str())
            .take_while(move |name| name.starts_with(start))
    }

    /// The text of a file that has to be there.
    pub fn text(&self, name: &str, findings: &Findings) -> Option<SourceFile> {
        let found = self.text_if_there(name, findings);
        if found.is_none() && !self.has(name) {
            findings.add(
                &Spot::new(name, 1),
                "this file is missing",
                "Make the file; content/README.md says what it holds.",
            );
        }
        found
    }

    /// The text of a file that need not be there. A file that is not UTF-8 is a problem.
    pub fn text_if_there(&self, name: &str, findings: &Findings) -> Option<SourceFile> {
        let bytes = self.bytes.get(name)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(SourceFile::new(name, text)),
            Err(error) => {
                let before = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n');
                let line = before.count();
                findings.add(
                    &Spot::new(name, line),
                    "this file is not written in UTF-8",
                    "Save it again from your editor with the encoding UTF-8.",
                );
                None
            }
        }
    }
}

fn unreadable(name: &str, error: &io::Error, findings: &Findings) {
    let what = format!("this cannot be read ({error})");
    findings.add(
        &Spot::new(name, 1),
        what,
        "Make sure that it is there and that you may read it.",
    );
}

/// A text file that knows its lines.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    pub name: Rc<str>,
    pub text: String,
    line_starts: Vec<usize>,
}

impl SourceFile {
    pub fn new(name: &str, text: &str) -> SourceFile {
        // A byte order mark is invisible in an editor, so nobody could be asked to remove it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        SourceFile {
            name: name.into(),
            text,
            line_starts,
        }
    }

    /// The line (from 1) that holds a byte of the text.
    pub fn spot(&self, byte: usize) -> Spot {
        let line = self.line_starts.partition_point(|start| *start <= byte);
        Spot {
            file: Rc::clone(&self.name),
            line: line.max(1),
        }
    }

    pub fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }
}
