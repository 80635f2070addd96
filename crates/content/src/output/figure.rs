//! Drawings.

use crate::output::html::Html;
use crate::parse::figures::{Figure, Piece};

/// The figure with the id that its block has on the page.
pub(crate) fn write(figure: &Figure, id: &str, html: &mut Html) {
    let Some(drawing) = &figure.drawing else {
        return;
    };
    html.raw("<figure class=\"figure\" id=\"")
        .text(id)
        .raw("\"><svg role=\"img\" aria-labelledby=\"");
    // The title is the name, the long text the description: named by both, it would be read twice.
    html.text(id).raw("-title\" aria-describedby=\"");
    html.text(id).raw("-desc\"");
    pieces(&drawing.attributes, id, html);
    html.raw("><title id=\"").text(id).raw("-title\">");
    html.text(&figure.title.value)
        .raw("</title><desc id=\"")
        .text(id)
        .raw("-desc\">");
    html.text(&figure.description.value).raw("</desc>");
    pieces(&drawing.inner, id, html);
    html.raw("</svg><figcaption>")
        .text(&figure.caption.value)
        .raw("</figcaption></figure>");
}

fn pieces(pieces: &[Piece], block: &str, html: &mut Html) {
    for piece in pieces {
        match piece {
            Piece::Markup(markup) => html.raw(markup),
            Piece::Text(text) => html.text(text),
            Piece::Block => html.text(block).raw("-"),
        };
    }
}
