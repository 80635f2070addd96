//! Finds names for blocks that have none.

use std::collections::BTreeSet;

use crate::parse::document::Document;
use crate::parse::files::SourceFile;
use crate::parse::ids::is_taken;
use crate::parse::text::{self, Block};

/// Longest name that is made up, in characters.
const MAX_LEN: usize = 30;

/// The text of the file with the missing ids added, and how many; `None` when none is missing.
pub(super) fn add(file: &SourceFile, document: &Document) -> Option<(String, usize)> {
    let mut names: BTreeSet<String> = document
        .proses()
        .filter_map(|prose| prose.id.as_ref())
        .map(ToString::to_string)
        .collect();
    let mut added = Vec::new();
    for block in &document.blocks {
        let beginning = if matches!(block, Block::Figure { .. }) {
            "fig-"
        } else {
            ""
        };
        for prose in block.proses() {
            let said = text::plain(&prose.inlines);
            if prose.id.is_some() || said.contains("{#") {
                // A name that is there but wrong is for the writer to mend.
                continue;
            }
            let words = match block {
                Block::Figure { figure, .. } => &figure.value,
                _ => &said,
            };
            let name = free_name(&format!("{beginning}{}", slug(words)), &names);
            added.push((prose.end, name.clone()));
            names.insert(name);
        }
    }
    let mut text = file.text.clone();
    // From the end, so that the places of the others stay where they are.
    for (end, name) in added.iter().rev() {
        let line_end = text[..*end].trim_end().len();
        text.insert_str(line_end, &format!(" {{#{name}}}"));
    }
    (!added.is_empty()).then_some((text, added.len()))
}

/// The first words, as an id.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for word in words.split(|char: char| !char.is_ascii_alphanumeric()) {
        if !word.is_empty() && slug.len() + word.len() < MAX_LEN {
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(&word.to_ascii_lowercase());
        }
        if slug.matches('-').count() == 3 {
            break;
        }
    }
    if slug.is_empty() {
        "block".to_owned()
    } else {
        slug
    }
}

fn free_name(wanted: &str, names: &BTreeSet<String>) -> String {
    let is_free = |name: &str| !names.contains(name) && !is_taken(name);
    if is_free(wanted) {
        return wanted.to_owned();
    }
    // A name that begins like one of the page's own stays taken with any number after it.
    let stays_taken = is_taken(&format!("{wanted}-2"));
    let stem = if stays_taken {
        format!("a-{wanted}")
    } else {
        wanted.to_owned()
    };
    // One of so many is free: there are fewer names than that.
    let mut numbered = (2..=names.len() + 2).map(|number| format!("{stem}-{number}"));
    numbered.find(|name| is_free(name)).unwrap_or(stem)
}
