//! Turns what Trunk has built into the finished site: one page for every route.
//!
//! Runs as Trunk's `post_build` hook. By hand, for the bench:
//! `prerender --shell <Trunk's raw output> --out <folder> [--content <folder>]`.

mod alternates;
mod assets;
mod corrections;
mod head;
mod links;
mod manifest;
mod minify_program;
mod minify_script;
mod offline;
mod page;
mod review;
mod shell;
mod split;
#[cfg(test)]
mod two_languages;

use bearings_content::{CompiledPage, Dirs, Guide, Site};
use bearings_domain::lang::Lang;
use shell::Shell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where things come from and go to.
struct Paths {
    shell: PathBuf,
    out: PathBuf,
    dirs: Dirs,
}

fn main() -> ExitCode {
    match Paths::from_environment().and_then(|paths| run(&paths)) {
        Ok(pages) => {
            println!("prerender: {pages} pages written");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What can go wrong while the site is written.
#[derive(Debug, thiserror::Error)]
enum PrerenderError {
    #[error("the guide has problems; nothing was published\n\n{0}")]
    Content(bearings_content::Problems),
    #[error("{path}: {source}")]
    File {
        path: String,
        source: std::io::Error,
    },
    #[error("Trunk's output has no {0}; run this through `cargo xtask build`")]
    Missing(&'static str),
    #[error(
        "the program's imports are not listed as wasm-bindgen listed them when `prerender/minify_program.rs` \
         was written; look there"
    )]
    Imports,
    #[error(
        "esbuild did not do {name}: {why}; run this through `cargo xtask build`, which brings esbuild"
    )]
    Esbuild { name: String, why: String },
    #[error("{name} failed: {why}; run this through `cargo xtask build`, which brings it")]
    Tool { name: String, why: String },
    #[error(
        "the program was cut into {found:?}, and not into {expected:?}; look at `Chunk` and at \
         `prerender/split.rs`"
    )]
    Parts {
        expected: Vec<PathBuf>,
        found: Vec<PathBuf>,
    },
    #[error("files are named that are not there; nothing was published\n\n{0}")]
    Absent(String),
    #[error("say where: run this through `cargo xtask build`, or give --shell and --out")]
    Where,
}

fn run(paths: &Paths) -> Result<usize, PrerenderError> {
    let guide = bearings_content::compile(&paths.dirs).map_err(PrerenderError::Content)?;
    let langs: Vec<Lang> = guide.sites().map(|site| site.lang).collect();
    let shell = Shell::read(&paths.shell, &langs)?;
    write(&guide, &shell, &paths.out)
}

/// Writes the guide in every language. Returns how many pages there are.
fn write(guide: &Guide, shell: &Shell, out: &Path) -> Result<usize, PrerenderError> {
    let mut pages = 0;
    let mut sites = Vec::new();
    for site in guide.sites() {
        let names = assets::write_assets(shell, site, out)?;
        pages += page::write_pages((guide, site), shell, &names, out)?;
        sites.push((site, names));
    }
    offline::write(&sites, shell, out)?;
    // After the list of what is saved on a device: the sheet is long, and for a few.
    review::write_review(guide, out)?;
    links::check(out)?;
    Ok(pages)
}

/// Every page of the site in one language: the destinations, the guide, and a signpost for each page that has moved.
fn all_pages(site: &Site) -> impl Iterator<Item = &CompiledPage> {
    let moved = site.moved.iter().map(|moved| &moved.page);
    site.destinations.iter().chain(&site.pages).chain(moved)
}

impl Paths {
    fn from_environment() -> Result<Self, PrerenderError> {
        let mut dirs = Dirs::of_repository(Path::new(""));
        let (mut shell, mut out) = (None, None);
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(PrerenderError::Where)?;
            match name.as_str() {
                "--shell" => shell = Some(PathBuf::from(value)),
                "--out" => out = Some(PathBuf::from(value)),
                "--content" => dirs.content = PathBuf::from(value),
                _ => return Err(PrerenderError::Where),
            }
        }
        match (shell, out, std::env::var_os("TRUNK_STAGING_DIR")) {
            (Some(shell), Some(out), _) => Ok(Self { shell, out, dirs }),
            (None, None, Some(staging)) => {
                let out = PathBuf::from(staging);
                let shell = shell::set_aside(&out)?;
                Ok(Self { shell, out, dirs })
            }
            _ => Err(PrerenderError::Where),
        }
    }
}
