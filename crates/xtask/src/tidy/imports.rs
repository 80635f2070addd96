//! Who may name whom: the walls of the architecture that the compiler does not see.

use super::source::{Token, tokens};
use super::uses::uses;
use super::{Finding, rooms};

/// The names of the browser.
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// Crates that are plain rules: no browser, no framework, no clock.
const RULES: &[&str] = &["crates/domain/", "crates/records/"];

/// Checks one Rust file.
pub(super) fn check(file: &str, text: &str) -> Vec<Finding> {
    let tokens = tokens(text);
    let mut findings = Vec::new();
    let mut add = |line, what: String, why| {
        findings.push(Finding {
            file: file.to_owned(),
            line,
            what,
            why,
        });
    };

    walls(file, &tokens, &mut add);
    if RULES.iter().any(|folder| file.starts_with(folder)) {
        for token in &tokens {
            let name = token.text;
            if is_browser(name) || name.starts_with("leptos") {
                add(
                    token.line,
                    format!("the rules name `{name}`"),
                    "rules know no browser and no framework, so that every one is tested on the host; \
                     describe what you need as a trait, and implement it in src/browser/",
                );
            }
            if matches!(name, "SystemTime" | "Instant") {
                add(
                    token.line,
                    format!("the rules read a clock (`{name}`)"),
                    "take the time as an argument (`Millis`), so that every rule can be tested at any hour",
                );
            }
        }
    }
    if let Some(inner) = file.strip_prefix("src/") {
        if !inner.starts_with("browser/") {
            for token in tokens.iter().filter(|token| is_browser(token.text)) {
                let is_entry = inner == "main.rs" && token.text == "wasm_bindgen";
                if !is_entry {
                    add(
                        token.line,
                        format!("`{}` outside src/browser/", token.text),
                        "only src/browser/ touches the browser: add what you need there, with a name of ours",
                    );
                }
            }
        }
        if inner != "ui/prose.rs" {
            for line in html_setters(&tokens) {
                add(
                    line,
                    "inner HTML is set here".to_owned(),
                    "only src/ui/prose.rs sets HTML, and only from a `TrustedHtml`; use its component",
                );
            }
        }
        for line in detours(&tokens) {
            add(
                line,
                "a file of the app is taken in by its path".to_owned(),
                "a file's folder says which room it is in: declare it with a plain `mod`, where it lies",
            );
        }
    }
    findings
}

/// What a file uses and its room may not.
fn walls(file: &str, tokens: &[Token<'_>], add: &mut impl FnMut(usize, String, &'static str)) {
    let Some((own, room)) = rooms::of(file) else {
        if ["src/", "crates/", "tests/"]
            .iter()
            .any(|start| file.starts_with(start))
        {
            add(
                1,
                "this file is in no room of ARCHITECTURE.md".to_owned(),
                "move it into a room, or give it a row in the table Rooms and in \
                 crates/xtask/src/tidy/rooms.rs that says what it may use",
            );
        }
        return;
    };
    let mut found = uses(file, tokens);
    found.dedup();
    for used in found {
        if used.room != own && !room.may_use(&used.room) {
            let what = format!("{own} uses {}; it may use {}", used.room, room.list());
            add(used.line, what, room.why);
        }
    }
}

fn is_browser(name: &str) -> bool {
    BROWSER.contains(&name) || name.starts_with("gloo")
}

/// Lines where a file is taken in from elsewhere: `#[path = ".."]` and `include!`.
fn detours(tokens: &[Token<'_>]) -> Vec<usize> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut lines = Vec::new();
    let mut brackets = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "[" if brackets > 0 || (at > 0 && text(at - 1) == "#") => brackets += 1,
            "]" if brackets > 0 => brackets -= 1,
            "path" if brackets > 0 && text(at + 1) == "=" => lines.push(token.line),
            "include" if text(at + 1) == "!" => lines.push(token.line),
            _ => {}
        }
    }
    lines
}

