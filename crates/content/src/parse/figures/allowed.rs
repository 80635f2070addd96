//! What a drawing may be made of. Everything else is refused: no style, no script, nothing that
//! is fetched.

/// Elements, in alphabetical order.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "circle", "clipPath", "defs", "ellipse", "g", "line", "linearGradient", "marker", "mask",
    "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "symbol", "text",
    "tspan", "use",
];

/// Attributes, in alphabetical order.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "class", "clip-path", "clip-rule", "clipPathUnits", "color", "cx", "cy", "d",
    "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule", "font-size",
    "font-style", "font-weight", "fx", "fy", "gradientTransform", "gradientUnits", "height",
    "href", "id", "letter-spacing", "marker-end", "marker-mid", "marker-start", "markerHeight",
    "markerUnits", "markerWidth", "mask", "maskContentUnits", "maskUnits", "offset", "opacity",
    "orient", "paint-order", "patternContentUnits", "patternTransform", "patternUnits", "points",
    "preserveAspectRatio", "r", "refX", "refY", "rotate", "rx", "ry", "spreadMethod",
    "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
    "text-anchor", "transform", "transform-origin", "vector-effect", "viewBox", "width", "x",
    "x1", "x2", "y", "y1", "y2",
];

pub(super) fn element(name: &str) -> bool {
    ELEMENTS.binary_search(&name).is_ok()
}

pub(super) fn attribute(name: &str) -> bool {
    ATTRIBUTES.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_alphabetical_order() {
        assert!(
            ELEMENTS.is_sorted() && ATTRIBUTES.is_sorted(),
            "sort them: they are searched"
        );
    }

    #[test]
    fn nothing_that_runs_or_fetches_is_allowed() {
        for name in [
            "script",
            "style",
            "image",
            "foreignObject",
            "a",
            "animate",
            "feImage",
        ] {
            assert!(!element(name), "{name}");
        }
        for name in ["style", "onload", "onclick", "src", "filter", "begin"] {
            assert!(!attribute(name), "{name}");
        }
    }
}
