//! How the text of a block is counted, so that a position in it means the same to everyone who
//! keeps one: the reading position, a search hit, a mark, a voice that reads aloud.
//!
//! Text is counted in UTF-16 code units, as browsers count it, through all pieces of the block in
//! their order. A piece that is not shown now, such as the word of the other region, is counted and
//! passed over: counts stay the same whichever words are shown. No answer lies within a surrogate
//! pair.

use std::ops::Range;

/// A piece of a block's text, for example one text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it can be seen now.
    pub is_shown: bool,
}

/// The text of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockText {
    /// The pieces, in the order of the text.
    pub pieces: Vec<Piece>,
}

/// A character that is shown: where it is counted, and where it is in its piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Character {
    /// The UTF-16 code units it takes in the block.
    pub in_block: Range<u32>,
    /// The index of its piece.
    pub piece: usize,
    /// The UTF-16 code units it takes in the piece.
    pub in_piece: Range<u32>,
}

impl BlockText {
    /// The length in UTF-16 code units, of what is shown and what is not.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.pieces.iter().map(|piece| length(&piece.text)).sum()
    }

    /// The character at `offset`, a number of UTF-16 code units. Where that one is not shown, the
    /// next that is; beyond the end, the last. Nothing when no character is shown.
    #[must_use]
    pub fn character(&self, offset: u32) -> Option<Character> {
        let mut last = None;
        for character in self.shown_characters() {
            let is_reached = character.in_block.end > offset;
            last = Some(character);
            if is_reached {
                break;
            }
        }
        last
    }

    /// The first and the last shown character that a range of UTF-16 code units touches. Nothing
    /// when there is none.
    #[must_use]
    pub fn range(&self, range: Range<u32>) -> Option<(Character, Character)> {
        let mut touched = self
            .shown_characters()
            .skip_while(|character| character.in_block.end <= range.start)
            .take_while(|character| character.in_block.start < range.end);
        let first = touched.next()?;
        let last = touched.last().unwrap_or_else(|| first.clone());
        Some((first, last))
    }

    /// The way back: the offset of a point in a piece, which lies `at` UTF-16 code units behind the
    /// start of the piece. A point within a surrogate pair counts as the one before the pair, one
    /// behind the end as the end.
    #[must_use]
    pub fn offset(&self, piece: usize, at: u32) -> u32 {
        let before = self.pieces.iter().take(piece);
        let before: u32 = before.map(|piece| length(&piece.text)).sum();
        let text = self.pieces.get(piece).map(|piece| piece.text.as_str());
        before + whole(text.unwrap_or_default(), at)
    }

    /// All that is counted, shown or not. Quotes are taken from it: see [`find_quote`].
    #[must_use]
    pub fn counted(&self) -> String {
        let texts = self.pieces.iter().map(|piece| piece.text.as_str());
        texts.collect()
    }

    /// What is shown, as it is read aloud or searched.
    #[must_use]
    pub fn shown(&self) -> String {
        let shown = self.pieces.iter().filter(|piece| piece.is_shown);
        shown.map(|piece| piece.text.as_str()).collect()
    }

    /// The offset in the block of a point that lies `at` UTF-16 code units behind the start of
    /// [`shown`](Self::shown).
    #[must_use]
    pub fn offset_of_shown(&self, at: u32) -> u32 {
        let mut left = at;
        for character in self.shown_characters() {
            let units = character.in_block.end - character.in_block.start;
            if left < units {
                return character.in_block.start;
            }
            left -= units;
        }
        self.length()
    }

    fn shown_characters(&self) -> impl Iterator<Item = Character> {
        let mut end = 0;
        let pieces = self.pieces.iter().enumerate().map(move |(index, piece)| {
            let start = end;
            end += length(&piece.text);
            (index, piece, start)
        });
        let shown = pieces.filter(|(_, piece, _)| piece.is_shown);
        shown.flat_map(|(piece, Piece { text, .. }, start)| {
            let mut at = 0;
            text.chars().map(move |letter| {
                let in_piece = at..at + units(letter);
                at = in_piece.end;
                Character {
                    in_block: start + in_piece.start..start + in_piece.end,
                    piece,
                    in_piece,
                }
            })
        })
    }
}

/// Finds a quote again after the text was edited: of all places where `quote` occurs in `text`, the
/// one nearest to `near`, where it was. Of two that are equally near, the earlier. Offsets are in
/// UTF-16 code units. Nothing when it no longer occurs, or when it is empty.
#[must_use]
pub fn find_quote(text: &str, quote: &str, near: u32) -> Option<Range<u32>> {
    if quote.is_empty() {
        return None;
    }
    let mut offset = 0_u32;
    let mut nearest: Option<u32> = None;
    for (byte, letter) in text.char_indices() {
        let is_nearer = nearest.is_none_or(|known| offset.abs_diff(near) < known.abs_diff(near));
        if is_nearer && text[byte..].starts_with(quote) {
            nearest = Some(offset);
        }
        offset += units(letter);
    }
    nearest.map(|start| start..start + length(quote))
}

/// The nearest offset at or before `at` that is not within a surrogate pair, and not behind the end.
fn whole(text: &str, at: u32) -> u32 {
    let mut end = 0;
    for letter in text.chars() {
        if end + units(letter) > at {
            break;
        }
        end += units(letter);
    }
    end
}

/// The UTF-16 code units of a text. A block has far fewer than a `u32` can count.
fn length(text: &str) -> u32 {
    text.chars().map(units).sum()
}

/// The UTF-16 code units of a letter: two outside the first plane.
fn units(letter: char) -> u32 {
    if letter > '\u{ffff}' { 2 } else { 1 }
}

#[cfg(test)]
mod tests;
