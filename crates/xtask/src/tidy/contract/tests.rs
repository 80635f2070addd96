//! A small repository, and what is found when one file of it says something else.

use super::{CONTRACT, Finding, check};

const LIST: &str = r#"{
  "to_worker": { "ask": "", "save": "" },
  "to_page": { "states": { "saved": "", "failed": "" }, "fields": { "state": "", "missing": "" } },
  "facts": { "names": { "bytes": "" } },
  "signals": [
    { "names": ["data-root"], "by": ["prerender"], "means": "way to the root" },
    { "names": ["data-old"], "by": ["first.js", "app"], "means": "unchecked" }
  ]
}"#;

/// A repository in which everything is as the list says.
const SOUND: [(&str, &str); 7] = [
    (CONTRACT, LIST),
    (
        "src/browser/worker.rs",
        "async fn save() { say(\"save\").await }\nfn ask() { post(&active, \"ask\") }\n\
         fn report() { (text(\"state\"), number(\"missing\"), number(\"bytes\")) }",
    ),
    (
        "src/state/offline.rs",
        "match report.state.as_str() {\n    \"saved\" if so => Yes,\n    _ => No,\n}",
    ),
    (
        "web/sw/messages.js",
        "export const work = {\n  ask: answer,\n  \"save\": save,\n};\n",
    ),
    (
        "src/browser/page.rs",
        "_ = root()\n    .toggle_attribute_with_force(\"data-old\", true);",
    ),
    (
        "web/first.js",
        "const root = document.documentElement;\nconst said = root.dataset;\nsaid.old = \"\";\n",
    ),
    (
        "ARCHITECTURE.md",
        "| signal | set by | means |\n|---|---|---|\n| `data-root` | prerender | way to the root |\n\
         | `data-old` | `first.js`, app | unchecked |\n\nMore.\n",
    ),
];
const HEAD: (&str, &str) = (
    "src/bin/prerender/head.rs",
    "\"<html data-root=\\\"{root}\\\">\"",
);

/// What is found when one file says something else.
fn with(file: &str, text: &str) -> Vec<Finding> {
    let mut sources: Vec<(String, String)> = SOUND
        .iter()
        .chain([&HEAD])
        .filter(|(name, _)| *name != file)
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    sources.push((file.to_owned(), text.to_owned()));
    check(&sources)
}

#[track_caller]
fn finds(file: &str, text: &str, expected: &[(&str, usize, &str)]) {
    let findings = with(file, text);
    assert_eq!(findings.len(), expected.len(), "{findings:?}");
    for (finding, (file, line, what)) in findings.iter().zip(expected) {
        assert_eq!(
            (finding.file.as_str(), finding.line),
            (*file, *line),
            "{finding}"
        );
        assert!(finding.what.contains(what), "{finding}");
    }
}

#[test]
fn where_all_is_as_the_list_says_nothing_is_found() {
    finds("styles/a.css", "html[data-old] .note { }", &[]);
}

#[test]
fn a_message_that_is_not_listed_is_found_on_both_sides() {
    let page = SOUND[1]
        .1
        .replace("\"save\"", "if a { \"save\" } else { \"hold\" }");
    finds(
        "src/browser/worker.rs",
        &page,
        &[("src/browser/worker.rs", 1, "`hold`")],
    );
    let worker = SOUND[3].1.replace("};", "  hold,\n};");
    finds(
        "web/sw/messages.js",
        &worker,
        &[("web/sw/messages.js", 4, "`hold`")],
    );
}

#[test]
fn a_listed_message_that_one_side_does_not_know_is_found() {
    let worker = SOUND[3].1.replace("  ask: answer,\n", "");
    finds(
        "web/sw/messages.js",
        &worker,
        &[(CONTRACT, 2, "web/sw/messages.js")],
    );
    let page = SOUND[1].1.replace("\"ask\"", "\"save\"");
    finds(
        "src/browser/worker.rs",
        &page,
        &[(CONTRACT, 2, "src/browser/worker.rs")],
    );
}

