//! The files beside the pages: the app, the catalog, and what is copied as it is.

use crate::PrerenderError;
use crate::manifest::{self, MANIFEST};
use crate::shell::{self, Built, Shell};
use bearings_content::Site;
use bearings_domain::catalog::Catalog;
use bearings_domain::lang::Lang;
use bearings_domain::route::Route;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// The names of the files that the pages load. Each carries the hash of its final bytes, so
/// that it can be kept for ever.
pub struct Names {
    /// The program of the guide.
    pub guide: Program,
    /// The program of the places with tools.
    pub tools: Program,
    /// Changes when any of the above, the styles or the loader change: pages of one build can
    /// be shown inside the app that another page of it has started.
    pub build: String,
}

/// The names of a program's files.
pub struct Program {
    /// Its JavaScript.
    pub script: String,
    /// Its WebAssembly.
    pub wasm: String,
    /// What it knows of the guide, and what it says.
    pub catalog: String,
}

impl Names {
    /// The program that brings a route to life.
    pub fn program(&self, route: &Route) -> &Program {
        if route.is_tool() {
            &self.tools
        } else {
            &self.guide
        }
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

/// Writes the app and its catalogs in one language, and with English the copied files. The programs
/// are the same in every language.
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
    // All files that are kept for ever lie at the root, where hosts are told so of their names.
    let name = |name: &str| match site.lang {
        Lang::ENGLISH => name.to_owned(),
        other => format!("{name}-{}", other.code()),
    };
    let reading = (name("catalog"), site.catalog.for_reading());
    let guide = write_program("app", &shell.guide, &reading, out)?;
    let writing = (name("tools"), site.catalog.clone());
    let tools = write_program("tools", &shell.tools, &writing, out)?;
    let build = short_hash(&[
        guide.script.as_bytes(),
        guide.wasm.as_bytes(),
        tools.script.as_bytes(),
        tools.wasm.as_bytes(),
        guide.catalog.as_bytes(),
        tools.catalog.as_bytes(),
        shell.styles.as_bytes(),
        shell.tool_styles.as_bytes(),
        shell.first.as_bytes(),
        shell.boot(site.lang).as_bytes(),
    ]);
    Ok(Names {
        guide,
        tools,
        build,
    })
}

fn write_program(
    name: &str,
    built: &Built,
    (catalog_name, catalog): &(String, Catalog),
    out: &Path,
) -> Result<Program, PrerenderError> {
    let catalog = catalog.to_json();
    let program = Program {
        script: format!("{name}-{}.js", short_hash(&[&built.script])),
        wasm: format!("{name}-{}.wasm", short_hash(&[&built.wasm])),
        catalog: format!("{catalog_name}-{}.json", short_hash(&[catalog.as_bytes()])),
    };
    shell::write(&out.join(&program.script), &built.script)?;
    shell::write(&out.join(&program.wasm), &built.wasm)?;
    shell::write(&out.join(&program.catalog), catalog.as_bytes())?;
    Ok(program)
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
