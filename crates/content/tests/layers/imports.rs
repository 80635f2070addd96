//! Which files a file imports: by `use`, and by paths in its code.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::tokens;

/// The path of a module from the root of the crate.
type Module = Vec<String>;

/// A file of the crate.
struct File {
    module: Module,
    tokens: Vec<String>,
}

/// Every file that is not there for tests alone, with the files it imports.
pub fn graph(sources: &BTreeMap<String, String>) -> Graph {
    let mut files: BTreeMap<&str, File> = BTreeMap::new();
    let mut of_tests: Vec<Module> = Vec::new();
    for (name, text) in sources {
        let module = module_of(name);
        let (tokens, tests) = tokens::without_tests(&tokens::of(text));
        of_tests.extend(tests.into_iter().map(|test| child(&module, &test)));
        files.insert(name, File { module, tokens });
    }
    files.retain(|_, file| !of_tests.iter().any(|test| file.module.starts_with(test)));
    let by_module: BTreeMap<&Module, &str> = files
        .iter()
        .map(|(name, file)| (&file.module, *name))
        .collect();
    files
        .iter()
        .map(|(name, file)| ((*name).to_owned(), imports(file, name, &by_module)))
        .collect()
}

/// `parse/files.rs` is the module `parse::files`, `parse/mod.rs` is `parse`.
fn module_of(name: &str) -> Module {
    let path = name.strip_suffix(".rs").unwrap_or(name);
    let path = path
        .strip_suffix("mod")
        .map_or(path, |path| path.trim_end_matches('/'));
    let parts = path
        .split('/')
        .filter(|part| !part.is_empty() && *part != "lib");
    parts.map(str::to_owned).collect()
}

fn child(module: &Module, name: &str) -> Module {
    let mut child = module.clone();
    child.push(name.to_owned());
    child
}

fn imports(file: &File, own: &str, files: &BTreeMap<&Module, &str>) -> BTreeSet<String> {
    let (used, others) = paths(&file.tokens);
    let mut found = BTreeSet::new();
    // What a name at the beginning of a path stands for.
    let mut names: BTreeMap<String, Module> = BTreeMap::new();
    for (path, name) in used {
        if let Some((module, is_whole)) = resolve(&path, &file.module, &names, files) {
            found.insert(files[&module].to_owned());
            if is_whole {
                names.insert(name, module);
            }
        }
    }
    for path in others.iter().filter(|path| path.len() > 1) {
        if let Some((module, _)) = resolve(path, &file.module, &names, files) {
            found.insert(files[&module].to_owned());
        }
    }
    found.remove(own);
    found
}

/// The module that a path leads to, or into, and whether it is the module itself.
fn resolve(
    path: &[String],
    from: &Module,
    names: &BTreeMap<String, Module>,
    files: &BTreeMap<&Module, &str>,
) -> Option<(Module, bool)> {
    let (first, mut rest) = path.split_first()?;
    let mut module = match first.as_str() {
        "crate" => Module::new(),
        "self" => from.clone(),
        "super" => from[..from.len().checked_sub(1)?].to_vec(),
        name if files.contains_key(&child(from, name)) => child(from, name),
        name => names.get(name)?.clone(),
    };
    while let Some((next, more)) = rest.split_first() {
        if next == "super" {
            module.pop()?;
        } else if files.contains_key(&child(&module, next)) {
            module.push(next.clone());
        } else {
            break;
        }
        rest = more;
    }
    files
        .contains_key(&module)
        .then_some((module, rest.is_empty()))
}

/// A path of a `use`, and the name it is used by.
type Used = (Vec<String>, String);

/// The paths of every `use`, and every other path.
fn paths(tokens: &[String]) -> (Vec<Used>, Vec<Vec<String>>) {
    let (mut used, mut others) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            at = tree(tokens, at + 1, &[], &mut used);
        } else if is_name(&tokens[at]) {
            let mut path = vec![tokens[at].clone()];
            at += 1;
            while let [mark, name, ..] = &tokens[at..]
                && mark == "::"
                && is_name(name)
            {
                path.push(name.clone());
                at += 2;
            }
            others.push(path);
        } else {
            at += 1;
        }
    }
    (used, others)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphabetic() || char == '_')
}

/// Reads one branch of a `use` that begins at a token. Returns where it ends.
fn tree(tokens: &[String], mut at: usize, before: &[String], used: &mut Vec<Used>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "::" => at += 1,
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = tree(tokens, at, &path, used);
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                return at + 1;
            }
            "as" => {
                let name = tokens.get(at + 1).cloned().unwrap_or_default();
                used.push((path, name));
                return at + 2;
            }
            name if is_name(name) || name == "*" => {
                // `self` at the end of a branch is the branch itself.
                if name != "self" || path.is_empty() {
                    path.push(name.to_owned());
                }
                at += 1;
            }
            _ => break,
        }
    }
    let name = path.last().cloned().unwrap_or_default();
    used.push((path, name));
    at
}
