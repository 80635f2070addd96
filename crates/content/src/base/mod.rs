//! What every layer uses.

pub(crate) mod alphabet;
pub(crate) mod date;
pub(crate) mod problem;
