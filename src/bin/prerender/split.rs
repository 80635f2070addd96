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

/// How the files of the chunks' code begin in Trunk's output.
const CODE: &str = "chunk-";

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
    let shared = shared_parts(&String::from_utf8_lossy(&read(&work.join(LINK))?));
    expect_parts(work, &shared)?;
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
        optimise(&work.join(part(chunk)), &shell.join(wasm(&[chunk])))?;
    }
    for (file, chunks) in &shared {
        optimise(&work.join(file), &shell.join(wasm(chunks)))?;
    }
    Ok(())
}

/// The file in Trunk's output of the code that these chunks need: of one alone, or of all of them.
fn wasm(chunks: &[Chunk]) -> String {
    let names: Vec<&str> = chunks.iter().map(|chunk| chunk.name()).collect();
    format!("{CODE}{}.wasm", names.join("-"))
}

/// The chunks that need this file of Trunk's output; none if it is no code of chunks.
pub fn chunks_of(file: &str) -> Vec<Chunk> {
    let names = file.strip_prefix(CODE);
    let names = names.and_then(|names| names.strip_suffix(".wasm"));
    let names = names.into_iter().flat_map(|names| names.split('-'));
    let chunk = |name: &str| Chunk::ALL.into_iter().find(|chunk| chunk.name() == name);
    names.filter_map(chunk).collect()
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

/// What several chunks need is in a part of its own; the splitter's script says whose it is:
///
/// ```text
/// /* search, tools */
/// const __chunk_2 = makeLoad(() => { … fetch(new URL("./chunk_2.wasm", …
/// ```
fn shared_parts(link: &str) -> Vec<(PathBuf, Vec<Chunk>)> {
    let lines = link.lines().zip(link.lines().skip(1));
    let parts = lines.filter_map(|(above, line)| {
        let names = above.strip_prefix("/* ")?.strip_suffix(" */")?;
        let number = line.strip_prefix("const __chunk_")?.split(' ').next()?;
        let needs = |chunk: &Chunk| names.split(", ").any(|name| name == chunk.name());
        let chunks = Chunk::ALL.into_iter().filter(needs).collect();
        Some((PathBuf::from(format!("chunk_{number}.wasm")), chunks))
    });
    parts.collect()
}

/// Each chunk is a part, and what several need is one; there is no other.
fn expect_parts(work: &Path, shared: &[(PathBuf, Vec<Chunk>)]) -> Result<(), PrerenderError> {
    let mut expected = vec![PathBuf::from(LINK), PathBuf::from("bearings.wasm")];
    expected.extend(Chunk::ALL.map(|chunk| part(chunk).into()));
    expected.extend(shared.iter().map(|(file, _)| file.clone()));
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
    fn what_several_chunks_need_is_found_in_the_script_of_the_splitter() {
        let link = "let a = 1;\n/* search, tools */\nconst __chunk_2 = makeLoad(() => {\n\
                    const src = fetch(new URL(\"./chunk_2.wasm\", import.meta.url));\n}, []);\n";
        let both = vec![Chunk::Tools, Chunk::Search];
        assert_eq!(shared_parts(link), [("chunk_2.wasm".into(), both.clone())]);
        assert_eq!(chunks_of(&wasm(&both)), both);
        assert_eq!(chunks_of(&wasm(&[Chunk::Search])), [Chunk::Search]);
        assert!(chunks_of("bearings_bg.wasm").is_empty());
    }

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
