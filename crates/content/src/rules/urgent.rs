//! Urgent wording that a writer wrote by hand. It is refused: which sign needs a call, and whom,
//! is said by `signs.toml` alone.

use crate::base::problem::{At, Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::text;
use crate::parse::urgent::{Urgent, words};
use crate::reading;

/// A time may stand this many words after its verb.
const REACH: usize = 8;

impl Urgent {
    /// The urgent words of a sentence, if there are any.
    fn found_in(&self, sentence: &str) -> Option<String> {
        let words = words(sentence);
        let excused = excused(&words, &self.unless);
        let is_free = |range: &std::ops::Range<usize>| range.clone().all(|at| !excused[at]);
        let at = |list: &[Vec<String>]| -> Vec<std::ops::Range<usize>> {
            places(&words, list).into_iter().filter(&is_free).collect()
        };
        if let Some(name) = at(&self.names).first() {
            return Some(words[name.clone()].join(" "));
        }
        let times = at(&self.times);
        at(&self.verbs).iter().find_map(|verb| {
            let reach = verb.end..=verb.end + REACH;
            let time = times.iter().find(|time| reach.contains(&time.start))?;
            Some(words[verb.start..time.end].join(" "))
        })
    }

    fn check(&self, text: &str, spot: &Spot, findings: &Findings) {
        for sentence in reading::sentences(text) {
            if let Some(found) = self.found_in(sentence) {
                let what = format!("urgent wording by hand: \"{found}\"");
                let remedy = "Show the sign: ![](signs:id), first_signs = [\"id\"], or [](level:line) beside a [..](sign:id). Whom to call, and how soon, stands in signs.toml.";
                findings.add(spot, what, remedy);
            }
        }
    }
}

/// Where one of the phrases stands. A `*` at the end of its last word stands for any ending.
fn places(words: &[String], phrases: &[Vec<String>]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for start in 0..words.len() {
        for phrase in phrases {
            let end = start + phrase.len();
            let fits = |(word, pattern): (&String, &String)| match pattern.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == pattern,
            };
            if end <= words.len() && words[start..end].iter().zip(phrase).all(fits) {
                found.push(start..end);
            }
        }
    }
    found
}

fn excused(words: &[String], unless: &[Vec<String>]) -> Vec<bool> {
    let mut excused = vec![false; words.len()];
    for range in places(words, unless) {
        excused[range].fill(true);
    }
    excused
}

/// No page, word, drawing or short text of a page holds urgent wording by hand.
pub(crate) fn check(library: &Library, findings: &Findings) {
    let urgent = &library.urgent;
    let look = |text: &At<String>| urgent.check(&text.value, &text.spot, findings);
    for document in &library.documents {
        for prose in document.proses() {
            let text = text::by_hand(&prose.inlines);
            urgent.check(&text, &prose.spot, findings);
        }
        of_front(document, look);
    }
    for term in &library.glossary.terms {
        look(&term.meaning);
    }
    for figure in library.figures.by_id.values() {
        [&figure.title, &figure.description, &figure.caption]
            .into_iter()
            .chain(figure.labels.values())
            .for_each(look);
    }
}

fn of_front(document: &Document, mut look: impl FnMut(&At<String>)) {
    let front = &document.front;
    look(&front.title);
    front.in_short.iter().for_each(&mut look);
    front.description.iter().for_each(&mut look);
    front
        .questions
        .iter()
        .for_each(|question| look(&question.text));
    for check in &front.checks {
        look(&check.question);
        for option in &check.options {
            if option.level.is_none() {
                look(&option.text);
            }
            look(&option.feedback);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Urgent {
        let phrases = |all: &[&str]| all.iter().map(|text| words(text)).collect();
        Urgent {
            verbs: phrases(&["call*", "go to"]),
            times: phrases(&["now", "at once", "day or night"]),
            names: phrases(&["24-hour line", "a&e"]),
            unless: phrases(&["what doctors call", "now called"]),
        }
    }

    #[test]
    fn a_verb_with_a_time_is_urgent_and_either_alone_is_not() {
        let list = list();
        assert_eq!(
            list.found_in("Call your team now."),
            Some("call your team now".into())
        );
        assert_eq!(
            list.found_in("Please go to the ward at once!"),
            Some("go to the ward at once".into())
        );
        assert_eq!(list.found_in("Call your nurse about the bill."), None);
        assert_eq!(list.found_in("You may feel well now."), None);
    }

    #[test]
    fn a_name_is_urgent_by_itself() {
        let list = list();
        assert_eq!(
            list.found_in("There is a 24-hour line."),
            Some("24-hour line".into())
        );
        assert_eq!(list.found_in("Go to A&E."), Some("a&e".into()));
    }

    #[test]
    fn a_time_far_behind_the_verb_belongs_to_something_else() {
        let long = "Call it what you like, and read the page about scans, which is shorter now.";
        assert_eq!(list().found_in(long), None);
    }

    #[test]
    fn an_excused_phrase_is_not_urgent() {
        assert_eq!(
            list().found_in("This is now called stable, what doctors call at once steady."),
            None
        );
    }
}
