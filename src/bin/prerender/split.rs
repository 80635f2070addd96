//! Cuts the program into its main part and its chunks (`src/chunks.rs`). Trunk knows only whole
//! programs, so in a release build its compiled program is taken from before `wasm-bindgen`, and
//! what Trunk has made of it is replaced.
//!
//! The order is that of `cargo leptos build --split`: link with relocations (`build.rs`), cut, let
//! `wasm-bindgen` see the main part only, optimise each part by itself.

use crate::PrerenderError;
use crate::shell::{file_error, files_below, read, write};
use bearings_domain::chunk::Chunk;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program and its parts on their way.
const WORK: &str = "target/split";
/// What the linker has made, below Cargo's folder for what is built.
const LINKED: &str = "wasm32-unknown-unknown/release/bearings.wasm";
/// The main part's way to the others. Ours is `web/chunks.js`.
const LINK: &str = "__wasm_split.js";

/// Keeps what each part has for the others, with the names that they use.
const BINDGEN: [&str; 7] = [
    "--target=web",
    "--no-typescript",
    "--keep-lld-exports",
    "--no-demangle",
    "--remove-name-section",
    "--remove-producers-section",
    "--out-name=bearings",
];

/// As small as it gets. Rust puts its stack below everything else, so nothing lies in the first
/// kilobyte (`--low-memory-unused`).
const OPTIMISE: [&str; 17] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size",
    "1",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Puts the parts of the program in place of the whole one in `shell`, Trunk's raw output.
pub fn cut(shell: &Path) -> Result<(), PrerenderError> {
    let work = Path::new(WORK);
    if work.exists() {
        fs::remove_dir_all(work).map_err(|source| file_error(work, source))?;
    }
    fs::create_dir_all(work).map_err(|source| file_error(work, source))?;
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    run(Command::new("wasm-split-cli")
        .arg(built.join(LINKED))
        .arg(work)
        .arg("--out-name=bearings"))?;
    expect_parts(work)?;
    for file in files_below(shell)? {
        if file.to_string_lossy().starts_with("bearings") {
            let whole = shell.join(file);
            fs::remove_file(&whole).map_err(|source| file_error(&whole, source))?;
        }
    }
    run(Command::new("wasm-bindgen")
        .arg(work.join("bearings.wasm"))
        .arg("--out-dir")
        .arg(shell)
        .args(BINDGEN))?;
    let main = shell.join("bearings_bg.wasm");
    optimise(&main, &main)?;
    for chunk in Chunk::ALL {
        optimise(&work.join(part(chunk)), &shell.join(wasm(chunk)))?;
    }
    Ok(())
}

/// The file of a chunk's code in Trunk's output.
pub fn wasm(chunk: Chunk) -> String {
    format!("{}.wasm", chunk.name())
}

/// Puts the program's JavaScript, as `wasm-bindgen` has made it, and `web/chunks.js` where a bundler
/// finds them. Returns the file to begin with.
pub fn lay_out(script: &[u8]) -> Result<PathBuf, PrerenderError> {
    let dir = Path::new(WORK).join("link");
    let main = dir.join("main.js");
    let says = "export { default, start } from \"./bearings.js\";\nexport { lend } from \"./chunks.js\";\n";
    write(&main, says.as_bytes())?;
    write(&dir.join("bearings.js"), script)?;
    write(&dir.join("chunks.js"), &read(Path::new("web/chunks.js"))?)?;
    write(&dir.join(LINK), b"export * from \"./chunks.js\";\n")?;
    Ok(main)
}

/// How the splitter calls a chunk.
fn part(chunk: Chunk) -> String {
    format!("split_{}.wasm", chunk.name())
}

/// Each chunk is a part, and there is no other: with two chunks the splitter may put what both use
/// into parts of their own, which `web/chunks.js` would have to fetch.
fn expect_parts(work: &Path) -> Result<(), PrerenderError> {
    let mut expected = vec![PathBuf::from(LINK), PathBuf::from("bearings.wasm")];
    expected.extend(Chunk::ALL.map(|chunk| part(chunk).into()));
    expected.sort();
    let found = files_below(work)?;
    if found.iter().eq(&expected) {
        Ok(())
    } else {
        Err(PrerenderError::Parts { expected, found })
    }
}

fn optimise(from: &Path, to: &Path) -> Result<(), PrerenderError> {
    run(Command::new("wasm-opt")
        .args(OPTIMISE)
        .arg(from)
        .arg("-o")
        .arg(to))
}

fn run(command: &mut Command) -> Result<(), PrerenderError> {
    let done = command.output();
    let failed = |why: String| PrerenderError::Tool {
        name: command.get_program().to_string_lossy().into_owned(),
        why,
    };
    let done = done.map_err(|error| failed(error.to_string()))?;
    if done.status.success() {
        Ok(())
    } else {
        Err(failed(String::from_utf8_lossy(&done.stderr).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chunk_has_its_loader_in_the_script() {
        let script = include_str!("../../../web/chunks.js");
        for chunk in Chunk::ALL {
            let loader = format!("export const __wasm_split_load_{} =", chunk.name());
            assert!(
                script.contains(&loader),
                "web/chunks.js must have: {loader}"
            );
        }
    }
}
