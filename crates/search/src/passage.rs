//! What a finished page says where something was found: the heading above, and a few words of the
//! text with those that were looked for marked. Taken from the file of the page, which is the
//! compiler's own HTML; nothing of it is in the index.

use crate::fold;
use crate::page_text::sections;
use crate::stem::stem;

/// So many words are shown.
const SHOWN: usize = 26;
/// So many of them may stand before the first one that was looked for.
const BEFORE: usize = 8;
/// What a page says in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading above it; nothing for the beginning of the page.
    pub heading: String,
    /// The text in pieces, and whether each was looked for.
    pub pieces: Vec<(String, bool)>,
}

/// The passage of a page (its whole file) at a block, or at its beginning. `words` are those of the
/// [`Answer`](crate::Answer); elements with one of the classes in `hidden` are not shown to this reader.
pub fn passage(
    html: &str,
    block: Option<&str>,
    words: &[String],
    hidden: &[&str],
) -> Option<Passage> {
    let sections = sections(html, hidden);
    let at = match block {
        Some(block) => sections
            .iter()
            .position(|section| section.ids.contains(&block)),
        None => Some(0),
    }?;
    // Signs stand below headings of their own.
    let text = sections
        .iter()
        .skip(at)
        .map(|section| section.text.as_str());
    let text = text.map(str::trim_ascii).find(|text| !text.is_empty())?;
    let found = sections.get(at)?;
    let wanted: Vec<String> = words.iter().map(|word| stem(word)).collect();
    Some(Passage {
        heading: block.map_or_else(String::new, |_| found.heading.trim_ascii().to_owned()),
        pieces: pieces(text, &wanted),
    })
}

