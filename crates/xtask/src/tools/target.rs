//! The WebAssembly target of the Rust compiler.

use std::path::PathBuf;

use super::{Tool, ToolError};
use crate::process::{Job, Show};
use crate::say;

/// The standard library for the browser.
#[derive(Debug)]
pub(super) struct Target(&'static str);

/// What the app is compiled to.
pub(super) static WASM: Target = Target("wasm32-unknown-unknown");

impl Tool for Target {
    fn name(&self) -> String {
        self.0.to_owned()
    }

    fn find(&self) -> Option<PathBuf> {
        let root = Job::new("rustc", "rustc")
            .args(["--print", "sysroot"])
            .output()?;
        let libraries = PathBuf::from(root.trim())
            .join("lib/rustlib")
            .join(self.0)
            .join("lib");
        libraries.is_dir().then_some(libraries)
    }

    fn install(&self) -> Result<PathBuf, ToolError> {
        let work = say::start(&format!(
            "adding the Rust target {} (up to a minute)",
            self.0
        ));
        let failed = || ToolError::new(self.0, format!("add it: rustup target add {}", self.0));
        let done = Job::new("rustup", "rustup")
            .args(["target", "add", self.0])
            .run(Show::Pulse)
            .map_err(|_| failed())?;
        match self.find() {
            Some(path) if done.ok => {
                work.done("added");
                Ok(path)
            }
            _ => {
                done.print_end(10);
                Err(failed())
            }
        }
    }
}
