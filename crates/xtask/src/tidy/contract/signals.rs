//! What `<html>` says of a page, in `data-` attributes: who sets them, and who reads them.

use super::list::List;
use super::{CONTRACT, Name, Sources, finding, leading_name, line_of};
use crate::tidy::{Finding, has_end};

/// Writes `<html>` and nothing else that has such attributes.
const HEAD: &str = "src/bin/prerender/head.rs";

const UNLISTED: &str = "list it in web/contract.json with who sets it and what it means, and in the \
     table of ARCHITECTURE.md";
const OTHER_SETTER: &str =
    "add who sets it in web/contract.json and in the table of ARCHITECTURE.md";
const UNSET: &str =
    "take it out of web/contract.json and of the table of ARCHITECTURE.md, or set it";

/// One place where a signal is named.
struct Use {
    name: Name,
    /// Whether it is set there, and not only read.
    is_set: bool,
}

pub(super) fn check(list: &List, sources: &Sources) -> Vec<Finding> {
    let uses: Vec<Use> = sources
        .iter()
        .flat_map(|(file, text)| uses(file, text))
        .collect();
    let mut findings = Vec::new();
    for Use { name, is_set } in &uses {
        let Name { file, line, text } = name;
        let Some(signal) = list.signal(text) else {
            let what = format!("`{text}` on <html> is not listed");
            findings.push(finding(file, *line, what, UNLISTED));
            continue;
        };
        let setter = setter(file);
        if *is_set && !signal.by.iter().any(|by| by == setter) {
            let what = format!("`{setter}` sets `{text}`, and is not listed for it");
            findings.push(finding(file, *line, what, OTHER_SETTER));
        }
    }
    for signal in &list.signals {
        for (name, by) in signal
            .names
            .iter()
            .flat_map(|name| signal.by.iter().map(move |by| (name, by)))
        {
            let is_it = |found: &Use| {
                found.is_set && found.name.text == *name && setter(&found.name.file) == by
            };
            if !uses.iter().any(is_it) {
                let what = format!("`{by}` does not set `{name}`");
                findings.push(finding(CONTRACT, list.line(name), what, UNSET));
            }
        }
    }
    findings
}

/// What the list calls a file that sets signals.
fn setter(file: &str) -> &str {
    match file {
        HEAD => "prerender",
        _ if file.starts_with("src/") => "app",
        _ => file.strip_prefix("web/").unwrap_or(file),
    }
}

fn uses(file: &str, text: &str) -> Vec<Use> {
    let found = if file == HEAD {
        head(text)
    } else if file.starts_with("src/") && has_end(file, "rs") {
        rust(text)
    } else if file.starts_with("web/") && !file.contains("/tests/") && has_end(file, "js") {
        script(text)
    } else if file.starts_with("styles/") {
        style(text)
    } else {
        Vec::new()
    };
    let in_file = |(at, name, is_set): (usize, String, bool)| Use {
        name: Name {
            file: file.to_owned(),
            line: line_of(text, at),
            text: name,
        },
        is_set,
    };
    found.into_iter().map(in_file).collect()
}

/// Where a signal is named: at which byte, its name, whether it is set.
type Found = Vec<(usize, String, bool)>;

/// Every attribute in the text of the head.
fn head(text: &str) -> Found {
    let found = text
        .match_indices("data-")
        .map(|(at, _)| (at, leading_name(&text[at..])));
    found
        .filter(|(_, name)| name.len() > "data-".len())
        .map(|(at, name)| (at, name.to_owned(), true))
        .collect()
}

/// `root().set_attribute("data-ready", "")`, and what comments say of `<html data-ready>`.
fn rust(text: &str) -> Found {
    let told = text.match_indices("<html data-").map(|(at, _)| {
        let name = leading_name(&text[at + "<html ".len()..]);
        (at, name.to_owned(), false)
    });
    let called = text.match_indices("root()").filter_map(|(at, root)| {
        let call = text[at + root.len()..].trim_start().strip_prefix('.')?;
        let (method, rest) = call.split_once('(')?;
        let name = leading_name(rest.trim_start().strip_prefix('"')?);
        let is_set = matches!(method, "set_attribute" | "toggle_attribute_with_force");
        name.starts_with("data-")
            .then(|| (at, name.to_owned(), is_set))
    });
    told.chain(called).collect()
}

/// `said.ready`, `"ready" in said`, where `said` is the `dataset` of the document's element.
fn script(text: &str) -> Found {
    const ROOT: &str = "document.documentElement";
    let mut roots = vec![ROOT];
    let mut sets = vec![format!("{ROOT}.dataset")];
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim();
        if !["//", "/*", "*"]
            .iter()
            .any(|start| code.starts_with(start))
        {
            for set in &sets {
                found.extend(in_line(line, set).map(|(name, is_set)| (at, name, is_set)));
            }
            if let Some((name, value)) = code
                .strip_prefix("const ")
                .and_then(|rest| rest.strip_suffix(';')?.split_once(" = "))
            {
                if value.ends_with(".documentElement") {
                    roots.push(name);
                    sets.push(format!("{name}.dataset"));
                } else if let Some(root) = value.strip_suffix(".dataset")
                    && roots.contains(&root)
                {
                    sets.push(name.to_owned());
                }
            }
        }
        at += line.len();
    }
    found
}

/// What one line says of the set of attributes called `set`.
fn in_line<'a>(line: &'a str, set: &'a str) -> impl Iterator<Item = (String, bool)> + 'a {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let whole = move |at: usize| !line[..at].ends_with(is_word);
    let places = line.match_indices(set).filter(move |(at, _)| whole(*at));
    places.filter_map(move |(at, _)| {
        let rest = &line[at + set.len()..];
        if let Some(member) = rest.strip_prefix('.') {
            let end = member.find(|c: char| !c.is_ascii_alphanumeric());
            let (key, after) = member.split_at(end.unwrap_or(member.len()));
            return Some((attribute(key), after.starts_with(" = ")));
        }
        let key = line[..at].strip_suffix("\" in ")?.rsplit('"').next()?;
        Some((attribute(key), false))
    })
}

/// The attribute that a script calls `positionSaved`.
fn attribute(key: &str) -> String {
    let mut name = "data-".to_owned();
    for c in key.chars() {
        if c.is_ascii_uppercase() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// `html[data-old]`, `html:not([data-js])`.
fn style(text: &str) -> Found {
    let mut found = Vec::new();
    for (at, root) in ["html", ":root"]
        .iter()
        .flat_map(|root| text.match_indices(root))
    {
        let mut rest = &text[at + root.len()..];
        while let Some((inside, end)) = rest
            .strip_prefix('[')
            .map(|inside| (inside, "]"))
            .or_else(|| rest.strip_prefix(":not([").map(|inside| (inside, "])")))
        {
            found.push((at, leading_name(inside).to_owned(), false));
            rest = inside.split_once(end).map_or("", |(_, rest)| rest);
        }
    }
    found.retain(|(_, name, _)| name.starts_with("data-"));
    found
}
