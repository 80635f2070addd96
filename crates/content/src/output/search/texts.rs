//! The texts of a page by how much they say about it.

use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::text::{self, Block};

/// A text, and how much a word in it counts.
#[derive(Clone, Debug)]
pub(super) struct Weighted {
    pub words: Vec<String>,
    pub weight: f32,
    /// The block of [`super::entries::Found::blocks`] that it stands in.
    pub block: Option<usize>,
    pub in_title: bool,
}

/// The title of a page or the name of a term.
pub(super) const TITLE: f32 = 12.0;
/// Another name of a term.
pub(super) const ALSO: f32 = 9.0;
const HEADING: f32 = 3.0;
const SHORT: f32 = 2.0;
/// Everything else.
pub(super) const TEXT: f32 = 1.0;
const QUESTION: f32 = 0.8;
const SELF_TEST: f32 = 0.5;

/// The words of a text. A word with a hyphen or another sign inside counts as its parts, and as
/// one: "x-ray" is also "xray".
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split_whitespace() {
        let parts = bearings_search::words(piece);
        if parts.len() > 1 {
            words.push(parts.concat());
        }
        words.extend(parts);
    }
    words
}

impl Weighted {
    pub fn new(text: &str, weight: f32) -> Weighted {
        Weighted {
            words: words(text),
            weight,
            block: None,
            in_title: false,
        }
    }
}

/// What can be found by itself on a page: kind, id, and its texts.
pub(super) fn of_page(
    library: &Library,
    document: &Document,
) -> (Vec<bearings_search::Block>, Vec<Weighted>) {
    use bearings_search::BlockKind::{Figure, Question, Section};
    let front = &document.front;
    let mut blocks = Vec::new();
    let mut texts = vec![Weighted::new(&front.title.value, TITLE)];
    texts.extend(
        front
            .in_short
            .iter()
            .map(|text| Weighted::new(&text.value, SHORT)),
    );
    texts.extend(
        front
            .description
            .iter()
            .map(|text| Weighted::new(&text.value, TEXT)),
    );
    let mut section = None;
    for block in &document.blocks {
        match block {
            Block::Heading { prose, .. } => {
                if let Some(id) = &prose.id {
                    section = Some(blocks.len());
                    let id = id.as_str().to_owned();
                    blocks.push(bearings_search::Block { kind: Section, id });
                }
                texts.push(Weighted {
                    block: section,
                    in_title: true,
                    ..Weighted::new(&text::plain(&prose.inlines), HEADING)
                });
            }
            Block::Figure { prose, figure } => {
                let Some((id, drawing)) = prose
                    .id
                    .as_ref()
                    .zip(library.figures.by_id.get(&figure.value))
                else {
                    continue;
                };
                let number = blocks.len();
                let id = id.as_str().to_owned();
                blocks.push(bearings_search::Block { kind: Figure, id });
                let own = [
                    (&drawing.title, true),
                    (&drawing.caption, false),
                    (&drawing.description, false),
                ];
                texts.extend(own.map(|(text, in_title)| Weighted {
                    block: Some(number),
                    in_title,
                    ..Weighted::new(&text.value, TEXT)
                }));
            }
            Block::Made { .. } => {}
            Block::Paragraph(_) | Block::List { .. } | Block::Say(_) => {
                texts.extend(block.proses().iter().map(|prose| Weighted {
                    block: section,
                    ..Weighted::new(&text::by_hand(&prose.inlines), TEXT)
                }));
            }
        }
    }
    if !front.questions.is_empty() {
        texts.extend(front.questions.iter().map(|question| Weighted {
            block: Some(blocks.len()),
            ..Weighted::new(&question.text.value, QUESTION)
        }));
        let id = "ask-my-team".to_owned();
        blocks.push(bearings_search::Block { kind: Question, id });
    }
    for check in &front.checks {
        let options = check
            .options
            .iter()
            .flat_map(|option| [&option.text, &option.feedback]);
        let all = std::iter::once(&check.question).chain(options);
        texts.extend(all.map(|text| Weighted::new(&text.value, SELF_TEST)));
    }
    (blocks, texts)
}
