//! Which media type a file has, by the end of its name.

/// What a file is: its media type, and whether compressing it is worth the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The value of `Content-Type`.
    pub(crate) mime: &'static str,
    /// Whether the bytes shrink: text and wasm do, pictures and fonts are compressed already.
    pub(crate) compressible: bool,
}

const fn text(mime: &'static str) -> Kind {
    Kind {
        mime,
        compressible: true,
    }
}

const fn packed(mime: &'static str) -> Kind {
    Kind {
        mime,
        compressible: false,
    }
}

/// The HTML type; pages get the capture script and are never cached for long.
pub(crate) const HTML: Kind = text("text/html; charset=utf-8");

/// The script type.
pub(crate) const SCRIPT: Kind = text("text/javascript; charset=utf-8");

/// What the file with this name is. An unknown ending is a download of plain bytes.
pub(crate) fn of(name: &str) -> Kind {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "html" => HTML,
        "js" | "mjs" => SCRIPT,
        "css" => text("text/css; charset=utf-8"),
        "json" | "map" => text("application/json"),
        "webmanifest" => text("application/manifest+json"),
        "wasm" => text("application/wasm"),
        "svg" => text("image/svg+xml"),
        "txt" | "md" => text("text/plain; charset=utf-8"),
        "xml" => text("application/xml"),
        "ico" => text("image/vnd.microsoft.icon"),
        "png" => packed("image/png"),
        "jpg" | "jpeg" => packed("image/jpeg"),
        "webp" => packed("image/webp"),
        "avif" => packed("image/avif"),
        "gif" => packed("image/gif"),
        "woff2" => packed("font/woff2"),
        "pdf" => packed("application/pdf"),
        _ => packed("application/octet-stream"),
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[track_caller]
    fn check(name: &str, mime: &str) {
        assert_eq!(of(name).mime, mime, "{name}");
    }

    #[test]
    fn the_files_of_the_site_have_the_types_that_browsers_insist_on() {
        check("app-0123abcd_bg.wasm", "application/wasm");
        check("app-0123abcd.js", "text/javascript; charset=utf-8");
        check("site.webmanifest", "application/manifest+json");
        check("catalog-0123abcd.json", "application/json");
        check("icon.svg", "image/svg+xml");
        check("guide/bone-scan.html", "text/html; charset=utf-8");
        check("INDEX.HTML", "text/html; charset=utf-8");
        check("CNAME", "application/octet-stream");
    }
}
