//! The guide's own drawings: their words come from `figures.toml`, their lines from `figures/`.

mod allowed;
mod drawing;
mod svg;

use std::collections::BTreeMap;

use bearings_domain::Lang;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids;
use crate::parse::level::Level;
use crate::parse::levels::Levels;
use crate::parse::plain_text;

pub(crate) use drawing::{Drawing, Piece};

/// A drawing with its words.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub title: At<String>,
    /// What can be seen, for people who do not see it.
    pub description: At<String>,
    pub caption: At<String>,
    /// Words inside the drawing, by the name they have there.
    pub labels: BTreeMap<String, At<String>>,
    /// `None` when the file could not be read, which is a problem.
    pub drawing: Option<Drawing>,
}

/// All drawings, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub by_id: BTreeMap<String, Figure>,
    /// Whether every entry could be read.
    pub is_whole: bool,
}

impl Figures {
    pub fn read(files: &Files, levels: &Levels, findings: &Findings) -> Figures {
        let before = findings.count();
        let name = format!("content/{}/figures.toml", files.lang.code());
        let Some(file) = files.text(&name, findings) else {
            return Figures::default();
        };
        let figures = fields::with_toml(&file, file.whole(), findings, |root| {
            let tables = root.named_tables();
            tables
                .into_iter()
                .filter_map(|(id, table)| read_figure(files, levels, &id, table))
                .collect()
        });
        let by_id: BTreeMap<String, Figure> = figures.unwrap_or_default();
        let is_whole = findings.count() == before;
        // A translation has the words of the drawings that its pages show.
        without_words(
            files,
            &by_id,
            is_whole && files.lang == Lang::ENGLISH,
            findings,
        );
        Figures { by_id, is_whole }
    }
}

fn read_figure(
    files: &Files,
    levels: &Levels,
    id: &At<String>,
    table: Fields<'_>,
) -> Option<(String, Figure)> {
    let findings = table.findings;
    ids::is_well_formed(id, findings);
    let title = plain_text::need(&table, "title");
    let description = plain_text::need(&table, "description");
    let caption = plain_text::need(&table, "caption");
    let labels = table
        .table("labels")
        .map(|labels| labels.named_texts())
        .unwrap_or_default();
    let labels: BTreeMap<String, At<String>> = labels
        .into_iter()
        .map(|(name, text)| (name.value, text))
        .collect();
    let shown = labels
        .iter()
        .map(|(name, text)| (name.clone(), label(text, levels, findings)))
        .collect();
    table.finish();
    let name = format!("figures/{}.svg", id.value);
    if !files.has(&name) {
        let what = format!("the drawing `{}` has no file", id.value);
        findings.add(
            &id.spot,
            what,
            format!("Draw {name}, or take the entry out."),
        );
    }
    let drawing = files
        .text_if_there(&name, findings)
        .and_then(|file| svg::read(&file, &shown, findings));
    let figure = Figure {
        title: title?,
        description: description?,
        caption: caption?,
        labels,
        drawing,
    };
    Some((id.value.clone(), figure))
}

/// The words of a label: its own, or for `level:line` the short name of that level.
fn label(text: &At<String>, levels: &Levels, findings: &Findings) -> At<String> {
    let Some(name) = text.value.strip_prefix("level:") else {
        return text.clone();
    };
    let level = Level::named(name, &text.spot, findings);
    let level = level.and_then(|level| levels.text(level));
    let short = level.map_or("", |level| &level.short.value);
    At::new(short.to_owned(), text.spot.clone())
}

/// Drawings without title, description and caption.
fn without_words(
    files: &Files,
    by_id: &BTreeMap<String, Figure>,
    is_whole: bool,
    findings: &Findings,
) {
    for name in files.names("figures/") {
        let id = name
            .strip_prefix("figures/")
            .and_then(|file| file.strip_suffix(".svg"));
        if let Some(id) = id
            && is_whole
            && !by_id.contains_key(id)
        {
            let remedy = format!("Add [{id}] with title, description and caption to figures.toml.");
            findings.add(
                &Spot::new(name, 1),
                "a drawing without title and description",
                remedy,
            );
        }
    }
}
