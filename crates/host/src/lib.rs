//! A static file server on loopback: what any plain host of the site does, and nothing more.
//!
//! `cargo xtask serve` shows the finished site with it. The browser journeys use the same server
//! with its test side: faults per file, a log of requests, another root while running, and a stop
//! that really closes every socket.
//!
//! ```text
//! server ─► site ─► answer ─► location, negotiate, mime, cache
//!                      └────► fault, habit, capture   body ◄─ answer
//! ```
//!
//! There are no rewrite rules: a path is a file, and `index.html` stands for a folder only at the
//! root of the site. A test may give it the habits of other hosts.

mod answer;
mod body;
mod cache;
mod capture;
pub mod compress;
mod fault;
mod habit;
mod location;
mod log;
mod mime;
mod negotiate;
mod pattern;
mod server;
mod site;

#[cfg(test)]
mod testing;

pub use fault::Fault;
pub use habit::Habit;
pub use log::Seen;
pub use server::{HostError, Options, Server};
