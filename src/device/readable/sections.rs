//! What a person has here, in words.

use bearings_domain::backup::Record;
use bearings_domain::catalog::{Catalog, PartKind};
use bearings_domain::items::{Items, Shown};
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::store::{ItemKind, Read, Slot, Stored};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;

/// One part of the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// What is in it.
    pub heading: String,
    /// Short lines.
    pub lines: Vec<String>,
    /// What was written.
    pub pieces: Vec<Piece>,
}

/// A note, a visit, a question or a card.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// When it was written.
    pub about: String,
    /// Its texts, each with its name.
    pub texts: Vec<(String, String)>,
}

/// How a moment is written.
pub type Dates<'a> = &'a dyn Fn(Millis) -> String;

/// The parts of the page: what was written, then the position and the marks.
pub fn sections(catalog: &Catalog, records: &[Record], dates: Dates) -> Vec<Section> {
    let say = |text| catalog.strings.get(text).to_owned();
    let mut items = [const { Vec::new() }; ItemKind::ALL.len()];
    let (mut position, mut marks, mut unread) = (Vec::new(), Vec::new(), 0);
    for record in records {
        let read = Slot::parse(&record.name).map(|slot| slot.decode(&record.text));
        match read.and_then(Result::ok).map(Read::into_value) {
            Some(Stored::Position(kept)) => position.extend(position_title(catalog, &kept)),
            Some(Stored::Progress(kept)) => marks = titles(catalog, &kept),
            Some(Stored::Item(kind, item)) => {
                let all = ItemKind::ALL.iter().zip(&mut items);
                for (_, items) in all.filter(|(known, _)| **known == kind) {
                    items.push(item.clone());
                }
            }
            Some(Stored::Settings(_)) => {}
            None => unread += 1,
        }
    }
    let mut sections = Vec::new();
    for (kind, items) in ItemKind::ALL.into_iter().zip(items) {
        let items: Items = items.into_iter().collect();
        let shown = items.shown();
        let pieces: Vec<_> = shown.iter().map(|it| piece(catalog, it, dates)).collect();
        sections.push(Section {
            heading: say(heading(kind)),
            lines: nothing(pieces.is_empty(), &say),
            pieces,
        });
    }
    for (heading, mut lines) in [
        (Text::ReadablePosition, position),
        (Text::ReadableMarks, marks),
    ] {
        lines.extend(nothing(lines.is_empty(), &say));
        sections.push(Section {
            heading: say(heading),
            lines,
            pieces: Vec::new(),
        });
    }
    if unread > 0
        && let Some(last) = sections.last_mut()
    {
        let count = unread.to_string();
        let said = catalog
            .strings
            .fill(Text::ReadableUnread, &[("count", &count)]);
        last.lines.push(said);
    }
    sections
}

fn nothing(is_empty: bool, say: &dyn Fn(Text) -> String) -> Vec<String> {
    is_empty
        .then(|| say(Text::ReadableNothing))
        .into_iter()
        .collect()
}

fn heading(kind: ItemKind) -> Text {
    match kind {
        ItemKind::Note => Text::DestinationNotes,
        ItemKind::Visit => Text::DestinationVisits,
        ItemKind::Question => Text::ReadableQuestions,
        ItemKind::Card => Text::ReadableCards,
    }
}

fn piece(catalog: &Catalog, shown: &Shown<'_>, dates: Dates) -> Piece {
    let (written, changed) = (dates(shown.created), dates(shown.edited));
    let text = if written == changed {
        Text::ReadableWritten
    } else {
        Text::ReadableChanged
    };
    let mut about = catalog
        .strings
        .fill(text, &[("date", &written), ("changed", &changed)]);
    if shown.copy_of.is_some() {
        about.push(' ');
        about.push_str(catalog.strings.get(Text::ReadableCopy));
    }
    let fields = shown.fields.iter().filter(|field| !field.text.is_empty());
    let texts = fields
        .map(|field| (field.name.as_str().replace('-', " "), field.text.clone()))
        .collect();
    Piece { about, texts }
}

fn position_title(catalog: &Catalog, position: &Position) -> Option<String> {
    let position = catalog.current_position(position)?;
    Some(catalog.find(&position.page)?.entry.title.clone())
}

/// The pages that are marked. Those of *Choose to read* are counted, not named: their titles are
/// only where a person asks for them.
fn titles(catalog: &Catalog, progress: &Progress) -> Vec<String> {
    let mut titles = Vec::new();
    let mut chosen = 0_u32;
    for part in &catalog.parts {
        for entry in part
            .pages
            .iter()
            .filter(|entry| progress.is_read(&entry.id))
        {
            if part.kind == PartKind::Choose {
                chosen += 1;
            } else {
                titles.push(entry.title.clone());
            }
        }
    }
    if chosen > 0 {
        let count = chosen.to_string();
        titles.push(
            catalog
                .strings
                .fill(Text::ReadableChoose, &[("count", &count)]),
        );
    }
    titles
}

#[cfg(test)]
mod tests;
