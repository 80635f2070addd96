//! The reviewer's sheet: a plain file beside the site, with styles of its own and no script. It
//! is no route of the app, so that neither the program nor the catalog carries it.

use crate::head::{self, hash};
use crate::{PrerenderError, shell};
use bearings_content::{Guide, REVIEW_FILE, REVIEW_TITLE};
use std::path::Path;

const STYLES: &str = include_str!("review.css");

/// Writes the sheet.
pub fn write_review(guide: &Guide, out: &Path) -> Result<(), PrerenderError> {
    let html = document(guide.review.as_str());
    shell::write(&out.join(REVIEW_FILE), html.as_bytes())
}

/// It is made for those who check the guide: search engines bring readers to the pages instead.
fn document(main: &str) -> String {
    let title = head::escape(REVIEW_TITLE);
    let policy = format!(
        "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'",
        hash(STYLES)
    );
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<title>{title}</title><meta name=\"robots\" content=\"noindex\">\
<meta name=\"referrer\" content=\"no-referrer\"><style>{STYLES}</style></head>\
<body><main>{main}</main></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn the_sheet_loads_nothing() {
        let html = document("<h1>Sheet</h1>");
        assert!(html.contains("default-src 'none'; style-src 'sha256-"));
        assert!(!html.contains("<script") && !html.contains("<link"));
    }
}