#[test]
fn fields_and_states_that_are_not_listed_are_found() {
    let page = SOUND[1].1.replace("number(\"bytes\")", "number(\"size\")");
    finds(
        "src/browser/worker.rs",
        &page,
        &[("src/browser/worker.rs", 3, "`size`")],
    );
    let state = SOUND[2].1.replace("    _", "    \"kept\" => Yes,\n    _");
    finds(
        "src/state/offline.rs",
        &state,
        &[("src/state/offline.rs", 3, "`kept`")],
    );
    finds(
        "src/state/other.rs",
        "if report.state != \"kept\" { }",
        &[("src/state/other.rs", 1, "`kept`")],
    );
}

#[test]
fn a_field_that_no_page_reads_is_found() {
    let page = SOUND[1].1.replace("number(\"missing\"), ", "");
    finds(
        "src/browser/worker.rs",
        &page,
        &[(CONTRACT, 3, "`missing`")],
    );
}

#[test]
fn a_signal_that_is_not_listed_is_found_in_every_language() {
    finds(
        "styles/a.css",
        "p { }\nhtml:not([data-new]) p { }",
        &[("styles/a.css", 2, "`data-new`")],
    );
    finds(
        "styles/a.css",
        "p:root[data-old][data-new=\"a\"] { }",
        &[("styles/a.css", 1, "`data-new`")],
    );
    finds(
        "src/guide/a.rs",
        "/// `<html data-new>` is so.",
        &[("src/guide/a.rs", 1, "`data-new`")],
    );
    finds(
        "src/browser/a.rs",
        "root().get_attribute(\"data-new\")",
        &[("src/browser/a.rs", 1, "`data-new`")],
    );
    finds(
        "web/a.js",
        "const said = document.documentElement.dataset;\nif (\"newOne\" in said) go();",
        &[("web/a.js", 2, "`data-new-one`")],
    );
}

#[test]
fn what_an_element_says_of_itself_is_no_signal_of_the_page() {
    finds(
        "styles/a.css",
        "html:has([data-notice]) p, [data-view] { }",
        &[],
    );
    finds(
        "web/a.js",
        "const said = note.dataset;\nsaid.copied = \"\"; // <html data-x>",
        &[],
    );
    finds(
        "src/browser/a.rs",
        "main.set_attribute(\"data-view\", view)",
        &[],
    );
}

#[test]
fn who_sets_a_signal_is_listed() {
    let text = "document.documentElement.dataset.old = \"\";";
    finds("web/boot.js", text, &[("web/boot.js", 1, "`boot.js`")]);
    let read = "const said = document.documentElement.dataset;\nif (said.old === \"\") go();";
    finds("web/boot.js", read, &[]);
}

#[test]
fn a_listed_signal_that_nobody_sets_is_found() {
    finds("web/first.js", "", &[(CONTRACT, 7, "`data-old`")]);
    finds(HEAD.0, "", &[(CONTRACT, 6, "`data-root`")]);
}

#[test]
fn the_table_of_the_architecture_has_the_rows_of_the_list() {
    let other = SOUND[6].1.replace("unchecked", "old");
    finds(
        "ARCHITECTURE.md",
        &other,
        &[("ARCHITECTURE.md", 4, "| unchecked |")],
    );
    let more = SOUND[6]
        .1
        .replace("\n\nMore", "\n| `data-x` | app | x |\n\nMore");
    finds(
        "ARCHITECTURE.md",
        &more,
        &[("ARCHITECTURE.md", 5, "`data-x`")],
    );
    let less = SOUND[6]
        .1
        .replace("| `data-old` | `first.js`, app | unchecked |\n", "");
    finds(
        "ARCHITECTURE.md",
        &less,
        &[("ARCHITECTURE.md", 4, "`data-old`")],
    );
    finds("ARCHITECTURE.md", "", &[("ARCHITECTURE.md", 1, "no table")]);
}

#[test]
fn a_list_that_cannot_be_read_is_found() {
    finds(CONTRACT, "{", &[(CONTRACT, 1, "EOF")]);
    finds(CONTRACT, "{}", &[(CONTRACT, 1, "`to_worker`")]);
}
