//! Tools from crates.io, each built into a folder of its own.

use std::path::PathBuf;

use super::find::{in_cache, on_path, with_version};
use super::{Tool, ToolError};
use crate::process::{Job, Show};
use crate::say;

/// One program of one crate.
#[derive(Debug)]
pub(crate) struct Crate {
    name: &'static str,
    program: &'static str,
    version: &'static str,
    flags: &'static [&'static str],
    takes: &'static str,
}

/// Builds the site. Without its update check; with the TLS that needs nothing from the system.
pub(super) static TRUNK: Crate = Crate {
    name: "trunk",
    program: "trunk",
    version: "0.21.14",
    flags: &["--no-default-features", "--features", "rustls"],
    takes: "5 to 10 minutes",
};

/// Must be the very version of the `wasm-bindgen` crate in Cargo.toml.
pub(super) static WASM_BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.126",
    flags: &[],
    takes: "2 to 5 minutes",
};

/// Speaks with Firefox.
pub(super) static GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    program: "geckodriver",
    version: "0.37.0",
    flags: &[],
    takes: "3 to 5 minutes",
};

impl Crate {
    fn root(&self) -> PathBuf {
        in_cache(&format!("{}-{}", self.name, self.version))
    }

    fn cached(&self) -> PathBuf {
        self.root()
            .join("bin")
            .join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX))
    }

    fn command(&self) -> Vec<String> {
        let mut words = vec![
            "install".to_owned(),
            format!("{}@{}", self.name, self.version),
            "--locked".to_owned(),
        ];
        words.extend(self.flags.iter().map(|flag| (*flag).to_owned()));
        words
    }
}

impl Tool for Crate {
    fn name(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    fn find(&self) -> Option<PathBuf> {
        let on_path =
            on_path(self.program).and_then(|program| with_version(&program, self.version));
        // The folder carries the version, so the cached program need not be asked.
        on_path.or_else(|| Some(self.cached()).filter(|program| program.is_file()))
    }

    fn install(&self) -> Result<PathBuf, ToolError> {
        let work = say::start(&format!(
            "installing {} from crates.io ({})",
            self.name(),
            self.takes
        ));
        let failed = || {
            ToolError::new(
                &self.name(),
                format!("install it: cargo {}", self.command().join(" ")),
            )
        };
        // Outside the repository: its Cargo configuration is not for building tools.
        let done = Job::cargo(self.program, &[])
            .args(self.command())
            .args(["--root".as_ref(), self.root().as_os_str()])
            .within(&std::env::temp_dir())
            .run(Show::Pulse)
            .map_err(|_| failed())?;
        if !done.ok || !self.cached().is_file() {
            done.print_end(30);
            return Err(failed());
        }
        work.done(&format!("installed {}", self.cached().display()));
        Ok(self.cached())
    }
}

#[cfg(test)]
mod tests {
    use super::{TRUNK, WASM_BINDGEN};

    #[test]
    fn the_versions_are_those_that_the_project_names() {
        let manifest = include_str!("../../../../Cargo.toml");
        let pinned = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(
            manifest.contains(&pinned),
            "Cargo.toml must pin {pinned}; the two must move together"
        );
        let config = include_str!("../../../../Trunk.toml");
        for line in [
            format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version),
            format!(
                "wasm_opt = \"version_{}\"",
                super::super::npm::BINARYEN.version
            ),
        ] {
            assert!(
                config.contains(&line),
                "Trunk.toml must say {line}; Trunk takes nothing else offline"
            );
        }
    }

    #[test]
    fn the_remedy_is_a_command_that_can_be_pasted() {
        let words = TRUNK.command().join(" ");
        assert_eq!(
            words,
            "install trunk@0.21.14 --locked --no-default-features --features rustls"
        );
    }
}
