//! What the command line asks for.

use std::path::PathBuf;

use crate::engine::{Engine, children, tools};

/// How to call the program.
pub const USAGE: &str = "journeys --dist <folder> [--engines chromium,firefox,webkit] \
    [--filter <text>] [--axe <file>] [--out <folder>] [--require-engines]";

/// What the command line asks for.
#[derive(Debug)]
pub struct Args {
    /// The folder with the finished site.
    pub dist: PathBuf,
    /// The engines to run in.
    pub engines: Vec<Engine>,
    /// Only journeys with this in their name.
    pub filter: String,
    /// Where `axe.min.js` is.
    pub axe: Option<PathBuf>,
    /// Where screenshots go.
    pub out: PathBuf,
    /// Whether something missing is a failure rather than a skip.
    pub strict: bool,
}

/// What is wrong with a command line.
#[derive(Debug, thiserror::Error)]
pub enum ArgsError {
    /// A word that means nothing here.
    #[error("`{0}` is not known here\n{USAGE}")]
    Unknown(String),
    /// A flag without its value.
    #[error("{0} needs a value\n{USAGE}")]
    Value(&'static str),
    /// No folder was named.
    #[error("--dist is missing\n{USAGE}")]
    NoDist,
}

impl Args {
    /// Reads the words after the program's name.
    pub fn read(words: impl IntoIterator<Item = String>) -> Result<Self, ArgsError> {
        let mut dist = None;
        let mut args = Self {
            dist: PathBuf::new(),
            engines: Engine::ALL.to_vec(),
            filter: String::new(),
            axe: None,
            out: PathBuf::from("target/journeys"),
            strict: std::env::var("CI").is_ok_and(|ci| ci == "true"),
        };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = |flag| words.next().ok_or(ArgsError::Value(flag));
            match word.as_str() {
                "--dist" => dist = Some(PathBuf::from(value("--dist")?)),
                "--engines" => args.engines = engines(&value("--engines")?)?,
                "--filter" => args.filter = value("--filter")?,
                "--axe" => args.axe = Some(PathBuf::from(value("--axe")?)),
                "--out" => args.out = PathBuf::from(value("--out")?),
                "--require-engines" => args.strict = true,
                _ => return Err(ArgsError::Unknown(word)),
            }
        }
        args.dist = dist.ok_or(ArgsError::NoDist)?;
        args.axe = args.axe.or_else(axe_from_tools);
        Ok(args)
    }
}

fn engines(list: &str) -> Result<Vec<Engine>, ArgsError> {
    let unknown = |name: &str| ArgsError::Unknown(name.to_owned());
    list.split(',')
        .map(|name| Engine::parse(name).ok_or_else(|| unknown(name)))
        .collect()
}

/// The newest axe-core among the installed tools.
fn axe_from_tools() -> Option<PathBuf> {
    let file = |tool: PathBuf| tool.join("node_modules/axe-core/axe.min.js");
    let is_axe = |path: &PathBuf| path.to_string_lossy().contains("npm-axe-core-");
    children(&tools())
        .into_iter()
        .rev()
        .filter(is_axe)
        .map(file)
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::{Args, ArgsError};
    use crate::engine::Engine;

    fn read(line: &str) -> Result<Args, ArgsError> {
        Args::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_full_line_is_understood() {
        let line = "--dist d --engines webkit,chromium --filter text --require-engines --axe a.js";
        let args = read(line).expect("every flag is known");
        assert_eq!(args.engines, [Engine::WebKit, Engine::Chromium]);
        assert_eq!((args.filter.as_str(), args.strict), ("text", true));
        assert_eq!(args.axe.as_deref(), Some("a.js".as_ref()));
    }

    #[test]
    fn a_slip_is_named() {
        assert!(
            matches!(read("--dist d --engines opera"), Err(ArgsError::Unknown(name)) if name == "opera")
        );
        assert!(matches!(read("--dist"), Err(ArgsError::Value("--dist"))));
        assert!(matches!(read("--engines firefox"), Err(ArgsError::NoDist)));
    }
}
