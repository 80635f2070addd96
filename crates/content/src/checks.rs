//! Self-tests: questions without a score, with a kind word for every answer.

use crate::fields::Fields;
use crate::ids::{self, Once};
use crate::links::{self, Address};
use crate::plain_text;
use crate::problem::{At, Spot};

/// One question of a self-test.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub id: At<String>,
    pub question: At<String>,
    pub options: Vec<Answer>,
    /// Where the matter is explained.
    pub see: Option<At<Address>>,
}

/// An answer to choose.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub text: At<String>,
    pub feedback: At<String>,
}

/// The tables `[[check]]` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Vec<Check> {
    let mut once = Once::default();
    let mut checks = Vec::new();
    for table in fields.tables("check") {
        let id = ids::need(&table);
        let question = plain_text::need(&table, "question");
        let see = table.need_text("see").and_then(|address| {
            let to = links::read(&address.value, &address.spot, table.findings)?;
            Some(At::new(to, address.spot))
        });
        let options = answers(&table);
        if let (Some(id), Some(question)) = (id, question) {
            once.is_new("check", &id.value, &id.spot, table.findings);
            checks.push(Check {
                id,
                question,
                options,
                see,
            });
        }
        table.finish();
    }
    checks
}

fn answers(check: &Fields<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut right = Vec::new();
    let tables = check.tables("option");
    let written = tables.len();
    for table in tables {
        let text = plain_text::need(&table, "text");
        let feedback = plain_text::need(&table, "feedback");
        if table.flag("right") {
            right.push(table.spot.clone());
        }
        if let (Some(text), Some(feedback)) = (text, feedback) {
            answers.push(Answer { text, feedback });
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
