//! The head of a page: what it may load, what it is called, how it looks and how it starts.

use crate::assets::Names;
use crate::shell::Shell;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bearings_domain::lang::Lang;
use bearings_domain::route::{Destination, Route};
use bearings_domain::settings::Theme;
use sha2::{Digest, Sha256};

/// What the head says.
pub struct Head<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The title of the window.
    pub title: &'a str,
    /// One or two sentences about the page.
    pub description: &'a str,
    /// The way from the page to the root of the site: "" or "../".
    pub root: &'a str,
    /// What the page loads; none for pages without the app.
    pub names: Option<&'a Names>,
    /// The address of the page.
    pub route: &'a Route,
    /// The same page in other languages: `<link>` elements, or nothing.
    pub others: &'a str,
    /// The day the page was last checked against its sources, as `2026-11-22`.
    pub reviewed: Option<String>,
    /// Whether the page has the card "You were reading".
    pub resumes: bool,
    /// The script in the head.
    pub first: &'a str,
    /// The script at the end of the page, which may be run too; none is empty.
    pub last: &'a str,
}

/// Everything above `<body>`.
pub fn render(head: &Head<'_>, shell: &Shell) -> String {
    let Head {
        title,
        description,
        root,
        first,
        last,
        others,
        ..
    } = *head;
    let lang = head.lang.code();
    let dir = match head.lang.direction() {
        "rtl" => " dir=\"rtl\"",
        _ => "",
    };
    let (title, description) = (escape(title), escape(description));
    let styles = shell.styles.as_str();
    // `web/chunks.js` finds them by this, when the app shows a place where a page of the guide was.
    let own = match &head.route.to {
        Destination::Page(_) => String::new(),
        place if place.is_tool() => [&*shell.place_styles, &*shell.tool_styles].concat(),
        _ => shell.place_styles.clone(),
    };
    let own_element = match own.as_str() {
        "" => String::new(),
        own => format!("<style id=places>{own}</style>"),
    };
    let policy = policy(&[first, last], &[styles, &own]);
    let loads = head.names.map_or_else(String::new, |names| {
        let files = names.files(head.route);
        format!(
            " data-app=\"{}\" data-files=\"{files}\" data-build=\"{}\"",
            names.script, names.build
        )
    });
    let reviewed = head
        .reviewed
        .as_ref()
        .map_or_else(String::new, |date| format!(" data-reviewed=\"{date}\""));
    let file = head.route.file();
    let [light, dark] = Theme::papers(None);
    let resumes = if head.resumes { " data-resumes" } else { "" };
    // The app is asked for first, while the rest of the page is on its way; see `first.js`.
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"{dir} data-root=\"{root}\" data-file=\"{file}\"{loads}{resumes}{reviewed}><head><meta charset=\"utf-8\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
<script>{first}</script>\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
<title>{title}</title><meta name=\"description\" content=\"{description}\">{others}\
<meta name=\"referrer\" content=\"no-referrer\">\
<meta name=\"color-scheme\" content=\"light dark\">\
<meta name=\"theme-color\" content=\"{light}\" media=\"(prefers-color-scheme: light)\">\
<meta name=\"theme-color\" content=\"{dark}\" media=\"(prefers-color-scheme: dark)\">\
<meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
<meta property=\"og:image\" content=\"{root}icons/social-card.png\">\
<link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">\
<link rel=\"apple-touch-icon\" href=\"{root}icons/apple-touch-icon.png\">\
<style>{styles}</style>{own_element}</head>"
    )
}

/// Nothing but our own files, what is in the page by hash, and WebAssembly.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| {
        let texts = texts.iter().filter(|text| !text.is_empty());
        texts.map(|text| hash(text)).collect::<Vec<_>>().join(" ")
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; \
img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
base-uri 'none'; form-action 'none'",
        hashes(scripts),
        hashes(styles)
    )
}

/// The source expression of an inline script or style.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Text inside an attribute in double quotes, or between tags.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_forbids_everything_it_does_not_name() {
        let policy = policy(&["a()", ""], &["b{}", ""]);
        assert!(policy.starts_with("default-src 'none';"));
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("http"));
    }

    #[test]
    fn a_title_cannot_break_out_of_its_attribute() {
        assert_eq!(escape("\"<&>\""), "&quot;&lt;&amp;&gt;&quot;");
    }
}
