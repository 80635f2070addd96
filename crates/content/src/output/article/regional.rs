//! Words that differ between regions.

use crate::output::html::Html;
use crate::parse::text::Pair;

/// Both words, so that the styles can leave out one of them and the brackets.
pub(super) fn write(pair: &Pair, html: &mut Html) {
    html.raw("<span class=\"uk\">").text(&pair.uk);
    html.raw("</span><span class=\"us\"><span class=\"both\"> (</span>");
    html.text(&pair.us)
        .raw("<span class=\"both\">)</span></span>");
}
