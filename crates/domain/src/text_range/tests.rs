use super::*;
use proptest::prelude::*;

fn shown(text: &str) -> Piece {
    Piece {
        text: text.to_owned(),
        is_shown: true,
    }
}

fn hidden(text: &str) -> Piece {
    Piece {
        is_shown: false,
        ..shown(text)
    }
}

fn text(pieces: &[Piece]) -> BlockText {
    BlockText {
        pieces: pieces.to_vec(),
    }
}

/// "the GP (family doctor) surgery" as it is for somebody who has chosen the words of one region.
fn for_region(is_uk: bool) -> BlockText {
    let word = |text: &str, is_shown| Piece {
        is_shown,
        ..shown(text)
    };
    text(&[
        shown("the "),
        word("GP", is_uk),
        hidden(" ("),
        word("family doctor", !is_uk),
        hidden(")"),
        shown(" surgery"),
    ])
}

#[test]
fn an_offset_in_a_hidden_word_leads_to_the_next_word_that_is_shown() {
    let block = for_region(true);
    let offset = u32::try_from("the GP (fam".len()).expect("a short text");
    let found = block.character(offset).expect("a shown character");
    assert_eq!((found.piece, found.in_piece), (5, 0..1));
}

#[test]
fn an_offset_behind_the_end_leads_to_the_last_character_that_is_shown() {
    let block = text(&[shown("seen"), hidden("unseen")]);
    let found = block.character(99).expect("a shown character");
    assert_eq!((found.piece, found.in_piece), (0, 3..4));
}

#[test]
fn offsets_and_quotes_are_the_same_in_both_regions() {
    let (uk, us) = (for_region(true), for_region(false));
    assert_eq!(uk.counted(), us.counted());
    assert_eq!(uk.shown(), "the GP surgery");
    assert_eq!(us.shown(), "the family doctor surgery");
    let surgery = |block: &BlockText| {
        let at = block.shown().find("surgery").expect("the word is shown");
        block.offset_of_shown(u32::try_from(at).expect("a short text"))
    };
    assert_eq!(surgery(&uk), surgery(&us));
    assert_eq!(uk.offset(5, 1), us.offset(5, 1));
}

#[test]
fn a_range_reaches_from_the_first_to_the_last_character_that_is_shown_in_it() {
    let block = text(&[hidden("ab"), shown("cd"), hidden("ef"), shown("gh")]);
    let range = |range| {
        let (first, last) = block.range(range)?;
        Some((first.in_block.start, last.in_block.end))
    };
    assert_eq!(range(0..8), Some((2, 8)));
    assert_eq!(range(0..5), Some((2, 4)));
    assert_eq!(range(3..99), Some((3, 8)));
    assert_eq!(range(4..6), None, "nothing of it is shown");
    assert_eq!(range(3..3), None, "it is empty");
}

#[test]
fn a_surrogate_pair_is_taken_whole() {
    let block = text(&[shown("a😀b")]);
    let found = block.character(2).expect("a shown character");
    assert_eq!(found.in_piece, 1..3);
    assert_eq!(block.offset(0, 2), 1);
    let (first, last) = block.range(2..2 + 1).expect("half of it");
    assert_eq!((first.in_block.start, last.in_block.end), (1, 3));
}

#[test]
fn a_block_in_which_nothing_is_shown_has_no_character() {
    assert_eq!(text(&[]).character(0), None);
    assert_eq!(text(&[hidden("word"), shown("")]).character(0), None);
}

#[test]
fn a_quote_is_found_where_it_is_nearest_to_where_it_was() {
    let text = "one fish, two fish, red fish";
    assert_eq!(find_quote(text, "fish", 15), Some(14..18));
    assert_eq!(find_quote(text, "fish", 99), Some(24..28));
    assert_eq!(find_quote("aaaa", "aa", 1), Some(1..3), "they overlap");
    assert_eq!(find_quote("ab ab", "ab", 1), Some(0..2));
    assert_eq!(
        find_quote("x..x", "x", 2),
        Some(3..4),
        "the later one is nearer"
    );
    assert_eq!(find_quote(text, "bird", 0), None);
    assert_eq!(find_quote(text, "", 0), None);
    assert_eq!(
        find_quote("😀 fish", "fish", 0),
        Some(3..7),
        "in UTF-16 units"
    );
}

