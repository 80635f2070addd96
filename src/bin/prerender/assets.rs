//! The files beside the pages: the app, its texts, the list of pages, and what is copied as it is.

use crate::PrerenderError;
use crate::manifest::{self, MANIFEST};
use crate::shell::{self, Shell};
use bearings_content::Site;
use bearings_domain::chunk::Chunk;
use bearings_domain::lang::Lang;
use bearings_domain::route::Route;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The names of the files that the pages load. Each carries the hash of its final bytes, so
/// that it can be kept for ever.
pub struct Names {
    /// The program's JavaScript.
    pub script: String,
    /// The WebAssembly of its main part.
    pub wasm: String,
    /// What it says on every page.
    pub texts: String,
    /// The list of pages. It grows with the guide, so no page of the guide waits for it.
    pub catalog: String,
    /// The rules of looks, for who has chosen one. Its name has the build in it, so that no page need
    /// say it: see `first.js`.
    look: String,
    /// The files of each chunk.
    chunks: Vec<(Chunk, ChunkFiles)>,
    /// What search reads, by the names that `web/chunks.js` has for it.
    index: [(&'static str, String); 2],
    /// Changes when any of the above, the styles or the loader change: pages of one build can
    /// be shown inside the app that another page of it has started.
    pub build: String,
}

/// A chunk's texts, its WebAssembly unless that is in the main part, and its styles.
type ChunkFiles = Vec<String>;

impl Names {
    /// The files that a page of this route uses at once beside the script, as `data-files` lists
    /// them: WebAssembly, texts, and the files of its chunk with the list of pages.
    pub fn files(&self, route: &Route) -> String {
        let chunks = self.chunks.iter();
        let own = chunks.filter(|(chunk, _)| route.chunk() == Some(*chunk));
        let own = own.flat_map(|(_, files)| files.iter().chain([&self.catalog]));
        let files = [&self.wasm, &self.texts].into_iter().chain(own);
        files.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether the program of these pages uses this file, at once or later.
    pub fn has(&self, file: &str) -> bool {
        let chunks = self.chunks.iter().flat_map(|(_, files)| files);
        let index = self.index.iter().map(|(_, file)| file);
        let own = [
            &self.script,
            &self.wasm,
            &self.texts,
            &self.catalog,
            &self.look,
        ];
        let mut files = chunks.chain(index).chain(own);
        files.any(|name| name == file)
    }
}

/// What the loader fetches when the app has stopped. It fits every release, so its name never changes.
const RESCUE: &str = "rescue.js";

/// Its code, below what it says.
fn rescue(shell: &Shell, site: &Site) -> String {
    let said = &site.stopped;
    let words = serde_json::json!({
        "text": said.text,
        "words": said.words,
        "copy": said.copy,
        "copied": said.copied,
        "save": said.save,
        "reload": said.reload,
        "file": said.file,
    });
    format!("const WORDS = {words};\n{}", shell.rescue)
}

/// Writes the app in one language, and with English the copied files. The WebAssembly is the same in
/// every language; the script names the list of pages and the texts of the chunks.
pub fn write_assets(shell: &Shell, site: &Site, out: &Path) -> Result<Names, PrerenderError> {
    let own = out.join(site.lang.folder());
    if site.lang == Lang::ENGLISH {
        for file in &shell.copied {
            shell::write(&out.join(file), &shell::read(&shell.dir.join(file))?)?;
        }
    } else {
        let english = shell::read(&shell.dir.join(MANIFEST))?;
        shell::write(&own.join(MANIFEST), &manifest::translated(&english, site))?;
    }
    shell::write(&own.join(RESCUE), rescue(shell, site).as_bytes())?;
    let chunks = write_chunks(shell, site, out)?;
    let json =
        |name, json: String| write_hashed(out, &named(name, site.lang), "json", json.as_bytes());
    let catalog = json("catalog", site.catalog.pages_to_json())?;
    let index = write_index(site, out)?;
    let script = with_chunks(&shell.program.script, &chunks, &catalog, &index);
    let names = Names {
        script: write_hashed(out, &named("app", site.lang), "js", &script)?,
        wasm: write_hashed(out, "app", "wasm", &shell.program.wasm)?,
        texts: json("texts", site.catalog.strings.only(None).to_json())?,
        catalog,
        look: String::new(),
        chunks,
        index,
        build: String::new(),
    };
    let build = short_hash(&[
        // It names the files that come later.
        names.script.as_bytes(),
        names.wasm.as_bytes(),
        names.texts.as_bytes(),
        shell.styles.as_bytes(),
        shell.place_styles.as_bytes(),
        shell.tool_styles.as_bytes(),
        shell.look.as_bytes(),
        shell.first.as_bytes(),
        shell.boot(site.lang).as_bytes(),
    ]);
    let look = format!("look-{build}.css");
    shell::write(&out.join(&look), shell.look.as_bytes())?;
    Ok(Names {
        look,
        build,
        ..names
    })
}

/// A name with the language in it. All files that are kept for ever lie at the root, where hosts are
/// told so of their names.
fn named(name: &str, lang: Lang) -> String {
    match lang {
        Lang::ENGLISH => name.to_owned(),
        other => format!("{name}-{}", other.code()),
    }
}

fn write_chunks(
    shell: &Shell,
    site: &Site,
    out: &Path,
) -> Result<Vec<(Chunk, ChunkFiles)>, PrerenderError> {
    let mut chunks = Vec::new();
    for chunk in Chunk::ALL {
        let texts = site.catalog.strings.only(Some(chunk)).to_json();
        let name = named(chunk.name(), site.lang);
        let mut files = vec![write_hashed(out, &name, "json", texts.as_bytes())?];
        let needed = |(by, _): &&(Vec<Chunk>, _)| by.contains(&chunk);
        for (by, wasm) in shell.chunks.iter().filter(needed) {
            let name = match by.as_slice() {
                [own] => own.name(),
                _ => "shared",
            };
            files.push(write_hashed(out, name, "wasm", wasm)?);
        }
        if chunk == Chunk::Search {
            let styles = shell.search_styles.as_bytes();
            files.push(write_hashed(out, chunk.name(), "css", styles)?);
        }
        chunks.push((chunk, files));
    }
    Ok(chunks)
}

/// Writes what search reads. Not as text, and with a name of its own: a host may change texts.
fn write_index(site: &Site, out: &Path) -> Result<[(&'static str, String); 2], PrerenderError> {
    let write = |name: &'static str, bytes| {
        let file = write_hashed(out, &named(name, site.lang), "bin", bytes)?;
        Ok((name, file))
    };
    let files = &site.search;
    Ok([
        write("search-pages", &files.pages)?,
        write("search-blocks", &files.blocks)?,
    ])
}

/// The script below the names of what comes later, see `web/chunks.js`: the files of the chunks, the
/// list of pages, and what search reads.
fn with_chunks(
    script: &[u8],
    chunks: &[(Chunk, ChunkFiles)],
    catalog: &str,
    index: &[(&'static str, String)],
) -> Vec<u8> {
    let files = chunks
        .iter()
        .map(|(chunk, files)| (chunk.name(), files.as_slice()));
    let pages = [catalog.to_owned()];
    let index = index
        .iter()
        .map(|(name, file)| (*name, std::slice::from_ref(file)));
    let others = index.chain([("catalog", pages.as_slice())]);
    let files: BTreeMap<_, _> = files.chain(others).collect();
    let mut all = format!("const CHUNKS={};", serde_json::json!(files)).into_bytes();
    all.extend(script);
    all
}

/// Writes a file with the hash of its bytes in its name, and says the name.
fn write_hashed(out: &Path, name: &str, end: &str, bytes: &[u8]) -> Result<String, PrerenderError> {
    let name = format!("{name}-{}.{end}", short_hash(&[bytes]));
    shell::write(&out.join(&name), bytes)?;
    Ok(name)
}

/// The first half of a SHA-256, in hexadecimal: enough to tell releases apart.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let mut name = String::new();
    for byte in hash.finalize().iter().take(8) {
        // Writing to a string cannot fail.
        _ = write!(name, "{byte:02x}");
    }
    name
}
