//! What was asked for, and what was answered.

/// One request that reached the server, in the order of arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET`, `HEAD`, or what else was tried.
    pub method: String,
    /// The path below the prefix with no leading slash; with one if it lay outside the prefix.
    pub path: String,
    /// The query, without its question mark; empty if there was none.
    pub query: String,
    /// The status of the answer; `None` if the server was told to hang.
    pub status: Option<u16>,
    /// The media type of the answer, without parameters; empty if there was no body.
    pub mime: String,
    /// Bytes of body in the answer as it was encoded, headers not counted.
    pub bytes: usize,
}
