//! What Trunk has built: the app, the styles, and files that are copied as they are.

use crate::minify_program::minify_program;
use crate::minify_script::{bundle_program, bundle_script, is_inner_loop, minify_script};
use crate::{PrerenderError, split};
use bearings_domain::chunk::Chunk;
use bearings_domain::lang::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// Trunk's raw output is kept here, so that the bench can build other guides around it.
const KEPT: &str = "target/shell";

/// The parts of Trunk's output.
pub struct Shell {
    /// The main part of the program.
    pub program: Built,
    /// WebAssembly, and the chunks that need it; none in the inner loop, where the program is whole.
    pub chunks: Vec<(Vec<Chunk>, Vec<u8>)>,
    /// The styles of every page, in their order.
    pub styles: String,
    /// Those that only the places have (what is no page of the guide), to come after them.
    pub place_styles: String,
    /// Those that only the places with tools have besides.
    pub tool_styles: String,
    /// Those that come with search.
    pub search_styles: String,
    /// Those of what a person can choose: in a file of their own.
    pub look: String,
    /// What the head of a page does before the first paint, without its comments.
    pub first: String,
    /// The loader of each language, without its comments: see [`Shell::boot`].
    pub boots: Vec<(Lang, String)>,
    /// The helper of the not-found page.
    pub find_home: String,
    /// What the loader fetches when the app has stopped, without what `assets` puts above it.
    pub rescue: String,
    /// The service worker in one piece, without its comments and without what `offline` puts above it.
    pub worker: String,
    /// The worker that takes the other away.
    pub kill_switch: String,
    /// Files that are copied as they are, relative to the shell's folder.
    pub copied: Vec<PathBuf>,
    /// The shell's folder.
    pub dir: PathBuf,
}

/// The main part of the program.
#[derive(Default)]
pub struct Built {
    /// Its JavaScript.
    pub script: Vec<u8>,
    /// Its WebAssembly.
    pub wasm: Vec<u8>,
}

impl Built {
    fn whole(self) -> Result<Self, PrerenderError> {
        if self.script.is_empty() || self.wasm.is_empty() {
            return Err(PrerenderError::Missing("program (….js and …_bg.wasm)"));
        }
        Ok(self)
    }
}

/// Reads a file, naming it when that fails.
pub fn read(path: &Path) -> Result<Vec<u8>, PrerenderError> {
    fs::read(path).map_err(|source| file_error(path, source))
}

/// Writes a file and the folders above it, naming it when that fails.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), PrerenderError> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|source| file_error(path, source))
}

/// What went wrong with a file, naming it.
pub fn file_error(path: &Path, source: std::io::Error) -> PrerenderError {
    PrerenderError::File {
        path: path.display().to_string(),
        source,
    }
}

/// Moves Trunk's raw output out of the staging folder, which then holds only finished files, and
/// cuts the program of a release into its parts.
pub fn set_aside(staging: &Path) -> Result<PathBuf, PrerenderError> {
    let kept = PathBuf::from(KEPT);
    if kept.exists() {
        fs::remove_dir_all(&kept).map_err(|source| file_error(&kept, source))?;
    }
    for file in files_below(staging)? {
        let from = staging.join(&file);
        write(&kept.join(&file), &read(&from)?)?;
        fs::remove_file(&from).map_err(|source| file_error(&from, source))?;
    }
    if !is_inner_loop() {
        split::cut(&kept)?;
    }
    Ok(kept)
}

impl Shell {
    /// The loader of a language.
    pub fn boot(&self, lang: Lang) -> &str {
        let boot = self.boots.iter().find(|(other, _)| *other == lang);
        boot.map_or("", |(_, text)| text)
    }

