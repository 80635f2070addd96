//! Every task of the repository behind one door: `cargo xtask <task>`.
//!
//! The same commands run on a laptop and in continuous integration. A task is one line in
//! [`TASKS`] and one module.

mod bench;
mod build;
mod chrome;
mod content;
mod fingerprint;
mod pictures;
mod process;
mod project;
mod say;
mod serve;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use lexopt::{Arg, Parser};

/// One task: its name, one line about it, and what it does with the rest of the command line.
struct Task {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&mut Parser) -> Result<(), Failure>,
}

#[rustfmt::skip]
const TASKS: &[Task] = &[
    Task { name: "serve", usage: "[--port N] [--at /some/path/] [--no-build]", about: "build the site and serve it on this machine", run: serve::run },
    Task { name: "build", usage: "", about: "build the finished site into dist/", run: build::run },
    Task { name: "test", usage: "[step ..]", about: "everything that must hold, in order, with a summary", run: test::run },
    Task { name: "check", usage: "", about: "read all content and list every problem", run: content::check },
    Task { name: "report", usage: "[--signs | --drugs] [--json]", about: "pages, reading levels, sources, seed facts; signs or drugs and where they stand", run: content::report },
    Task { name: "ids", usage: "[--release]", about: "give every block without a name one, or lock the names that are published", run: content::ids },
    Task { name: "new-page", usage: "<part> <id>", about: "begin a page of the guide", run: content::new_page },
    Task { name: "trace", usage: "<page> | --all | --sources <page>", about: "write or refresh the side file that says where each sentence comes from", run: content::trace },
    Task { name: "bench", usage: "[--routes a,b] [--runs 5] [--json file] [--growth 1,10,100] [--only loads,visits,growth,notes] [--quick]", about: "bytes, first paint, ready, next page, coming back, on a slow link and a fast one", run: bench::run },
    Task { name: "pictures", usage: "[--no-build]", about: "make the pictures of the site for the README and the manifest", run: pictures::run },
    Task { name: "tidy", usage: "", about: "the house rules, with their reasons", run: tidy::run },
    Task { name: "tools", usage: "[--install]", about: "which tools are here, and which are missing", run: tools::run },
];

/// Why a task ended early. Each has said, or says, what to do.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// Everything there is to say has been printed.
    #[error("")]
    Told,
    /// The command line was wrong.
    #[error("{0}\n    `cargo xtask help` lists the tasks and their options")]
    Usage(#[from] lexopt::Error),
    /// A tool is missing and could not be installed.
    #[error(transparent)]
    Tool(#[from] tools::ToolError),
    /// A program could not be started.
    #[error(transparent)]
    Process(#[from] process::ProcessError),
    /// The server did not start.
    #[error(transparent)]
    Host(#[from] bearings_host::HostError),
    /// The content could not be changed as asked.
    #[error(transparent)]
    Content(#[from] bearings_content::EditError),
    /// Chromium did not do its part.
    #[error(transparent)]
    Chrome(#[from] chrome::ChromeError),
    /// A picture could not be written smaller.
    #[error(transparent)]
    Picture(#[from] pictures::PictureError),
    /// What is measured could not be served.
    #[error(transparent)]
    Warm(#[from] bench::WarmError),
    /// A file could not be read or written.
    #[error(transparent)]
    Project(#[from] project::ProjectError),
}

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let text = failure.to_string();
            if !text.is_empty() {
                eprintln!("error: {text}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<(), Failure> {
    let mut parser = Parser::from_env();
    project::enter()?;
    let name = match parser.next()? {
        Some(Arg::Value(name)) => name.to_string_lossy().into_owned(),
        Some(Arg::Long("help") | Arg::Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    if name == "help" {
        help();
        return Ok(());
    }
    match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(&mut parser),
        None => Err(lexopt::Error::from(format!("there is no task `{name}`")).into()),
    }
}

fn help() {
    println!("cargo xtask <task>\n");
    for task in TASKS {
        println!("  {:<9} {}", task.name, task.about);
        if !task.usage.is_empty() {
            println!("  {:<9}   {} {}", "", task.name, task.usage);
        }
    }
}

/// Refuses whatever is left on the command line.
fn no_more(parser: &mut Parser) -> Result<(), Failure> {
    match parser.next()? {
        None => Ok(()),
        Some(arg) => Err(arg.unexpected().into()),
    }
}
