//! Checks the content of a repository and prints every problem, or the report when there is none.
//!
//! `cargo run -p bearings-content --example check [repository] [--report]`

use std::path::PathBuf;
use std::process::ExitCode;

use bearings_content::{Dirs, check, report};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = arguments.iter().find(|argument| !argument.starts_with('-'));
    let dirs = Dirs::of_repository(&root.map_or_else(|| PathBuf::from("."), PathBuf::from));
    if arguments.iter().any(|argument| argument == "--report") {
        println!("{}", report(&dirs));
        return ExitCode::SUCCESS;
    }
    match check(&dirs) {
        Ok(report) => {
            println!("{}", report.summary());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            println!("{problems}\n\n{} problems", problems.list().len());
            ExitCode::FAILURE
        }
    }
}
