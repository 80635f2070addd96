//! The page as a file: it holds no script, asks for nothing, and every text in it is escaped.

use super::sections::Section;
use bearings_domain::catalog::Catalog;
use bearings_domain::text::Text;

/// The whole look of the page. Changing it means changing [`STYLE_HASH`]; a test says to what.
const STYLE: &str = "body{max-width:38em;margin:auto;padding:1em;font:1.1em/1.5 sans-serif;overflow-wrap:anywhere}dd{margin:0 0 .6em;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}dt,small{color:#333}section section{break-inside:avoid;border-top:1px solid #777}";
/// The one thing that the page allows: its own style.
const STYLE_HASH: &str = "sha256-vAtu02GdCqjOTpA+lb8v5q6RiR7WSfwNMQntFz+kiLI=";

/// The text of the file.
pub fn print(catalog: &Catalog, made: &str, sections: &[Section]) -> String {
    let mut out = String::from(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '",
    );
    out.push_str(STYLE_HASH);
    out.push_str(
        "'\"><meta name=\"referrer\" content=\"no-referrer\">\
<meta name=\"viewport\" content=\"width=device-width\"><style>",
    );
    out.push_str(STYLE);
    out.push_str("</style>");
    let title = catalog.strings.get(Text::ReadableTitle);
    element(&mut out, "title", title);
    element(&mut out, "h1", title);
    let made = catalog.strings.fill(Text::ReadableMade, &[("date", made)]);
    element(&mut out, "p", &made);
    for section in sections {
        out.push_str("<section>");
        element(&mut out, "h2", &section.heading);
        for line in &section.lines {
            element(&mut out, "p", line);
        }
        for piece in &section.pieces {
            out.push_str("<section><p>");
            element(&mut out, "small", &piece.about);
            out.push_str("</p><dl>");
            for (name, text) in &piece.texts {
                element(&mut out, "dt", name);
                // Each paragraph has the direction of its own first letter.
                out.push_str("<dd dir=\"auto\">");
                escape(&mut out, text);
                out.push_str("</dd>");
            }
            out.push_str("</dl></section>");
        }
        out.push_str("</section>");
    }
    out
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Whatever a person wrote is text and never becomes anything else.
fn escape(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sections::Piece;
    use super::*;

    fn page(text: &str) -> String {
        let section = Section {
            heading: String::from("Notes"),
            lines: Vec::new(),
            pieces: vec![Piece {
                about: String::from("Written today"),
                texts: vec![(String::from("text"), text.to_owned())],
            }],
        };
        print(&crate::testing::catalog(), "today", &[section])
    }

    #[test]
    fn what_a_person_wrote_never_becomes_markup() {
        let page = page("</dd><script>steal('\"&')</script>");
        assert!(page.contains(
            "<dd dir=\"auto\">&lt;/dd&gt;&lt;script&gt;steal(&#39;&quot;&amp;&#39;)&lt;/script&gt;</dd>"
        ));
        assert!(!page.contains("<script"));
    }

    #[test]
    fn the_page_asks_for_nothing() {
        let page = page("x");
        assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"));
        for way in ["href", "src=", "url(", "@import", "http:", "https:"] {
            assert!(!page.contains(way), "{way} in {page}");
        }
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn the_page_allows_its_own_style() {
        use base64::Engine;
        use sha2::Digest;
        let hash = base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(STYLE));
        assert_eq!(STYLE_HASH, ["sha256-", &hash].concat(), "write this hash");
    }
}