/// The part of a text where most of the stems stand, in pieces.
fn pieces(text: &str, stems: &[String]) -> Vec<(String, bool)> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let hits: Vec<bool> = words.iter().map(|word| is_hit(word, stems)).collect();
    let (mut start, mut most) = (0, 0);
    for at in (0..words.len()).filter(|at| hits[*at]) {
        let near = hits[at..].iter().take(SHOWN - BEFORE);
        let count = near.filter(|is_hit| **is_hit).count();
        if count > most {
            (start, most) = (at, count);
        }
    }
    // From the beginning of the sentence, if that is not far.
    let from = start.saturating_sub(BEFORE);
    let ends = |word: &&str| word.ends_with(['.', '?', '!', ':']);
    let begins = (from..start).rev().find(|at| ends(&words[*at]));
    start = match begins {
        _ if from == 0 => 0,
        Some(at) => at + 1,
        None => start.saturating_sub(BEFORE / 2),
    };
    let end = words.len().min(start + SHOWN);
    let mut pieces = Vec::new();
    let mut plain = String::from(if start > 0 { "… " } else { "" });
    for at in start..end {
        let word = words[at];
        if hits[at] {
            // No more than this is needed, and tables of Unicode weigh 3 kB.
            let is_sign = |letter: char| letter.is_ascii_punctuation() || "“”‘’…".contains(letter);
            let core = word.trim_start_matches(is_sign);
            let before = word.get(..word.len() - core.len()).unwrap_or_default();
            let after = core.trim_end_matches(is_sign);
            let (core, after) = core.split_at_checked(after.len()).unwrap_or((core, ""));
            plain.push_str(before);
            pieces.push((std::mem::take(&mut plain), false));
            pieces.push((core.to_owned(), true));
            plain.push_str(after);
        } else {
            plain.push_str(word);
        }
        plain.push(' ');
    }
    plain.push_str(if end < words.len() { "…" } else { "" });
    pieces.push((plain.trim_ascii_end().to_owned(), false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

fn is_hit(word: &str, stems: &[String]) -> bool {
    let mut folded = fold::words(word).into_iter();
    folded.any(|word| {
        let first = word.chars().next();
        let mut near = stems.iter().filter(|stem| stem.chars().next() == first);
        near.clone().next().is_some() && {
            let own = stem(&word);
            near.any(|stem| *stem == own)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = "<html><body><main><article id=\"article\"><header class=\"page-head\">\
        <h1 id=\"title\">Bones</h1><p id=\"in-short\">Short &amp; true.</p></header>\
        <div class=\"head head-h2\"><h2 id=\"pain\">Pain in <em>bones</em></h2><a class=\"anchor\" href=\"#pain\">\
        <span>#</span></a></div><p id=\"one\">It aches. Take <span class=\"uk\">paracetamol</span>\
        <span class=\"us\"><span class=\"both\"> (</span>acetaminophen<span class=\"both\">)</span></span> \
        for <button class=\"term\">bone</button> pain.</p>\
        <figure id=\"drawn\"><svg><text>x</text></svg><figcaption>A spine.</figcaption></figure>\
        <p>After it.</p><div class=\"page-terms\"><div>Bone: a thing</div></div></article> pain</main>";

    fn shown(block: Option<&str>, words: &[&str], hidden: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let Some(passage) = passage(PAGE, block, &words, hidden) else {
            return String::from("nothing");
        };
        let pieces = passage.pieces.iter().map(|(text, is_hit)| match is_hit {
            true => format!("[{text}]"),
            false => text.clone(),
        });
        format!("{}: {}", passage.heading, pieces.collect::<String>())
    }

    #[test]
    fn a_block_has_its_heading_and_the_words_that_were_looked_for() {
        assert_eq!(
            shown(Some("pain"), &["pains"], &[]),
            "Pain in bones: It aches. Take paracetamol (acetaminophen) for bone [pain]. After it."
        );
        assert_eq!(
            shown(Some("one"), &[], &["us"]),
            "Pain in bones: It aches. Take paracetamol for bone pain. After it."
        );
        assert_eq!(
            shown(Some("one"), &["ache"], &["uk", "both"]),
            "Pain in bones: It [aches]. Take acetaminophen for bone pain. After it."
        );
    }

    #[test]
    fn a_drawing_says_what_is_below_it() {
        assert_eq!(shown(Some("drawn"), &[], &[]), ": A spine.");
    }

    #[test]
    fn a_word_has_its_meaning() {
        let page = "<article id=\"article\"><h2 id=\"letter-c\">C</h2><dl><div id=\"ct\"><dt>CT <span \
                    class=\"say-it\">see tee</span></dt><dd>A scan.</dd></div><div id=\"cyst\"><dt>Cyst</dt>\
                    <dd>A bag.</dd></div></dl></article>";
        let found = passage(page, Some("ct"), &[], &[]).expect("it is there");
        assert_eq!(found.heading, "CT");
        assert_eq!(found.pieces, [(String::from("A scan."), false)]);
    }

    #[test]
    fn without_a_block_it_is_the_beginning_of_the_page() {
        assert_eq!(shown(None, &["true"], &[]), ": Short & [true].");
        assert_eq!(shown(Some("absent"), &[], &[]), "nothing");
    }

    #[test]
    fn of_a_long_text_the_part_with_most_of_the_words_is_shown() {
        let text = format!(
            "{} End. Here it hurts in the rib. {}",
            "Far away. pain ".repeat(20),
            "more ".repeat(40)
        );
        let stems = ["hurt", "rib"].map(stem);
        let shown: String = pieces(&text, &stems)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        assert!(
            shown.starts_with("… Here it hurts in the rib. more"),
            "{shown}"
        );
        assert!(shown.ends_with('…'), "{shown}");
    }

    proptest! {
        #[test]
        fn whatever_the_page_is_nothing_panics(html in "(<article id=\"article\">|<h2 id=\"a\">|</h2>|<figure id=\"b\">|</figure>|<svg>|</svg>|<|>|&|&amp;|é|word |</article>){0,30}", word in "[a-zé]{0,6}") {
            for block in [None, Some("a"), Some("b")] {
                drop(passage(&html, block, std::slice::from_ref(&word), &["uk"]));
            }
        }
    }
}
