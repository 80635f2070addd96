//! Questions that a person can take to the care team.

use crate::base::problem::At;
use crate::parse::fields::Fields;
use crate::parse::ids::{self, Once};
use crate::parse::plain_text;

/// A question of *Ask my team*.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub id: At<String>,
    pub text: At<String>,
}

/// The tables `[[question]]` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Vec<Question> {
    let mut once = Once::default();
    let mut questions = Vec::new();
    for table in fields.tables("question") {
        let id = ids::need(&table);
        let text = plain_text::need(&table, "text");
        if let (Some(id), Some(text)) = (id, text) {
            once.is_new("question", &id.value, &id.spot, table.findings);
            questions.push(Question { id, text });
        }
        table.finish();
    }
    questions
}
