//! Where programs are: on PATH, or in our cache.

use std::path::{Path, PathBuf};

use crate::process::Job;

/// The folder of a tool in the cache, such as `trunk-0.21.14`.
pub(super) fn in_cache(folder: &str) -> PathBuf {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = set("BEARINGS_TOOLS").unwrap_or_else(|| {
        let caches = set("XDG_CACHE_HOME")
            .or_else(|| {
                set("HOME")
                    .or_else(|| set("USERPROFILE"))
                    .map(|home| home.join(".cache"))
            })
            .unwrap_or_else(std::env::temp_dir);
        caches.join("bearings/tools")
    });
    cache.join(folder)
}

/// The program of that name on PATH.
pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|file| file.is_file())
}

/// The program if it runs and names this version.
pub(super) fn with_version(program: &Path, version: &str) -> Option<PathBuf> {
    let said = Job::new("version", program).args(["--version"]).output()?;
    names_version(&said, version).then(|| program.to_owned())
}

/// Whether `trunk 0.21.14` or `wasm-opt version 132 (version_132)` names the version as a word.
fn names_version(said: &str, version: &str) -> bool {
    said.lines()
        .next()
        .unwrap_or("")
        .split_whitespace()
        .any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn a_version_must_be_named_in_full() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("wasm-opt version 108", "132"));
        assert!(!names_version("wasm-bindgen 0.2.1260", "0.2.126"));
        assert!(!names_version("geckodriver 0.37.0-pre", "0.37.0"));
    }
}
