//! The pictures that the manifest names are there, and as large as it says: a browser leaves out
//! those that are not, and tells nobody.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Finding;

/// Width and height in pixels.
type Size = (u32, u32);

/// Checks a manifest; `size` gives the size of a picture that it names, if there is one.
pub(super) fn check(file: &str, text: &str, size: &dyn Fn(&str) -> Option<Size>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |src: &str, what: String, why| {
        let line = text.lines().position(|line| line.contains(src));
        findings.push(Finding {
            file: file.to_owned(),
            line: line.map_or(1, |line| line + 1),
            what,
            why,
        });
    };
    let Ok(manifest) = serde_json::from_str::<Value>(text) else {
        add("", "not JSON".to_owned(), "browsers then ignore all of it");
        return findings;
    };
    for (list, why) in [
        ("icons", "`sh art/render.sh` makes the icons"),
        ("screenshots", "`cargo xtask pictures` makes the pictures"),
    ] {
        for picture in manifest[list].as_array().into_iter().flatten() {
            let src = picture["src"].as_str().unwrap_or_default();
            let says = picture["sizes"].as_str().unwrap_or_default();
            if picture["type"] != "image/png" {
                continue;
            }
            match size(src) {
                None => add(src, format!("`{src}` is not there, or no PNG"), why),
                Some((width, height)) if format!("{width}x{height}") != says => {
                    let what = format!("`{src}` is {width}x{height}, and not {says}");
                    add(src, what, why);
                }
                Some(_) => {}
            }
        }
    }
    findings
}

/// The size of a picture by its name in this manifest.
pub(super) fn size_beside(manifest: &str) -> impl Fn(&str) -> Option<Size> {
    let folder = Path::new(manifest).parent().map(PathBuf::from);
    move |src| {
        let file = folder.as_ref()?.join(src);
        let mut start = [0; 24];
        File::open(file).ok()?.read_exact(&mut start).ok()?;
        png_size(&start)
    }
}

/// A PNG begins with eight bytes of its own and a chunk `IHDR`, in which the size comes first.
fn png_size(start: &[u8; 24]) -> Option<Size> {
    let number = |at: usize| {
        let bytes = start[at..at + 4].try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    let is_png = start.starts_with(b"\x89PNG\r\n\x1a\n") && &start[12..16] == b"IHDR";
    is_png.then_some(())?;
    Some((number(16)?, number(20)?))
}

#[cfg(test)]
mod tests {
    use super::{check, png_size};

    const MANIFEST: &str = "{\n\"icons\": [{ \"src\": \"a.svg\", \"sizes\": \"any\", \"type\": \"image/svg+xml\" }],\n\"screenshots\": [\n{ \"src\": \"n.png\", \"sizes\": \"720x1280\", \"type\": \"image/png\" }\n]}";

    #[test]
    fn a_picture_of_another_size_is_found_with_the_task_that_makes_it() {
        let at = |size| check("m.webmanifest", MANIFEST, &move |_| size);
        assert_eq!(at(Some((720, 1280))), []);
        let wrong = at(Some((540, 960)));
        assert_eq!((wrong.len(), wrong[0].line), (1, 4));
        assert!(wrong[0].what.contains("540x960"), "{}", wrong[0]);
        assert!(wrong[0].why.contains("xtask pictures"), "{}", wrong[0]);
        assert_eq!(at(None).len(), 1);
    }

    #[test]
    fn the_size_of_a_png_stands_at_its_beginning() {
        let mut start = *b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\xd0\0\0\x05\0";
        assert_eq!(png_size(&start), Some((720, 1280)));
        start[0] = 0;
        assert_eq!(png_size(&start), None);
    }
}
