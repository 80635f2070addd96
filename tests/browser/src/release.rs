//! A newer release of the site, made from the one that was built: list, pack, pages and worker
//! agree with each other, as after a build.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::engine::children;

/// What stands before the title of a changed page.
pub const NEW: &str = "Newly written: ";
/// The build of a release that others follow.
pub const FIRST: &str = "00000000000000f1";
/// The build of the release after it.
pub const SECOND: &str = "00000000000000f2";
/// Stands in the pack around the number of a text that all pages share.
const MARK: char = '\u{1}';

/// How a release differs from the one it is made from.
#[derive(Debug, Default, Clone, Copy)]
pub struct Changes<'a> {
    /// The pages that say something new: [`NEW`] stands before their titles.
    pub pages: &'a [&'a str],
    /// Both programs are built anew: their files have this in their names, the pages have it as
    /// their build, and the program says so itself (`globalThis.ran`). Each start is noted in the
    /// name of the window, which outlives the page: so loads can be counted.
    pub build: Option<&'a str>,
    /// What the release puts right, if readers must know.
    pub correction: Option<&'a str>,
    /// When every page was last checked, such as `2001-02-28`.
    pub reviewed: Option<&'a str>,
}

impl<'a> Changes<'a> {
    /// The programs are built anew.
    pub fn built(build: &'a str) -> Self {
        Self {
            build: Some(build),
            ..Self::default()
        }
    }

    /// The release that follows [`FIRST`]: the programs are built anew as [`SECOND`], and these
    /// pages say something new.
    pub fn second(pages: &'a [&'a str]) -> Self {
        Self {
            pages,
            ..Self::built(SECOND)
        }
    }

    /// These pages say something new.
    pub fn new_words(pages: &'a [&'a str]) -> Self {
        Self {
            pages,
            ..Self::default()
        }
    }
}

/// Copies `dist` to `to` with these changes.
pub fn make(dist: &Path, to: &Path, changes: &Changes) -> io::Result<()> {
    copy(dist, to)?;
    let list_file = named(to, "files-")?;
    let mut list = read_json(&list_file)?;
    let mut renamed = Vec::new();
    if let Some(build) = changes.build {
        renamed = rebuild(to, &mut list, build)?;
    }
    for file in list["files"].as_array_mut().into_iter().flatten() {
        let mut name = file[0].as_str().unwrap_or_default().to_owned();
        if let Some((_, new)) = renamed.iter().find(|(old, _)| *old == name) {
            name.clone_from(new);
        }
        if Path::new(&name)
            .extension()
            .is_some_and(|end| end == "html")
        {
            let old = fs::read_to_string(to.join(&name))?;
            fs::write(to.join(&name), changed(&old, &name, &renamed, changes)?)?;
        }
        *file = described(to, &name)?;
    }
    if let Some(what) = changes.correction {
        correct(&mut list, what);
    }
    fs::remove_file(&list_file)?;
    repack(to, &mut list)?;
    let list = write_hashed(to, "files", &list)?;
    set_facts(to, &list)
}

/// Gives the files of the program and of its chunks their new names, and the list too. Returns what
/// is called otherwise now: old and new.
fn rebuild(to: &Path, list: &mut Value, build: &str) -> io::Result<Vec<(String, String)>> {
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut script = None;
    for load in list["names"].as_array_mut().into_iter().flatten() {
        for key in ["app", "files"] {
            let names = load[key].as_str().unwrap_or_default().to_owned();
            let mut news = Vec::new();
            for old in names.split_whitespace() {
                let (kind, ending) = (old.split('-').next(), old.rsplit('.').next());
                let new = format!(
                    "{}-{build}.{}",
                    kind.unwrap_or_default(),
                    ending.unwrap_or_default()
                );
                if !renamed.iter().any(|(known, _)| known == old) {
                    fs::rename(to.join(old), to.join(&new))?;
                    renamed.push((old.to_owned(), new.clone()));
                }
                if key == "app" {
                    script = Some(to.join(&new));
                }
                news.push(new);
            }
            if !news.is_empty() {
                load[key] = json!(news.join(" "));
            }
        }
        let old = load["build"].as_str().unwrap_or_default().to_owned();
        let look = |build: &str| format!("look-{build}.css");
        if to.join(look(&old)).exists() {
            fs::rename(to.join(look(&old)), to.join(look(build)))?;
            renamed.push((look(&old), look(build)));
        }
        renamed.push((old, build.to_owned()));
        load["build"] = json!(build);
    }
    if let Some(script) = script {
        let mut text = fs::read_to_string(&script)?;
        // It names the files of the chunks.
        for (old, new) in &renamed {
            text = text.replace(old, new);
        }
        let says =
            format!("{text}\nglobalThis.ran = \"{build}\"; globalThis.name += \"{build} \";\n");
        fs::write(script, says)?;
    }
    Ok(renamed)
}

