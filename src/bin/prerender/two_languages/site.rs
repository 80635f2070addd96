//! Writes the site of the fixtures into a temporary folder and reads it back.

use crate::shell::{self, Shell, boot_of, files_below};
use bearings_content::Dirs;
use bearings_domain::chunk::Chunk;
use bearings_domain::lang::Lang;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The fixtures of the compiler.
const FIXTURES: &str = "crates/content/fixtures/good";

/// A finished site: its text files by name; of others nothing but the name.
pub struct Built {
    /// What each file holds.
    pub files: BTreeMap<String, String>,
}

impl Built {
    /// Whether there is such a file.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// What a file holds.
    #[track_caller]
    pub fn read(&self, name: &str) -> &str {
        self.files
            .get(name)
            .unwrap_or_else(|| panic!("there is no {name}"))
    }
}

/// The value of the first attribute of this name.
pub fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// The site in English and in this language, whose pages are those of the Spanish fixture; in English
/// alone for "". The app's texts of the other language are the English ones after a `¡`.
pub fn built(code: &str) -> Built {
    built_after(code, |_| {})
}

/// The same after a change of the content in this folder.
pub fn built_after(code: &str, change: impl FnOnce(&Path)) -> Built {
    let lang = Lang::parse(code);
    let folder = TemporaryFolder::new();
    let (content, out) = (folder.0.join("content"), folder.0.join("out"));
    copy(&Path::new(FIXTURES).join("smallest/content"), &content);
    copy(&Path::new(FIXTURES).join("two-languages/content"), &content);
    let strings = fs::read_to_string("content/en/strings.toml").expect("English has strings");
    fs::write(content.join("en/strings.toml"), &strings).expect("a file can be written");
    let spanish = content.join("es");
    match lang {
        Some(lang) => {
            let own =
                fs::read_to_string(spanish.join("strings.toml")).expect("Spanish has strings");
            fs::write(spanish.join("strings.toml"), marked(&strings, &own))
                .expect("a file can be written");
            fs::rename(&spanish, content.join(lang.code())).expect("a folder can be renamed");
        }
        None => fs::remove_dir_all(&spanish).expect("a folder can be removed"),
    }
    change(&content);
    let dirs = Dirs {
        figures: folder.0.join("figures"),
        content,
    };
    fs::create_dir_all(&dirs.figures).expect("a folder can be made");
    let guide = bearings_content::compile(&dirs).unwrap_or_else(|problems| panic!("{problems}"));
    let langs: Vec<Lang> = guide.sites().map(|site| site.lang).collect();
    crate::write(&guide, &shell(&langs), &out).unwrap_or_else(|error| panic!("{error}"));
    let names = files_below(&out).expect("what was written can be listed");
    let files = names.into_iter().map(|name| {
        let bytes = fs::read(out.join(&name)).expect("what was written can be read");
        let name = name.to_string_lossy().replace('\\', "/");
        (name, String::from_utf8(bytes).unwrap_or_default())
    });
    Built {
        files: files.collect(),
    }
}

/// Every text of the app with a mark before it, but for those that `own` has.
fn marked(strings: &str, own: &str) -> String {
    let lines = strings.lines().map(|line| {
        let key = line.split('=').next().unwrap_or_default();
        let own = own
            .lines()
            .find(|own| line.contains(" = ") && own.starts_with(key));
        own.map_or_else(|| line.replacen(" = \"", " = \"¡", 1), str::to_owned)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What Trunk would have built, in short, around our own scripts as they are.
fn shell(langs: &[Lang]) -> Shell {
    let script = |name: &str| fs::read_to_string(Path::new("web").join(name)).expect("a script");
    let dir = PathBuf::from("public");
    let boot = script("boot.js");
    Shell {
        program: shell::Built {
            script: b"script".into(),
            wasm: b"wasm".into(),
        },
        chunks: vec![
            (vec![Chunk::Tools], b"tools".into()),
            (vec![Chunk::Tools, Chunk::Search], b"both".into()),
            (vec![Chunk::Search], b"search".into()),
        ],
        styles: "b{}".into(),
        place_styles: "p{}".into(),
        tool_styles: "i{}".into(),
        search_styles: "u{}".into(),
        look: "s{}".into(),
        first: script("first.js"),
        boots: langs
            .iter()
            .map(|lang| (*lang, boot_of(*lang, &boot)))
            .collect(),
        find_home: script("find-home.js"),
        rescue: script("rescue.js"),
        worker: "worker()".into(),
        kill_switch: "kill()".into(),
        copied: files_below(&dir).expect("what is copied can be listed"),
        dir,
    }
}

fn copy(from: &Path, to: &Path) {
    for file in files_below(from).expect("a fixture can be listed") {
        let bytes = shell::read(&from.join(&file)).expect("a fixture can be read");
        shell::write(&to.join(&file), &bytes).expect("a file can be written");
    }
}

/// A folder of its own for each site, removed afterwards.
struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("bearings-languages-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}
