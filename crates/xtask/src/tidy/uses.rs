//! Which rooms a file uses, in whatever spelling: `use` with groups, names and stars, paths in
//! expressions and types, `super` and `self`, names of crates.

use super::rooms;
use super::source::Token;

/// A room that a file names, and the line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// The room, as `rooms` calls it; of an unknown crate of ours, what follows `bearings_`.
    pub(super) room: String,
    pub(super) line: usize,
}

/// A path as it is written, one token a part.
type Written<'a> = Vec<Token<'a>>;

/// Every use of a room in a file, its own included, in the order of the text.
pub(super) fn uses(file: &str, tokens: &[Token<'_>]) -> Vec<Use> {
    let here = Here::of(file);
    let mut found = Vec::new();
    // The modules that are open at a token, each with the depth of its brace.
    let mut open: Vec<(usize, &str)> = Vec::new();
    let (mut depth, mut at) = (0, 0);
    while at < tokens.len() {
        let mut written = Vec::new();
        let mut next = at + 1;
        match tokens[at].text {
            "{" => {
                depth += 1;
                if at >= 2 && tokens[at - 2].text == "mod" {
                    open.push((depth, tokens[at - 1].text));
                }
            }
            "}" => {
                if open.last().is_some_and(|(opened, _)| *opened == depth) {
                    open.pop();
                }
                depth = depth.saturating_sub(1);
            }
            "use" => next = tree(tokens, at + 1, &Vec::new(), &mut written),
            "crate" if at >= 1 && tokens[at - 1].text == "extern" => {
                next = tree(tokens, at + 1, &Vec::new(), &mut written);
            }
            _ if starts_path(tokens, at) => {
                tree(tokens, at, &Vec::new(), &mut written);
            }
            _ => {}
        }
        let inner: Vec<&str> = open.iter().map(|(_, name)| *name).collect();
        found.extend(written.iter().filter_map(|path| here.room(&inner, path)));
        at = next;
    }
    found
}

/// Whether a path that can leave its module begins here. One after `pub(in` only says who may see.
fn starts_path(tokens: &[Token<'_>], at: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let before = |back: usize| at.checked_sub(back).map_or("", text);
    let goes_on = text(at + 1) == ":" && text(at + 2) == ":";
    let is_inside = before(1) == ":" && before(2) == ":" && is_word(before(3));
    match text(at) {
        "crate" | "self" | "super" => {
            let only_shows = before(1) == "in" && before(2) == "(" && before(3) == "pub";
            goes_on && !is_inside && !only_shows
        }
        name => goes_on && is_ours(name),
    }
}

fn is_ours(name: &str) -> bool {
    name == "bearings" || name.starts_with("bearings_")
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Reads a path, or a tree of them in braces, and gives the place after it.
fn tree<'a>(
    tokens: &[Token<'a>],
    mut at: usize,
    prefix: &Written<'a>,
    found: &mut Vec<Written<'a>>,
) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut path = prefix.clone();
    loop {
        if text(at) == ":" && text(at + 1) == ":" {
            at += 2;
        }
        match text(at) {
            "{" => {
                at += 1;
                while !matches!(text(at), "}" | "") {
                    at = tree(tokens, at, &path, found);
                    // Never stand still, whatever the text is.
                    at += usize::from(text(at) != "}");
                }
                return at + 1;
            }
            "r" if text(at + 1) == "#" => at += 2,
            _ => {}
        }
        if !is_word(text(at)) {
            break;
        }
        path.push(tokens[at]);
        at += 1;
        if text(at) != ":" || text(at + 1) != ":" {
            break;
        }
    }
    found.push(path);
    if text(at) == "*" {
        at += 1;
    }
    if text(at) == "as" {
        at += 2;
    }
    at
}

/// Where a file stands: the module that it is, from the root of its crate.
#[derive(Debug)]
struct Here<'a> {
    module: Vec<&'a str>,
    /// Whether `crate` is the app's library. In every other crate it is the room itself.
    is_app: bool,
}

impl<'a> Here<'a> {
    fn of(file: &'a str) -> Self {
        let inside = file.strip_prefix("src/").unwrap_or(file);
        let is_app = file.starts_with("src/") && !inside.starts_with("bin/") && inside != "main.rs";
        let mut module: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
        if module
            .last()
            .is_some_and(|last| matches!(*last, "mod" | "lib" | "main"))
        {
            module.pop();
        }
        Self { module, is_app }
    }

    /// The room that a path leads to, read inside these inline modules; `None` if it leads nowhere
    /// else or to a crate of others.
    fn room(&self, inner: &[&str], path: &Written<'_>) -> Option<Use> {
        let (first, rest) = path.split_first()?;
        let found = |room: &str, line| {
            Some(Use {
                room: room.to_owned(),
                line,
            })
        };
        let mut module: Vec<&str> = match first.text {
            "crate" if self.is_app => Vec::new(),
            "self" | "super" if self.is_app => [&self.module, inner].concat(),
            "bearings" => Vec::new(),
            name if is_ours(name) => return found(&name["bearings_".len()..], first.line),
            _ => return None,
        };
        if first.text == "super" {
            module.pop()?;
        }
        let mut line = first.line;
        for part in rest {
            match part.text {
                "self" => {}
                "super" => {
                    module.pop()?;
                }
                name => {
                    // The first module below the root decides.
                    if module.is_empty() {
                        line = part.line;
                    }
                    module.push(name);
                }
            }
        }
        found(rooms::of_module(module.first().copied()), line)
    }
}

#[cfg(test)]
mod tests;
