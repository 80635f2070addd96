//! The tools of the tasks: what is on PATH if the version fits, else what is in our cache, else
//! installed from its registry, else one line that says what to install.
//!
//! The cache is `BEARINGS_TOOLS`, else `$XDG_CACHE_HOME/bearings/tools`, else
//! `~/.cache/bearings/tools`; each tool has a folder of its own with its version in the name.

mod apt;
mod cargo;
mod find;
mod npm;
mod shelf;
mod target;

use std::path::PathBuf;

use lexopt::{Arg, Parser};

pub(crate) use apt::{Engine, JAVA, NODE};
pub(crate) use npm::{AXE, TYPESCRIPT, VNU};
pub(crate) use shelf::Shelf;

use crate::{Failure, no_more, say};

/// The tool is not here and could not be installed. The text says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{tool} is missing: {remedy}")]
pub(crate) struct ToolError {
    tool: String,
    remedy: String,
}

impl ToolError {
    fn new(tool: &str, remedy: impl Into<String>) -> Self {
        Self {
            tool: tool.to_owned(),
            remedy: remedy.into(),
        }
    }
}

/// Something that is on this machine or can be brought to it.
pub(crate) trait Tool {
    /// How we speak of it, with its version.
    fn name(&self) -> String;
    /// Where it is, if it is here and its version fits.
    fn find(&self) -> Option<PathBuf>;
    /// Brings it here, saying what, from where and how long it may take.
    fn install(&self) -> Result<PathBuf, ToolError>;

    /// Where it is, installed if need be.
    fn ensure(&self) -> Result<PathBuf, ToolError> {
        self.find().map_or_else(|| self.install(), Ok)
    }
}

/// What Cargo needs to compile the app as it goes to the browser.
pub(crate) fn for_compiling() -> Result<(), ToolError> {
    target::WASM.ensure().map(drop)
}

/// Whether nothing has to be compiled before Trunk can build.
pub(crate) fn are_here_for_building() -> bool {
    let compiled = [&cargo::WASM_BINDGEN, &cargo::WASM_SPLIT, &cargo::TRUNK];
    compiled.iter().all(|tool| tool.find().is_some())
}

/// Trunk, and a shelf with what it needs, found or installed.
pub(crate) fn for_building() -> Result<(PathBuf, Shelf), ToolError> {
    target::WASM.ensure()?;
    let mut shelf = Shelf::default();
    NODE.ensure()?;
    shelf.add(&npm::BINARYEN.ensure()?);
    shelf.add(&npm::ESBUILD.ensure()?);
    shelf.add(&cargo::WASM_BINDGEN.ensure()?);
    shelf.add(&cargo::WASM_SPLIT.ensure()?);
    Ok((cargo::TRUNK.ensure()?, shelf))
}

/// Names and versions of what shapes the site: another compiler makes other bytes.
pub(crate) fn versions() -> String {
    let rustc = crate::process::Job::new("rustc", "rustc")
        .args(["-vV"])
        .output()
        .unwrap_or_default();
    let tools: [&dyn Tool; 5] = [
        &cargo::TRUNK,
        &cargo::WASM_BINDGEN,
        &cargo::WASM_SPLIT,
        &npm::BINARYEN,
        &npm::ESBUILD,
    ];
    tools
        .iter()
        .map(|tool| tool.name())
        .fold(rustc, |all, name| all + &name + "\n")
}

/// The browser that the bench measures in.
pub(crate) const CHROMIUM: &dyn Tool = &apt::PROGRAMS[0];

/// The driver of Firefox, which Debian does not package.
pub(crate) const GECKODRIVER: &dyn Tool = &cargo::GECKODRIVER;

/// `cargo xtask tools [--install]`: one line per tool.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    let mut install = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("install") => install = true,
            other => return Err(other.unexpected().into()),
        }
    }
    no_more(parser)?;
    let _ = say::start(if install {
        "finding tools, installing what is missing"
    } else {
        "finding tools"
    });
    let mut missing = 0;
    for tool in every() {
        let found = if install {
            tool.ensure().map_err(|error| error.remedy)
        } else {
            tool.find()
                .ok_or_else(|| "missing; `cargo xtask tools --install` brings it".to_owned())
        };
        match found {
            Ok(path) => println!("    ok       {:<28} {}", tool.name(), path.display()),
            Err(remedy) => {
                missing += 1;
                println!("    missing  {:<28} {remedy}", tool.name());
            }
        }
    }
    if missing == 0 {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

fn every() -> Vec<&'static dyn Tool> {
    let mut all: Vec<&dyn Tool> = vec![
        &target::WASM,
        &NODE,
        &npm::BINARYEN,
        &npm::ESBUILD,
        &cargo::WASM_BINDGEN,
        &cargo::WASM_SPLIT,
        &cargo::TRUNK,
        &TYPESCRIPT,
        &JAVA,
        &VNU,
        &AXE,
        GECKODRIVER,
    ];
    all.extend(apt::PROGRAMS.iter().map(|program| program as &dyn Tool));
    all
}
