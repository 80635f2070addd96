//! The layers of the compiler: imports go one way only, so that each file can be read with nothing
//! but what lies below it.
//!
//! The test reads the sources of the crate. Tests inside them may import what they like.

mod graph;
mod imports;
mod tokens;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use graph::Graph;

/// The layers from the lowest to the highest, each a folder or a file of `src`. A file may import
/// its own layer and those before it.
const LAYERS: [&str; 8] = [
    "base", "reading", "parse", "rules", "output", "compile", "edit", "lib",
];

/// The text of every file of `src`, by its name there: `parse/files.rs`.
fn sources() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    collect(&src, "", &mut found);
    found
}

fn collect(dir: &Path, name: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).expect("the sources lie beside the test") {
        let entry = entry.expect("a source can be read");
        let inner = format!("{name}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{inner}/"), found);
        } else {
            let text = fs::read_to_string(entry.path()).expect("a source is text");
            found.insert(inner, text);
        }
    }
}

/// The place of a file's layer among all; `None` for a layer that is not named.
fn height(file: &str) -> Option<usize> {
    let first = file.split('/').next()?;
    let layer = first.strip_suffix(".rs").unwrap_or(first);
    LAYERS.iter().position(|known| *known == layer)
}

/// Imports that lead up, each with what to do about it.
fn upward(graph: &Graph) -> Vec<String> {
    let order = LAYERS.join(", ");
    let mut wrong = Vec::new();
    for (file, imports) in graph {
        let Some(own) = height(file) else {
            wrong.push(format!(
                "{file} belongs to no layer: name its folder in LAYERS of tests/layers/main.rs."
            ));
            continue;
        };
        for import in imports {
            if height(import).is_some_and(|other| other > own) {
                wrong.push(format!(
                    "{file} imports {import}, which lies above it (from below: {order}). Move what both need into the lower layer, or take it as an argument."
                ));
            }
        }
    }
    wrong
}

/// Circles that are too large, each with what to do about it.
fn circles(graph: &Graph) -> Vec<String> {
    let found = graph::circles(graph).into_iter();
    let wrong = found.filter(|circle| !graph::is_pair_of_neighbours(circle));
    let what = |circle: Vec<String>| {
        format!(
            "{} files import each other: {}. One way round it: {}. Take out of one of them what the others need, into a file that imports none of them; only a module and its own child, or two files of one folder, may need each other.",
            circle.len(),
            circle.join(", "),
            graph::way_round(graph, &circle).join(" -> ")
        )
    };
    wrong.map(what).collect()
}

#[test]
fn no_file_imports_a_layer_above_its_own() {
    let wrong = upward(&imports::graph(&sources()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_more_than_two_files_import_each_other() {
    let wrong = circles(&imports::graph(&sources()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_imports_of_the_crate_are_found() {
    let graph = imports::graph(&sources());
    let compile = &graph["compile.rs"];
    for import in ["parse/library.rs", "rules/mod.rs", "output/build.rs"] {
        assert!(compile.contains(import), "{import}: {compile:?}");
    }
    assert!(!graph.contains_key("fixtures.rs"), "it is there for tests");
}

/// The imports of made-up files.
fn graph_of(files: &[(&str, &str)]) -> Graph {
    let files = files.iter();
    let files = files.map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    imports::graph(&files.collect())
}

#[test]
fn a_circle_of_three_is_named() {
    let graph = graph_of(&[
        ("lib.rs", "mod parse;"),
        ("parse/mod.rs", "mod a; mod b; mod c;"),
        ("parse/a.rs", "use crate::parse::b::B;"),
        ("parse/b.rs", "use super::{a, c::C};"),
        ("parse/c.rs", "fn c() { crate::parse::a::read(); }"),
    ]);
    let found = circles(&graph);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("3 files import each other: parse/a.rs, parse/b.rs, parse/c.rs."),
        "{found:?}"
    );
}

#[test]
fn two_neighbours_may_need_each_other_and_strangers_may_not() {
    let two = |a: &str, b: &str| {
        let modules = "mod a; mod b;";
        circles(&graph_of(&[
            ("lib.rs", "mod parse; mod rules;"),
            ("parse/mod.rs", modules),
            ("rules/mod.rs", modules),
            ("parse/a.rs", a),
            ("parse/b.rs", b),
            ("rules/a.rs", "use crate::parse::b;"),
        ]))
    };
    assert!(two("use super::b;", "use super::a;").is_empty());
    assert_eq!(two("", "use crate::rules::a;").len(), 1);
}

#[test]
fn an_import_that_leads_up_is_named() {
    let graph = graph_of(&[
        ("lib.rs", "mod base; mod rules;"),
        (
            "base/mod.rs",
            "//! crate::rules\nuse crate::{rules as all};",
        ),
        ("rules/mod.rs", "use crate::base;"),
    ]);
    let found = upward(&graph);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("base/mod.rs imports rules/mod.rs"),
        "{found:?}"
    );
}