prop_compose! {
    fn a_piece()(text in "[ab é😀]{0,5}", is_shown: bool) -> Piece {
        Piece { text, is_shown }
    }
}

prop_compose! {
    fn a_block()(pieces in prop::collection::vec(a_piece(), 0..6)) -> BlockText {
        BlockText { pieces }
    }
}

/// Whether an offset lies between two characters of the text.
fn is_between_characters(text: &str, offset: u32) -> bool {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (before, after) = units.split_at(offset as usize);
    String::from_utf16(before).is_ok() && String::from_utf16(after).is_ok()
}

proptest! {
    #[test]
    fn there_and_back_is_the_same_place(block in a_block()) {
        for offset in 0..block.length() {
            if let Some(found) = block.character(offset) {
                let back = block.offset(found.piece, found.in_piece.start);
                prop_assert_eq!(back, found.in_block.start);
                prop_assert_eq!(block.character(back), Some(found));
            }
        }
    }

    #[test]
    fn a_later_offset_never_leads_further_up(block in a_block()) {
        let found: Vec<_> = (0..block.length() + 3)
            .filter_map(|offset| block.character(offset))
            .map(|found| found.in_block.start)
            .collect();
        prop_assert!(found.is_sorted());
    }

    #[test]
    fn no_answer_is_beyond_the_end_or_cuts_a_surrogate_pair(
        block in a_block(), offset in 0..40_u32, piece in 0..8_usize,
    ) {
        let counted = block.counted();
        prop_assert_eq!(block.length() as usize, counted.encode_utf16().count());
        for answer in [block.offset(piece, offset), block.offset_of_shown(offset)] {
            prop_assert!(answer <= block.length());
            prop_assert!(is_between_characters(&counted, answer));
        }
        if let Some(found) = block.character(offset) {
            prop_assert!(found.in_block.end <= block.length());
            prop_assert!(is_between_characters(&counted, found.in_block.start));
            prop_assert!(is_between_characters(&counted, found.in_block.end));
            let text = &block.pieces[found.piece].text;
            prop_assert!(is_between_characters(text, found.in_piece.start));
            prop_assert!(is_between_characters(text, found.in_piece.end));
        }
    }

    #[test]
    fn no_answer_is_in_what_is_not_shown(block in a_block(), start in 0..30_u32, units in 0..9_u32) {
        let range = block.range(start..start + units);
        let both = range.into_iter().flat_map(|(first, last)| [first, last]);
        for found in both.chain(block.character(start)) {
            prop_assert!(block.pieces[found.piece].is_shown);
        }
    }

    #[test]
    fn what_is_shown_is_found_where_it_is_counted(block in a_block()) {
        let counted: Vec<u16> = block.counted().encode_utf16().collect();
        let shown: Vec<u16> = block.shown().encode_utf16().collect();
        for at in 0..u32::try_from(shown.len()).expect("a short text") {
            if is_between_characters(&block.shown(), at) {
                let offset = block.offset_of_shown(at);
                prop_assert_eq!(counted[offset as usize], shown[at as usize]);
            }
        }
    }

    #[test]
    fn a_quote_is_found_where_it_was_taken(block in a_block(), start in 0..30_u32, units in 0..9_u32) {
        if let Some((first, last)) = block.range(start..start + units) {
            let taken = first.in_block.start..last.in_block.end;
            let counted: Vec<u16> = block.counted().encode_utf16().collect();
            let quote = &counted[taken.start as usize..taken.end as usize];
            let quote = String::from_utf16(quote).expect("whole characters");
            prop_assert_eq!(find_quote(&block.counted(), &quote, taken.start), Some(taken));
        }
    }
}
