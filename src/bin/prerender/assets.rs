//! The files beside the pages: the app, the catalog, and what is copied as it is.

use crate::PrerenderError;
use crate::shell::{self, Shell};
use bearings_content::Site;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// The names of the files that the pages load. Each carries the hash of its final bytes, so
/// that it can be kept for ever.
pub struct Names {
    /// The app's JavaScript.
    pub script: String,
    /// The app's WebAssembly.
    pub wasm: String,
    /// The catalog.
    pub catalog: String,
    /// Changes when any of the above, the styles or the loader change: pages of one build can
    /// be shown inside the app that another page of it has started.
    pub build: String,
}

/// Writes the app, the catalog and the copied files.
pub fn write_assets(shell: &Shell, site: &Site, out: &Path) -> Result<Names, PrerenderError> {
    for file in &shell.copied {
        shell::write(&out.join(file), &shell::read(&shell.dir.join(file))?)?;
    }
    let catalog_json = site.catalog.to_json();
    let script = format!("app-{}.js", short_hash(&[&shell.script]));
    let wasm = format!("app-{}.wasm", short_hash(&[&shell.wasm]));
    let catalog = format!("catalog-{}.json", short_hash(&[catalog_json.as_bytes()]));
    shell::write(&out.join(&script), &shell.script)?;
    shell::write(&out.join(&wasm), &shell.wasm)?;
    shell::write(&out.join(&catalog), catalog_json.as_bytes())?;
    let build = short_hash(&[
        script.as_bytes(),
        wasm.as_bytes(),
        catalog.as_bytes(),
        shell.styles.as_bytes(),
        shell.boot.as_bytes(),
    ]);
    Ok(Names {
        script,
        wasm,
        catalog,
        build,
    })
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
