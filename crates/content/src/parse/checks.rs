//! Self-tests: questions without a score, with a kind word for every answer.

use crate::base::problem::{At, Spot};
use crate::parse::address::{self, Address};
use crate::parse::fields::Fields;
use crate::parse::ids::{self, Once};
use crate::parse::level::Level;
use crate::parse::levels::Levels;
use crate::parse::plain_text;

/// One question of a self-test.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub id: At<String>,
    pub question: At<String>,
    pub options: Vec<Answer>,
    /// Where the matter is explained.
    pub see: Option<At<Address>>,
    /// The sign it asks about, whose level decides which option is right.
    pub sign: Option<At<String>>,
}

/// An answer to choose.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// Its words; those of its level, if it has one.
    pub text: At<String>,
    pub feedback: At<String>,
    /// The level of signs it names instead of words of its own.
    pub level: Option<At<Level>>,
    pub right: bool,
}

/// The tables `[[check]]` of a page.
pub(crate) fn read(fields: &Fields<'_>, levels: &Levels) -> Vec<Check> {
    let mut once = Once::default();
    let mut checks = Vec::new();
    for table in fields.tables("check") {
        let id = ids::need(&table);
        let question = plain_text::need(&table, "question");
        let see = table.need_text("see").and_then(|address| {
            let to = address::read(&address.value, &address.spot, table.findings)?;
            Some(At::new(to, address.spot))
        });
        let sign = table.text("sign");
        let options = answers(&table, levels);
        if let (Some(id), Some(question)) = (id, question) {
            once.is_new("check", &id.value, &id.spot, table.findings);
            checks.push(Check {
                id,
                question,
                options,
                see,
                sign,
            });
        }
        table.finish();
    }
    checks
}

fn answers(check: &Fields<'_>, levels: &Levels) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut right = Vec::new();
    let tables = check.tables("option");
    let written = tables.len();
    for table in tables {
        let level = level(&table);
        let text = match &level {
            None => plain_text::need(&table, "text"),
            Some(level) => levels.text(level.value).map(|text| text.verb.clone()),
        };
        let feedback = plain_text::need(&table, "feedback");
        let is_right = table.flag("right");
        if is_right {
            right.push(table.spot.clone());
        }
        if let (Some(text), Some(feedback)) = (text, feedback) {
            answers.push(Answer {
                text,
                feedback,
                level,
                right: is_right,
            });
        }
        table.finish();
    }
    if written < 2 {
        let what = "a check with fewer than two options";
        check.findings.add(
            &check.spot,
            what,
            "Add options; the last is a way to say \"I am not sure\".",
        );
    }
    one_is_right(check, &right);
    answers
}

/// The level of signs that an option names.
fn level(option: &Fields<'_>) -> Option<At<Level>> {
    let name = option.text("level")?;
    let level = Level::named(&name.value, &name.spot, option.findings)?;
    Some(At::new(level, name.spot))
}

fn one_is_right(check: &Fields<'_>, right: &[Spot]) {
    match right {
        [_] => {}
        [] => check.findings.add(
            &check.spot,
            "a check in which no option is right",
            "Add right = true to the option that is.",
        ),
        [_, more @ ..] => {
            for spot in more {
                check.findings.add(
                    spot,
                    "a second option that is right",
                    "Exactly one option has right = true: change the question or the options.",
                );
            }
        }
    }
}
