//! What the service worker needs: the list of all files, and the pages in one piece.

use crate::assets::{Names, short_hash};
use crate::shell::{self, Shell};
use crate::{PrerenderError, head};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bearings_content::Site;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Files that a person without a network has no use for.
const ONLINE_ONLY: [&str; 4] = [
    "robots.txt",
    "_headers",
    "icons/social-card.png",
    "screenshots/",
];

/// Stands in the pack around the number of a text that all pages share.
const MARK: char = '\u{1}';

/// The heading in the changelog under which a release says what readers must know.
const CORRECTION: &str = "### Important correction";

/// One line of the list: name, hash, size in bytes.
type File = (String, String, usize);

fn file(name: &str, bytes: &[u8]) -> File {
    let hash = BASE64_STANDARD.encode(Sha256::digest(bytes));
    (name.to_owned(), hash, bytes.len())
}

/// Writes the worker, the list and the pack beside the finished pages in `out`.
///
/// On a first visit the worker fetches all pages in one file, the pack, in which styles and loader
/// stand once: fewer requests than pages, and a sixth of the bytes. After an update it fetches only
/// the pages whose text has changed.
pub fn write(site: &Site, shell: &Shell, names: &Names, out: &Path) -> Result<(), PrerenderError> {
    let shared = [&shell.styles, &shell.first, &shell.boot].map(String::as_str);
    let mut files = Vec::new();
    let mut pages = BTreeMap::new();
    for path in shell::files_below(out)? {
        let name = path.to_string_lossy().replace('\\', "/");
        if ONLINE_ONLY.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        let bytes = shell::read(&out.join(&path))?;
        files.push(file(&name, &bytes));
        if path.extension().is_some_and(|end| end == "html") {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            pages.insert(name, share(&text, &shared));
        }
    }
    let pack = json!({ "shared": shared, "pages": pages }).to_string();
    let pack_name = format!("pages-{}.json", short_hash(&[pack.as_bytes()]));
    shell::write(&out.join(&pack_name), pack.as_bytes())?;
    let programs = [&names.guide, &names.tools].map(|program| {
        json!({
            "app": program.script,
            "wasm": program.wasm,
            "catalog": program.catalog,
            "build": names.build,
        })
    });
    let list = json!({
        "names": programs,
        "pack": file(&pack_name, pack.as_bytes()),
        "files": files,
    });
    let list = list.to_string();
    let list_name = format!("files-{}.json", short_hash(&[list.as_bytes()]));
    shell::write(&out.join(&list_name), list.as_bytes())?;
    let facts = facts(site, &file(&list_name, list.as_bytes()), &correction()?);
    let worker = [&facts, shell.worker.as_str()].concat();
    shell::write(&out.join("sw.js"), worker.as_bytes())?;
    shell::write(&out.join("kill-switch.js"), shell.kill_switch.as_bytes())
}

/// The page with a number in place of each shared text.
fn share(page: &str, shared: &[&str]) -> String {
    let mut page = page.to_owned();
    for (index, text) in shared.iter().enumerate() {
        page = page.replace(text, &format!("{MARK}{index}{MARK}"));
    }
    page
}

/// What stands above the worker's code.
fn facts(site: &Site, list: &File, correction: &str) -> String {
    let gone = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<title>{0}</title><h1>{0}</h1><p>{1}</p></html>",
        head::escape(&site.gone.title),
        head::escape(&site.gone.text)
    );
    format!(
        "const BUILD = {};\nconst LIST = {};\nconst WORDS = {};\nconst CORRECTION = {};\n",
        json!(list.1),
        json!(list),
        json!(gone),
        json!(correction)
    )
}

/// What the newest release corrects, if its section of the changelog says that readers must know.
fn correction() -> Result<String, PrerenderError> {
    let text = shell::read(Path::new("CHANGELOG.md"))?;
    Ok(correction_in(&String::from_utf8_lossy(&text)))
}

fn correction_in(changelog: &str) -> String {
    let newest = changelog.split("\n## ").nth(1).unwrap_or_default();
    let Some((_, rest)) = newest.split_once(CORRECTION) else {
        return String::new();
    };
    let section = rest.split("\n#").next().unwrap_or_default();
    let lines = section
        .lines()
        .map(|line| line.trim().trim_start_matches("- "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
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

    #[test]
    fn only_the_newest_release_says_what_it_corrects() {
        let with = "# Changelog\n\n## 2\n\n### Important correction\n\n- The number was wrong.\n- So was another.\n\n### For readers\n\n- x\n\n## 1\n";
        assert_eq!(correction_in(with), "The number was wrong. So was another.");
        let older = "# Changelog\n\n## 2\n\n- x\n\n## 1\n\n### Important correction\n\n- Old.\n";
        assert_eq!(correction_in(older), "");
    }
}