    /// Reads Trunk's raw output, for a site in these languages.
    pub fn read(dir: &Path, langs: &[Lang]) -> Result<Self, PrerenderError> {
        let mut program = Built::default();
        let (mut chunks, mut copied) = (Vec::new(), Vec::new());
        for file in files_below(dir)? {
            let name = file.to_string_lossy();
            let needed_by = split::chunks_of(&name);
            if !needed_by.is_empty() {
                chunks.push((needed_by, read(&dir.join(&file))?));
            } else if name.split(['-', '_', '.']).next() == Some("bearings") {
                let bytes = read(&dir.join(&file))?;
                if name.ends_with("_bg.wasm") {
                    program.wasm = bytes;
                } else if name.ends_with(".js") {
                    program.script = bytes;
                }
            } else if name != "index.html" && !is_style(&file) {
                copied.push(file);
            }
        }
        let index = String::from_utf8_lossy(&read(&dir.join("index.html"))?).into_owned();
        let mut styles = String::new();
        let (mut place_styles, mut tool_styles) = (String::new(), String::new());
        let (mut search_styles, mut look) = (String::new(), String::new());
        for name in style_names(&index) {
            let these = match name.split(['-', '.']).next() {
                Some("places") => &mut place_styles,
                Some("tools") => &mut tool_styles,
                Some("search") => &mut search_styles,
                Some("look") => &mut look,
                _ => &mut styles,
            };
            *these += String::from_utf8_lossy(&read(&dir.join(name))?).trim();
        }
        Ok(Self {
            program: small(&program.whole()?)?,
            chunks,
            styles,
            place_styles,
            tool_styles,
            search_styles,
            look,
            first: script_file("web/first.js")?,
            boots: boots(langs)?,
            find_home: script_file("web/find-home.js")?,
            rescue: script_file("web/rescue.js")?,
            worker: bundle_script("web/sw/main.js")?,
            kill_switch: script_file("web/sw/kill-switch.js")?,
            copied,
            dir: dir.to_owned(),
        })
    }
}

/// Every file below `dir`, sorted, relative to it.
pub fn files_below(dir: &Path) -> Result<Vec<PathBuf>, PrerenderError> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(relative) = open.pop() {
        let here = dir.join(&relative);
        for entry in fs::read_dir(&here).map_err(|source| file_error(&here, source))? {
            let entry = entry.map_err(|source| file_error(&here, source))?;
            let path = relative.join(entry.file_name());
            if entry.path().is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The names of the style sheets, in their order in Trunk's `index.html`, which is minified in
/// release builds: quotes may be gone.
fn style_names(index: &str) -> Vec<&str> {
    index
        .split("href=")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches('"').split(['"', ' ', '>']).next())
        .filter(|name| is_style(Path::new(name)))
        .map(|name| name.trim_start_matches("./"))
        .collect()
}

fn is_style(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "css")
}

/// The loader of each language: it finds the worker, the manifest and the sentences of its own.
fn boots(langs: &[Lang]) -> Result<Vec<(Lang, String)>, PrerenderError> {
    const NAME: &str = "web/boot.js";
    let text = read(Path::new(NAME))?;
    let text = String::from_utf8_lossy(&text);
    let boots = langs.iter().map(|lang| {
        let boot = boot_of(*lang, &text);
        Ok((*lang, minify_script(NAME, &boot)?))
    });
    boots.collect()
}

/// The loader with the folder of a language in it; in English, which has none, without a trace.
pub fn boot_of(lang: Lang, text: &str) -> String {
    let folder = match lang {
        Lang::ENGLISH => String::new(),
        other => format!(" + \"{}\"", other.folder()),
    };
    text.replace(" + FOLDER", &folder)
}

fn script_file(name: &str) -> Result<String, PrerenderError> {
    let text = read(Path::new(name))?;
    minify_script(name, &String::from_utf8_lossy(&text))
}

fn small(program: &Built) -> Result<Built, PrerenderError> {
    let script = bundle_program(&program.script)?.into_bytes();
    let wasm = program.wasm.clone();
    let Built { script, wasm } = minify_program(&Built { script, wasm })?;
    let script = minify_script("the program", &String::from_utf8_lossy(&script))?.into_bytes();
    Ok(Built { script, wasm })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_keep_their_order() {
        let index = "<link rel=\"stylesheet\" href=\"./a-1.css\"/><link href=b.css rel=stylesheet>";
        assert_eq!(style_names(index), ["a-1.css", "b.css"]);
    }
}
