//! Tools from the npm registry, each in a folder of its own.

use std::path::PathBuf;

use super::find::{in_cache, on_path, with_version};
use super::{Tool, ToolError, apt};
use crate::process::{Job, Show};
use crate::say;

/// One file of one package.
#[derive(Debug)]
pub(crate) struct Package {
    name: &'static str,
    pub(super) version: &'static str,
    /// The program to look for on PATH, if it is one.
    program: Option<&'static str>,
    /// The file we want, below `node_modules`.
    file: &'static str,
}

/// `wasm-opt`, current: Debian's is years behind.
pub(super) static BINARYEN: Package = Package {
    name: "binaryen",
    version: "132",
    program: Some("wasm-opt"),
    file: ".bin/wasm-opt",
};

/// Makes our JavaScript smaller.
pub(super) static ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    program: Some("esbuild"),
    file: ".bin/esbuild",
};

/// The accessibility rules.
pub(crate) static AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    program: None,
    file: "axe-core/axe.min.js",
};

/// The checker of the HTML standard.
pub(crate) static VNU: Package = Package {
    name: "vnu-jar",
    version: "26.9.27",
    program: None,
    file: "vnu-jar/build/dist/vnu.jar",
};

/// Checks the types in our plain JavaScript.
pub(crate) static TYPESCRIPT: Package = Package {
    name: "typescript",
    version: "7.0.2",
    program: Some("tsc"),
    file: ".bin/tsc",
};

impl Package {
    fn root(&self) -> PathBuf {
        in_cache(&format!("npm-{}-{}", self.name, self.version))
    }

    fn cached(&self) -> PathBuf {
        self.root().join("node_modules").join(self.file)
    }
}

impl Tool for Package {
    fn name(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    fn find(&self) -> Option<PathBuf> {
        let on_path = self
            .program
            .and_then(on_path)
            .and_then(|program| with_version(&program, self.version));
        on_path.or_else(|| Some(self.cached()).filter(|file| file.is_file()))
    }

    fn install(&self) -> Result<PathBuf, ToolError> {
        apt::NPM.ensure()?;
        let what = format!("{}@{}", self.name, self.version);
        let work = say::start(&format!(
            "installing {what} from the npm registry (up to a minute)"
        ));
        let failed = || {
            ToolError::new(
                &self.name(),
                format!("install it: npm install --global {what}"),
            )
        };
        // Beside its place and then moved: a broken download never looks like a tool.
        let partial = self
            .root()
            .with_extension(format!("partial-{}", std::process::id()));
        let done = Job::new("npm", "npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .args([partial.as_os_str(), what.as_ref()])
            .run(Show::Pulse)
            .map_err(|_| failed())?;
        // If another run was quicker, its copy stands and ours goes.
        let moved =
            done.ok && (std::fs::rename(&partial, self.root()).is_ok() || self.cached().is_file());
        let _ = std::fs::remove_dir_all(&partial);
        if !moved || !self.cached().is_file() {
            done.print_end(30);
            return Err(failed());
        }
        work.done(&format!("installed {}", self.cached().display()));
        Ok(self.cached())
    }
}
