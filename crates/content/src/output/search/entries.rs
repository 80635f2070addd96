//! Everything that can be found: signs, terms, pages of the guide, places.

use bearings_domain::Destination;
use bearings_search::{Block, Entry, Kind};

use super::texts::{self, ALSO, TEXT, TITLE, Weighted};
use crate::parse::level::Level;
use crate::parse::library::Library;
use crate::parse::signs::Sign;
use crate::parse::text;

/// Something that can be found, with its texts.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub entry: Entry,
    pub blocks: Vec<Block>,
    pub texts: Vec<Weighted>,
}

impl Found {
    /// Whether it may be long or short.
    pub fn has_length(&self) -> bool {
        matches!(self.entry.kind, Kind::Page | Kind::Choose)
    }

    /// How many words it has, as a number to reckon with.
    pub fn length(&self) -> f32 {
        let words = self
            .texts
            .iter()
            .map(|text| text.words.len())
            .sum::<usize>();
        f32::from(u16::try_from(words).unwrap_or(u16::MAX))
    }
}

/// Signs, then terms, then pages, then places.
pub(super) fn of(library: &Library) -> Vec<Found> {
    let signs = library.signs.all.iter().map(|sign| of_sign(library, sign));
    let terms = library.glossary.terms.iter().map(|term| {
        let name = Weighted::new(&term.name.value, TITLE);
        let also = term
            .also
            .iter()
            .map(|also| Weighted::new(&also.value, ALSO));
        Found {
            entry: entry(Kind::Term, &term.id.value, &term.name.value),
            blocks: Vec::new(),
            texts: [name].into_iter().chain(also).collect(),
        }
    });
    let documents = library.documents.iter();
    let documents = documents.filter(|document| document.to != Destination::NotFound);
    let documents = documents.map(|document| {
        let kind = match document.part {
            None => Kind::Place,
            Some(_) if library.is_choose(document) => Kind::Choose,
            Some(_) => Kind::Page,
        };
        let (blocks, texts) = texts::of_page(library, document);
        Found {
            entry: entry(kind, document.id.as_str(), &document.front.title.value),
            blocks,
            texts,
        }
    });
    signs.chain(terms).chain(documents).collect()
}

fn entry(kind: Kind, id: &str, title: &str) -> Entry {
    Entry {
        kind,
        id: id.to_owned(),
        title: title.to_owned(),
        level: 0,
    }
}

fn of_sign(library: &Library, sign: &Sign) -> Found {
    let level = Level::ALL.iter().position(|level| *level == sign.level);
    let said = text::plain(&sign.you.inlines);
    let mut texts = vec![Weighted::new(&said, TEXT)];
    texts.push(Weighted::new(&text::plain(&sign.they.inlines), TEXT));
    texts.extend(
        sign.note
            .iter()
            .map(|note| Weighted::new(&text::by_hand(&note.inlines), TEXT)),
    );
    for named in &sign.drugs {
        texts.push(Weighted::new(&named.value, TEXT));
        let drugs = library.drugs.meant_by(&named.value);
        let names = drugs.flat_map(|drug| &drug.names);
        texts.extend(names.map(|name| Weighted::new(&name.value, TEXT)));
    }
    Found {
        entry: Entry {
            level: level
                .and_then(|level| u8::try_from(level).ok())
                .unwrap_or(0),
            ..entry(Kind::Sign, &sign.id.value, "")
        },
        blocks: Vec::new(),
        texts,
    }
}
