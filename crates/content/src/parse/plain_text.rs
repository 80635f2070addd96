//! Texts in tables: plain words, without Markdown.

use crate::base::problem::{At, Findings};
use crate::parse::fields::Fields;

/// A text that has to be there.
pub(crate) fn need(fields: &Fields<'_>, name: &'static str) -> Option<At<String>> {
    let text = fields.need_text(name)?;
    check(&text, fields.findings);
    Some(text)
}

/// A text that need not be there.
pub(crate) fn may(fields: &Fields<'_>, name: &'static str) -> Option<At<String>> {
    let text = fields.text(name)?;
    check(&text, fields.findings);
    Some(text)
}

/// Says so when a text holds marks that would be shown as they are.
pub(crate) fn check(text: &At<String>, findings: &Findings) {
    if ["](", "**", "{#", "<"]
        .iter()
        .any(|mark| text.value.contains(mark))
    {
        findings.add(
            &text.spot,
            "marks of Markdown or HTML in a plain text",
            "This text is shown as it is: take out the links, stars, braces and tags.",
        );
    }
}
