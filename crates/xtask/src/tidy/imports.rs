//! Who may name whom: the walls of the architecture that the compiler does not see.

use super::Finding;
use super::source::{Token, tokens};

/// The names of the browser.
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// Folders of `src/` that are not features.
const SHARED: &[&str] = &["bin", "browser", "state", "ui"];

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

    if file.starts_with("crates/domain/") {
        for token in &tokens {
            let name = token.text;
            if is_browser(name) || name.starts_with("leptos") {
                add(
                    token.line,
                    format!("the rules name `{name}`"),
                    "crates/domain knows no browser and no framework, so that every rule is tested on the host",
                );
            }
            if matches!(name, "SystemTime" | "Instant") {
                add(
                    token.line,
                    format!("the rules read a clock (`{name}`)"),
                    "time is an argument (`Millis`), so that every rule can be tested at any hour",
                );
            }
        }
    }
    if let Some(inner) = file.strip_prefix("src/") {
        if !inner.starts_with("browser/") {
            for token in tokens.iter().filter(|token| is_browser(token.text)) {
                let is_entry =
                    matches!(inner, "main.rs" | "bin/tools.rs") && token.text == "wasm_bindgen";
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
        if let Some((own, _)) = inner.split_once('/') {
            for (line, module) in crate_modules(&tokens) {
                if is_feature(module) && module != own {
                    let why = if SHARED.contains(&own) {
                        "browser, state and ui are below the features and know none of them; turn the dependency round"
                    } else {
                        "a feature never imports another: links go through `Route`, data through `AppState`, shared parts into src/ui/"
                    };
                    add(line, format!("src/{own}/ imports src/{module}/"), why);
                }
            }
        }
    }
    findings
}

fn is_browser(name: &str) -> bool {
    BROWSER.contains(&name) || name.starts_with("gloo")
}

/// Whether a module of the crate is a feature: a folder of `src/` that is not shared.
fn is_feature(module: &str) -> bool {
    let folder = std::path::Path::new("src").join(module);
    !SHARED.contains(&module)
        && (folder.is_dir() || (cfg!(test) && FEATURES_IN_TESTS.contains(&module)))
}

/// Stand-ins, so that the tests do not depend on which features there are.
const FEATURES_IN_TESTS: &[&str] = &["alpha", "beta"];

/// The first module after each `crate::`, groups in braces included.
fn crate_modules<'a>(tokens: &[Token<'a>]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (at, four) in tokens.windows(4).enumerate() {
        let texts = [four[0].text, four[1].text, four[2].text];
        if texts != ["crate", ":", ":"] {
            continue;
        }
        if four[3].text != "{" {
            found.push((four[3].line, four[3].text));
            continue;
        }
        let (mut depth, mut first) = (0, true);
        for token in &tokens[at + 3..] {
            match token.text {
                "{" => depth += 1,
                "}" => depth -= 1,
                "," if depth == 1 => first = true,
                name if depth == 1 && first => {
                    found.push((token.line, name));
                    first = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
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
        let found: Vec<usize> = check(file, text)
            .iter()
            .map(|finding| finding.line)
            .collect();
        assert_eq!(found, lines, "{file}: {text}");
    }

    #[test]
    fn the_rules_know_no_browser_no_framework_and_no_clock() {
        finds(
            "crates/domain/src/a.rs",
            "use web_sys::Window;\nuse leptos::prelude::*;",
            &[1, 2],
        );
        finds(
            "crates/domain/src/a.rs",
            "// not web_sys\nlet t = std::time::Instant::now();",
            &[2],
        );
        finds(
            "crates/content/src/a.rs",
            "let t = std::time::Instant::now();",
            &[],
        );
    }

    #[test]
    fn only_the_browser_folder_names_the_browser() {
        finds(
            "src/alpha/page.rs",
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
    fn features_do_not_import_each_other_in_any_spelling() {
        finds("src/alpha/page.rs", "use crate::beta::Page;", &[1]);
        finds(
            "src/alpha/page.rs",
            "use crate::{ui::Icon, state::{self, AppState},\nbeta::Page};",
            &[2],
        );
        finds("src/alpha/page.rs", "fn f() { crate::beta::show() }", &[1]);
        finds(
            "src/alpha/page.rs",
            "use crate::{alpha::Model, ui::{beta, Icon}};",
            &[],
        );
        finds("src/ui/icon.rs", "use crate::alpha::Page;", &[1]);
        finds("src/app.rs", "use crate::{alpha, beta};", &[]);
    }

    #[test]
    fn html_is_set_in_one_place_and_may_be_read() {
        finds(
            "src/alpha/page.rs",
            "view! { <div inner_html=text/> }",
            &[1],
        );
        finds("src/browser/page.rs", "element.set_inner_html(text);", &[1]);
        finds("src/browser/page.rs", "article.inner_html()", &[]);
        finds("src/ui/prose.rs", "view! { <div inner_html=text/> }", &[]);
    }
}
