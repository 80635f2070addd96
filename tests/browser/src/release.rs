//! A second release of the site, made from the first: one page says something new.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::engine::children;

/// What stands before the title of the changed page.
pub const NEW: &str = "Newly written: ";

/// Copies `dist` to `to`, puts [`NEW`] before the title of `page`, and brings list, pack and
/// worker in line with it, as a build would.
pub fn make(dist: &Path, to: &Path, page: &str) -> io::Result<()> {
    copy(dist, to)?;
    let file = to.join(page);
    let old = fs::read_to_string(&file)?;
    let at = old
        .find("<h1")
        .and_then(|h1| Some(h1 + old[h1..].find('>')? + 1));
    let at = at.ok_or_else(|| io::Error::other(format!("{page} has no <h1>")))?;
    fs::write(&file, [&old[..at], NEW, &old[at..]].concat())?;
    relist(to, page)
}

/// Writes list and worker anew after `page` has changed.
fn relist(to: &Path, page: &str) -> io::Result<()> {
    let list_file = named(to, "files-")?;
    let mut list: Value = serde_json::from_slice(&fs::read(&list_file)?)?;
    let pack_file = to.join(list["pack"][0].as_str().unwrap_or_default());
    let mut pack: Value = serde_json::from_slice(&fs::read(&pack_file)?)?;
    let packed = pack["pages"][page].as_str().unwrap_or_default();
    let at = packed
        .find("<h1")
        .map_or(0, |h1| h1 + packed[h1..].find('>').unwrap_or(0) + 1);
    pack["pages"][page] = [&packed[..at], NEW, &packed[at..]].concat().into();
    let pack = pack.to_string();
    fs::remove_file(&pack_file)?;
    let pack_name = "pages-00000000000000ff.json";
    fs::write(to.join(pack_name), &pack)?;
    list["pack"] = entry(pack_name, pack.as_bytes());
    let bytes = fs::read(to.join(page))?;
    for file in list["files"].as_array_mut().into_iter().flatten() {
        if file[0] == page {
            *file = entry(page, &bytes);
        }
    }
    let list = list.to_string();
    fs::remove_file(&list_file)?;
    let list_name = "files-00000000000000ff.json";
    fs::write(to.join(list_name), &list)?;
    let described = entry(list_name, list.as_bytes());
    let worker = fs::read_to_string(to.join("sw.js"))?;
    let lines = worker.lines().map(|line| match line.split(" = ").next() {
        Some("const BUILD") => format!("const BUILD = {};", described[1]),
        Some("const LIST") => format!("const LIST = {described};"),
        _ => line.to_owned(),
    });
    let worker: Vec<String> = lines.collect();
    fs::write(to.join("sw.js"), worker.join("\n"))
}

fn entry(name: &str, bytes: &[u8]) -> Value {
    serde_json::json!([name, STANDARD.encode(Sha256::digest(bytes)), bytes.len()])
}

/// The file in `folder` whose name begins so.
pub fn named(folder: &Path, start: &str) -> io::Result<PathBuf> {
    let is_it = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(start))
    };
    let found = children(folder).into_iter().find(is_it);
    found.ok_or_else(|| io::Error::other(format!("no {start}… in {}", folder.display())))
}

/// Copies a folder and everything in it.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for path in children(from) {
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// How the names of the renamed files begin.
const NEW_NAME: &str = "app-00000000000000ff";

/// Copies `dist` to `to` with the files of the app under other names, `old` being how the names of
/// the present ones begin.
pub fn rename_app(dist: &Path, to: &Path, old: &str) -> io::Result<()> {
    copy(dist, to)?;
    for path in children(to).into_iter().chain(children(&to.join("guide"))) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(end) = name.strip_prefix(old) {
            fs::rename(&path, to.join(format!("{NEW_NAME}{end}")))?;
        } else if path.extension().is_some_and(|end| end == "html") {
            let text = fs::read_to_string(&path)?.replace(old, NEW_NAME);
            let build = text.find("data-build=\"").map(|at| at + 12);
            let text = build.map_or(text.clone(), |at| [&text[..at], "ff", &text[at..]].concat());
            fs::write(&path, text)?;
        }
    }
    Ok(())
}
