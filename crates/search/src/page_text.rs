//! The file of a page as sections of plain text: what stands below each heading, in each drawing, and
//! at each word of the list of words. The HTML is the compiler's own, so this is no parser for any other.

/// What is no text of the page: links to itself, explanations of words, lists of contents.
const LEFT_OUT: [&str; 10] = [
    "anchor",
    "page-terms",
    "on-this-page",
    "page-foot",
    "page-sources",
    "say-it",
    "letters",
    "question-number",
    "check-intro",
    "old-note",
];
/// Elements without text to read.
const NO_TEXT: [&str; 3] = ["svg", "script", "style"];
/// Elements that stand in a line of text.
const IN_LINE: [&str; 9] = [
    "a", "b", "button", "em", "i", "span", "strong", "sub", "sup",
];

/// What stands below one heading, or in one drawing.
#[derive(Debug, Default)]
pub(crate) struct Section<'a> {
    pub ids: Vec<&'a str>,
    pub heading: String,
    pub text: String,
}

/// The sections of a page, without elements that have one of the classes in `hidden`.
pub(crate) fn sections<'a>(html: &'a str, hidden: &[&str]) -> Vec<Section<'a>> {
    let mut sections = vec![Section::default()];
    let mut rest = html;
    let mut in_article = false;
    // The section that text goes into, and the one that goes on after a drawing.
    let (mut current, mut around) = (0, 0);
    let mut names = false;
    // An element that is left out, and how deep in elements of its name the text is.
    let mut skipped: Option<(&str, usize)> = None;
    while !rest.is_empty() {
        let (text, after) = rest.split_once('<').unwrap_or((rest, ""));
        if in_article && skipped.is_none() {
            let section = &mut sections[current];
            let into = if names {
                &mut section.heading
            } else {
                &mut section.text
            };
            push(into, text);
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/']).next();
        let name = name.unwrap_or_default();
        if name == "article" {
            in_article = !is_end;
        }
        if !in_article {
            continue;
        }
        if let Some((outer, depth)) = &mut skipped {
            if name == *outer {
                *depth = if is_end { *depth - 1 } else { *depth + 1 };
            }
            if *depth == 0 {
                skipped = None;
            }
            continue;
        }
        if !IN_LINE.contains(&name) {
            let section = &mut sections[current];
            push(&mut section.text, " ");
        }
        let is_head = matches!(name, "h1" | "h2" | "h3");
        if is_end {
            names &= !(is_head || name == "dt");
            if name == "figure" {
                current = around;
            }
            continue;
        }
        let classes = attribute(tag, "class").unwrap_or_default();
        let is_out = |class: &str| LEFT_OUT.contains(&class) || hidden.contains(&class);
        if NO_TEXT.contains(&name) || classes.split(' ').any(is_out) {
            skipped = Some((name, 1));
            continue;
        }
        let id = attribute(tag, "id");
        if is_head || (name == "figure" && id.is_some()) {
            sections.push(Section::default());
            if name == "figure" {
                around = current;
            }
            current = sections.len() - 1;
            names = is_head;
        }
        // A word of the list of words, and its meaning.
        if name == "div" && id.is_some() {
            let heading = sections[current].heading.clone();
            sections.push(Section {
                heading,
                ..Section::default()
            });
            current = sections.len() - 1;
        } else if name == "dt" {
            sections[current].heading.clear();
            names = true;
        }
        sections[current].ids.extend(id);
    }
    sections
}

/// The value of an attribute. Searching for a text in a text would bring 3 kB of code.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut pieces = tag.split('"');
    while let (Some(before), Some(value)) = (pieces.next(), pieces.next()) {
        let before = before.strip_suffix('=')?;
        if before
            .strip_suffix(name)
            .is_some_and(|rest| rest.ends_with(' '))
        {
            return Some(value);
        }
    }
    None
}

/// Adds text of the page, with one space in place of many and its signs in the clear.
fn push(into: &mut String, text: &str) {
    let mut text = text;
    while let Some((before, after)) = text.split_once('&') {
        push_plain(into, before);
        let end = after.find(';').unwrap_or(0);
        let sign = match after.get(..end) {
            Some("amp") => "&",
            Some("lt") => "<",
            Some("gt") => ">",
            Some("quot") => "\"",
            Some("#39") => "'",
            Some("nbsp") => " ",
            _ => {
                into.push('&');
                text = after;
                continue;
            }
        };
        push_plain(into, sign);
        text = after.get(end + 1..).unwrap_or_default();
    }
    push_plain(into, text);
}

fn push_plain(into: &mut String, text: &str) {
    for letter in text.chars() {
        if !(letter.is_ascii_whitespace() || letter == '\u{a0}') {
            into.push(letter);
        } else if !into.is_empty() && !into.ends_with(' ') {
            into.push(' ');
        }
    }
}