/// Lines that set HTML; `element.inner_html()` only reads it.
fn html_setters(tokens: &[Token<'_>]) -> Vec<usize> {
    let sets = |three: &[Token<'_>]| match three[0].text {
        "set_inner_html" | "set_outer_html" | "insert_adjacent_html" => true,
        "inner_html" | "outer_html" => {
            three[1].text == "=" || (three[1].text == "(" && three[2].text != ")")
        }
        _ => false,
    };
    tokens
        .windows(3)
        .filter(|three| sets(three))
        .map(|three| three[0].line)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;

    #[track_caller]
    fn finds(file: &str, text: &str, lines: &[usize]) {
        crate::tidy::assert_lines(&check(file, text), lines, &format!("{file}: {text}"));
    }

    #[test]
    fn the_rules_know_no_browser_no_framework_and_no_clock() {
        for file in ["crates/domain/src/a.rs", "crates/records/src/a.rs"] {
            finds(
                file,
                "use web_sys::Window;\nuse leptos::prelude::*;",
                &[1, 2],
            );
            let clock = "// not web_sys\nlet t = std::time::Instant::now();";
            finds(file, clock, &[2]);
        }
        finds(
            "crates/content/src/a.rs",
            "let t = std::time::Instant::now();",
            &[],
        );
    }

    #[test]
    fn only_the_browser_folder_names_the_browser() {
        finds(
            "src/guide/page.rs",
            "use leptos::web_sys;\nuse gloo_storage::Storage;",
            &[1, 2],
        );
        finds("src/browser/page.rs", "use web_sys::Window;", &[]);
        finds(
            "src/main.rs",
            "use wasm_bindgen::prelude::wasm_bindgen;",
            &[],
        );
        finds("src/main.rs", "use js_sys::Date;", &[1]);
        finds("tests/browser/src/main.rs", "use js_sys::Date;", &[]);
    }

    #[test]
    fn features_do_not_use_each_other_and_nobody_below_uses_them() {
        finds("src/guide/page.rs", "use crate::notes::Page;", &[1]);
        finds("src/guide/page.rs", "use super::super::notes::Page;", &[1]);
        finds(
            "src/guide/page.rs",
            "use crate::{ui::Icon, state::{self, AppState},\nnotes::Page};",
            &[2],
        );
        finds(
            "src/guide/page.rs",
            "use crate::{guide::Model, ui::{notes, Icon}};\nuse bearings_records::Storage;",
            &[],
        );
        finds("src/ui/icon.rs", "use crate::guide::Page;", &[1]);
        finds("src/state/a.rs", "use crate::ui::Icon;", &[1]);
        finds("src/browser/a.rs", "use crate::state::AppState;", &[1]);
        finds("src/browser/a.rs", "use bearings_records::Storage;", &[]);
        finds("src/app.rs", "use crate::{guide, notes};", &[]);
        finds("src/app.rs", "use crate::browser::page;", &[1]);
        finds("src/main.rs", "bearings::start(catalog);", &[]);
        finds("src/main.rs", "bearings::tools::f();", &[1]);
    }

    #[test]
    fn crates_use_only_those_below_them() {
        finds(
            "crates/domain/src/a.rs",
            "use bearings_records::Storage;",
            &[1],
        );
        finds("crates/records/src/a.rs", "use bearings_domain::Item;", &[]);
        finds(
            "crates/records/src/a.rs",
            "use bearings_content::Site;",
            &[1],
        );
        finds(
            "crates/records/tests/a.rs",
            "use bearings_records::Storage;",
            &[],
        );
        finds("crates/host/src/a.rs", "use bearings_domain::Route;", &[1]);
        finds("crates/xtask/src/a.rs", "use bearings_host::Server;", &[]);
        finds(
            "tests/browser/src/a.rs",
            "use bearings_content::Site;",
            &[1],
        );
        finds("src/guide/page.rs", "use bearings_content::Site;", &[1]);
        finds("src/bin/prerender/a.rs", "use bearings_content::Site;", &[]);
    }

    #[test]
    fn a_finding_says_what_is_allowed_and_what_to_do() {
        let found = check("src/ui/icon.rs", "use crate::guide::Page;");
        assert_eq!(
            found[0].to_string(),
            "src/ui/icon.rs:1: ui uses guide; it may use only text, browser, domain\n    \
             shared pieces know no feature and no state; take what they show as a property"
        );
    }

    #[test]
    fn every_file_is_in_a_room_and_is_not_taken_from_another() {
        finds("src/visits/page.rs", "", &[1]);
        finds("crates/fresh/src/lib.rs", "", &[1]);
        finds("build.rs", "", &[]);
        finds(
            "src/guide/mod.rs",
            "#[path = \"../notes/page.rs\"]\nmod page;",
            &[1],
        );
        finds(
            "src/guide/mod.rs",
            "#[cfg_attr(a, path = \"b.rs\")]\nmod page;",
            &[1],
        );
        finds("src/guide/mod.rs", "include!(\"../notes/page.rs\");", &[1]);
        finds(
            "src/guide/mod.rs",
            "let path = include_str!(\"a.svg\");",
            &[],
        );
    }

    #[test]
    fn html_is_set_in_one_place_and_may_be_read() {
        finds(
            "src/guide/page.rs",
            "view! { <div inner_html=text/> }",
            &[1],
        );
        finds("src/browser/page.rs", "element.set_inner_html(text);", &[1]);
        finds("src/browser/page.rs", "article.inner_html()", &[]);
        finds("src/ui/prose.rs", "view! { <div inner_html=text/> }", &[]);
    }
}
