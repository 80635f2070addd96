//! Rules about the drawings of pages.

use crate::base::problem::Findings;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::text::{Block, Inline};

/// The drawings of a page are known, and named in its facts in the order in which they are shown.
pub(crate) fn check(library: &Library, findings: &Findings) {
    for document in &library.documents {
        let shown: Vec<_> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Figure { figure, prose } => Some((figure, prose)),
                _ => None,
            })
            .collect();
        for (figure, prose) in &shown {
            if library.figures.is_whole && !library.figures.by_id.contains_key(&figure.value) {
                let what = format!("the drawing `{}` is unknown", figure.value);
                findings.add(
                    &figure.spot,
                    what,
                    "Add it to figures.toml, or mend its name.",
                );
            }
            if prose
                .id
                .as_ref()
                .is_some_and(|id| !id.as_str().starts_with("fig-"))
            {
                let remedy = "Begin it with fig-, such as {#fig-routes}.";
                findings.add(
                    &prose.spot,
                    "the id of a drawing that does not begin with fig-",
                    remedy,
                );
            }
        }
        let named: Vec<_> = document
            .front
            .figures
            .iter()
            .map(|id| id.value.as_str())
            .collect();
        let ids: Vec<_> = shown
            .iter()
            .map(|(figure, _)| figure.value.as_str())
            .collect();
        if named != ids {
            let spot = document
                .front
                .figures
                .first()
                .map_or(&document.top, |first| &first.spot);
            let remedy = format!("Write figures = {ids:?}, or show what is missing.");
            findings.add(
                spot,
                "`figures` does not name the drawings on the page in their order",
                remedy,
            );
        }
        only_drawings_are_called_fig(document, findings);
    }
}

/// Only drawings have ids that begin with `fig-`: the parts of a drawing are named after it.
fn only_drawings_are_called_fig(document: &Document, findings: &Findings) {
    for prose in document.proses() {
        let is_drawing = matches!(prose.inlines.as_slice(), [Inline::Insert(_)]);
        let is_called_fig = prose
            .id
            .as_ref()
            .is_some_and(|id| id.as_str().starts_with("fig-"));
        if is_called_fig && !is_drawing {
            let remedy = "Give the block an id that does not begin with fig-.";
            findings.add(&prose.spot, "an id that is kept for drawings", remedy);
        }
    }
}
