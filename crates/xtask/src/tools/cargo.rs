//! Tools from crates.io, each built into a folder of its own.

use std::path::PathBuf;

use super::find::{in_cache, on_path, with_version};
use super::{Tool, ToolError};
use crate::process::{Done, Job, Show};
use crate::say;

/// One program of one crate.
#[derive(Debug)]
pub(crate) struct Crate {
    name: &'static str,
    program: &'static str,
    version: &'static str,
    flags: &'static [&'static str],
    /// How far it is optimised. These tools are as quick as ever with little of it, and compiling
    /// them is most of a newcomer's first run.
    opt_level: &'static str,
    takes: &'static str,
}

/// Builds the site. Without its update check; with the TLS that needs nothing from the system.
pub(super) static TRUNK: Crate = Crate {
    name: "trunk",
    program: "trunk",
    version: "0.21.14",
    flags: &["--no-default-features", "--features", "rustls"],
    opt_level: "0",
    takes: "2 to 4 minutes",
};

/// Must be the very version of the `wasm-bindgen` crate in Cargo.toml.
pub(super) static WASM_BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.126",
    flags: &[],
    // It rewrites the whole program at each build.
    opt_level: "1",
    takes: "1 to 3 minutes",
};

/// Cuts the program into parts. It must know the names that `wasm_split_helpers` in Cargo.toml makes.
pub(super) static WASM_SPLIT: Crate = Crate {
    name: "wasm_split_cli_support",
    program: "wasm-split-cli",
    version: "0.2.4",
    flags: &["--features", "build-binary"],
    opt_level: "1",
    takes: "1 to 2 minutes",
};

/// Speaks with Firefox.
pub(super) static GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    program: "geckodriver",
    version: "0.37.0",
    flags: &[],
    opt_level: "0",
    takes: "1 to 3 minutes",
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

    /// Builds it here, with as little optimisation as its use needs.
    fn build(&self) -> Job {
        Job::cargo(self.program, &[])
            .args(self.command())
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
    }

    /// Fetches it built, where somebody has set that up.
    fn fetch(&self) -> Option<Job> {
        on_path("cargo-binstall")?;
        let what = format!("{}@{}", self.name, self.version);
        let job = Job::cargo(self.program, &["binstall", "--no-confirm", "--locked"]);
        Some(job.args([what]))
    }

    fn put_into_its_folder(&self, job: Job) -> Option<Done> {
        // Outside the repository: its Cargo configuration is not for building tools.
        job.args(["--root".as_ref(), self.root().as_os_str()])
            .within(&std::env::temp_dir())
            .run(Show::Pulse)
            .ok()
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
        if let Some(job) = self.fetch() {
            self.put_into_its_folder(job);
        }
        if !self.cached().is_file() {
            let done = self.put_into_its_folder(self.build()).ok_or_else(failed)?;
            if !done.ok || !self.cached().is_file() {
                done.print_end(30);
                return Err(failed());
            }
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
