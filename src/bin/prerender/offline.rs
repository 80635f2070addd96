//! What the service worker needs: the list of all files, and the pages in one piece.

use crate::assets::{Names, short_hash};
use crate::shell::{self, Shell};
use crate::{PrerenderError, all_pages, corrections, head};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bearings_content::Site;
use bearings_domain::lang::Lang;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Files that a person without a network has no use for. The large icons, 25 kB, are for the browser
/// when it installs the app, and it keeps them itself.
const ONLINE_ONLY: [&str; 6] = [
    "robots.txt",
    "_headers",
    "icons/social-card.png",
    "icons/icon-512.png",
    "icons/icon-maskable-512.png",
    "screenshots/",
];

/// Files that pages of every language load or show.
const SHARED: [&str; 2] = ["favicon.svg", "icons/"];

/// Stands in the pack around the number of a text that all pages share.
const MARK: char = '\u{1}';

/// One line of the list: name, hash, size in bytes.
type File = (String, String, usize);

fn file(name: &str, bytes: &[u8]) -> File {
    let hash = BASE64_STANDARD.encode(Sha256::digest(bytes));
    (name.to_owned(), hash, bytes.len())
}

/// A language, and the names of what its pages load.
pub type Named<'a> = (&'a Site, Names);

/// Writes worker, list and pack of each language beside its finished pages in `out`. Each language is
/// saved by a worker of its own, in its own folder: who reads one saves nothing of another, and is
/// told of no release that changes another alone.
pub fn write(sites: &[Named<'_>], shell: &Shell, out: &Path) -> Result<(), PrerenderError> {
    // Before the first list is there: none holds another.
    let files = shell::files_below(out)?;
    sites.iter().try_for_each(|(site, names)| {
        let own = files.iter().filter(|path| {
            let name = path.to_string_lossy().replace('\\', "/");
            is_saved(&name, site.lang, sites)
        });
        write_one((site, names), own, shell, out)
    })
}

/// Whether readers of `lang` save this file: what their program uses, and what is of no other
/// language; in other languages than English only what their pages load.
fn is_saved(name: &str, lang: Lang, sites: &[Named<'_>]) -> bool {
    if ONLINE_ONLY.iter().any(|other| name.starts_with(other)) {
        return false;
    }
    let mut programs = sites.iter().filter(|(_, names)| names.has(name)).peekable();
    if programs.peek().is_some() {
        return programs.any(|(site, _)| site.lang == lang);
    }
    Lang::of_path(name).0 == lang || SHARED.iter().any(|shared| name.starts_with(shared))
}

/// On a first visit the worker fetches all pages in one file, the pack, in which styles and loader
/// are held once: fewer requests than pages, and a sixth of the bytes. After an update it fetches
/// only the pages whose text has changed.
fn write_one<'a>(
    (site, names): (&Site, &Names),
    own: impl Iterator<Item = &'a PathBuf>,
    shell: &Shell,
    out: &Path,
) -> Result<(), PrerenderError> {
    let shared = [
        shell.styles.as_str(),
        shell.place_styles.as_str(),
        shell.first.as_str(),
        shell.boot(site.lang),
    ];
    let mut files = Vec::new();
    let mut pages = BTreeMap::new();
    for path in own {
        let name = path.to_string_lossy().replace('\\', "/");
        let bytes = shell::read(&out.join(path))?;
        files.push(file(&name, &bytes));
        if path.extension().is_some_and(|end| end == "html") {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            pages.insert(name, share(&text, &shared));
        }
    }
    let hashed = |name: &str, text: &str| {
        let lang = match site.lang {
            Lang::ENGLISH => String::new(),
            other => ["-", other.code()].concat(),
        };
        format!("{name}{lang}-{}.json", short_hash(&[text.as_bytes()]))
    };
    let pack = json!({ "shared": shared, "pages": pages }).to_string();
    let pack_name = hashed("pages", &pack);
    shell::write(&out.join(&pack_name), pack.as_bytes())?;
    // What pages say of what they load: there are as many ways as there are sets of chunks.
    let sets: BTreeSet<_> = all_pages(site)
        .map(|page| names.files(&page.route))
        .collect();
    let load = |files| json!({ "app": names.script, "files": files, "build": names.build });
    let loads = sets.into_iter().map(load);
    let list = json!({
        "names": loads.collect::<Vec<_>>(),
        "pack": file(&pack_name, pack.as_bytes()),
        "files": files,
        "corrections": corrections::read()?,
    });
    let list = list.to_string();
    let list_name = hashed("files", &list);
    shell::write(&out.join(&list_name), list.as_bytes())?;
    let facts = facts(site, &file(&list_name, list.as_bytes()));
    let worker = [&facts, shell.worker.as_str()].concat();
    let folder = out.join(site.lang.folder());
    shell::write(&folder.join("sw.js"), worker.as_bytes())?;
    shell::write(&folder.join("kill-switch.js"), shell.kill_switch.as_bytes())
}

/// The page with a number in place of each shared text.
fn share(page: &str, shared: &[&str]) -> String {
    let mut page = page.to_owned();
    for (index, text) in shared.iter().enumerate() {
        page = page.replace(text, &format!("{MARK}{index}{MARK}"));
    }
    page
}

/// What is put above the worker's code.
fn facts(site: &Site, list: &File) -> String {
    let gone = format!(
        "<!DOCTYPE html><html lang=\"{2}\" dir=\"{3}\"><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<title>{0}</title><h1>{0}</h1><p>{1}</p></html>",
        head::escape(&site.gone.title),
        head::escape(&site.gone.text),
        site.lang.code(),
        site.lang.direction(),
    );
    format!(
        "const BUILD = {};\nconst FOLDER = {};\nconst LIST = {};\nconst FALLBACK_HTML = {};\n",
        json!(list.1),
        json!(site.lang.folder()),
        json!(list),
        json!(gone)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_share_stands_in_the_pack_once_and_comes_back_whole() {
        let shared = ["b{}", "go()"];
        let page = "<style>b{}</style><script>go()</script><p>b</p>";
        let packed = share(page, &shared);
        assert!(!packed.contains("b{}") && !packed.contains("go()"));
        let parts = packed.split(MARK).enumerate();
        let whole: String = parts
            .map(|(index, part)| match index % 2 {
                0 => part,
                _ => shared[part.parse::<usize>().expect("a number")],
            })
            .collect();
        assert_eq!(whole, page);
    }
}
