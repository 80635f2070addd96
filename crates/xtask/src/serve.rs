//! `cargo xtask serve`: the finished site on this machine.

use bearings_host::{HostError, Options, Server};
use lexopt::{Arg, Parser, ValueExt};

use crate::project::DIST;
use crate::{Failure, build};

/// Where we begin to look for a free port.
const PORT: u16 = 8080;

/// Builds, serves, prints the address, and stays until stopped.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    let (mut port, mut at, mut built) = (None, "/".to_owned(), false);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("port") => port = Some(parser.value()?.parse::<u16>()?),
            Arg::Long("at") => at = parser.value()?.to_string_lossy().into_owned(),
            Arg::Long("no-build") => built = true,
            other => return Err(other.unexpected().into()),
        }
    }
    if !built {
        build::site()?;
    }
    let server = match port {
        Some(port) => start(port, &at)?,
        None => on_a_free_port(&at)?,
    };
    println!("==> serving {DIST}/ at {} (Ctrl-C stops)", server.url());
    loop {
        std::thread::park();
    }
}

fn start(port: u16, at: &str) -> Result<Server, HostError> {
    Server::start(Options {
        prefix: at.to_owned(),
        port,
        ..Options::new(DIST)
    })
}

/// The usual port, or the next one that is free.
fn on_a_free_port(at: &str) -> Result<Server, HostError> {
    let mut port = PORT;
    loop {
        match start(port, at) {
            Err(HostError::Bind { .. }) if port < PORT + 100 => port += 1,
            result => return result,
        }
    }
}