/// A page as it is in the new release.
fn changed(
    old: &str,
    name: &str,
    renamed: &[(String, String)],
    changes: &Changes,
) -> io::Result<String> {
    let mut page = old.to_owned();
    for (before, after) in renamed {
        page = page.replace(before, after);
    }
    // Its policy names its scripts by their hashes.
    for (before, after) in scripts(old).zip(scripts(&page.clone())) {
        page = page.replace(&hash(before.as_bytes()), &hash(after.as_bytes()));
    }
    if let Some(date) = changes.reviewed {
        let start = "data-reviewed=\"";
        let mut parts = page.split(start);
        let head = parts.next().unwrap_or_default().to_owned();
        page = parts.fold(head, |page, part| {
            [&page, start, date, &part[date.len()..]].concat()
        });
    }
    if changes.pages.contains(&name) {
        let at = page
            .find("<h1")
            .and_then(|h1| Some(h1 + page[h1..].find('>')? + 1));
        let at = at.ok_or_else(|| io::Error::other(format!("{name} has no <h1>")))?;
        page.insert_str(at, NEW);
    }
    Ok(page)
}

fn scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script>")
        .skip(1)
        .filter_map(|part| part.split("</script>").next())
}

/// Writes the pack of all pages anew.
fn repack(to: &Path, list: &mut Value) -> io::Result<()> {
    let pack_file = to.join(list["pack"][0].as_str().unwrap_or_default());
    let mut pack = read_json(&pack_file)?;
    fs::remove_file(&pack_file)?;
    let shared: Vec<String> = pack["shared"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|text| text.as_str().unwrap_or_default().to_owned())
        .collect();
    for (name, packed) in pack["pages"].as_object_mut().into_iter().flatten() {
        let mut page = fs::read_to_string(to.join(name))?;
        for (index, text) in shared.iter().enumerate() {
            page = page.replace(text, &format!("{MARK}{index}{MARK}"));
        }
        *packed = json!(page);
    }
    list["pack"] = write_hashed(to, "pages", &pack)?;
    Ok(())
}

/// Puts the facts of this release above the worker's code.
fn set_facts(to: &Path, list: &Value) -> io::Result<()> {
    let worker = fs::read_to_string(to.join("sw.js"))?;
    let lines = worker.lines().map(|line| match line.split(" = ").next() {
        Some("const BUILD") => format!("const BUILD = {};", list[1]),
        Some("const LIST") => format!("const LIST = {list};"),
        _ => line.to_owned(),
    });
    let worker: Vec<String> = lines.collect();
    fs::write(to.join("sw.js"), worker.join("\n"))
}

/// Puts what the release corrects before what earlier ones did.
fn correct(list: &mut Value, what: &str) {
    if let Some(all) = list["corrections"].as_array_mut() {
        all.insert(0, json!(what));
    }
}

/// Writes a file whose name holds its hash, as a build does. Returns its line in the list.
fn write_hashed(to: &Path, kind: &str, value: &Value) -> io::Result<Value> {
    let text = value.to_string();
    let mut start = [0; 8];
    start.copy_from_slice(&Sha256::digest(text.as_bytes())[..8]);
    let short = u64::from_be_bytes(start);
    let name = format!("{kind}-{short:016x}.json");
    fs::write(to.join(&name), &text)?;
    described(to, &name)
}

/// A line of the list: name, hash, size.
fn described(to: &Path, name: &str) -> io::Result<Value> {
    let bytes = fs::read(to.join(name))?;
    Ok(json!([name, hash(&bytes), bytes.len()]))
}

fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

fn read_json(file: &Path) -> io::Result<Value> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

/// The file in `folder` whose name begins so.
fn named(folder: &Path, start: &str) -> io::Result<PathBuf> {
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
