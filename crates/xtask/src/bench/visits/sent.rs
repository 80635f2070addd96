//! What a server has sent during one visit.

use std::collections::BTreeMap;

use bearings_host::Seen;

/// Requests in the order of their arrival.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// Each file with the bytes of the answer's body.
    pub(super) files: Vec<(String, u64)>,
}

impl Sent {
    /// What a server's log says.
    pub(super) fn of(log: &[Seen]) -> Self {
        let file = |seen: &Seen| (seen.path.clone(), seen.bytes as u64);
        Self {
            files: log.iter().map(file).collect(),
        }
    }

    /// How many requests.
    pub(super) fn requests(&self) -> u64 {
        self.files.len() as u64
    }

    /// All bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes).sum()
    }

    /// Files that were asked for more than once, also where the second answer was only that nothing
    /// has changed.
    pub(super) fn twice(&self) -> Vec<&str> {
        let mut times = BTreeMap::new();
        for (name, _) in &self.files {
            *times.entry(name.as_str()).or_insert(0) += 1;
        }
        let more = times.into_iter().filter(|(_, times)| *times > 1);
        more.map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use bearings_host::Seen;

    use super::Sent;

    fn seen(path: &str, status: u16, bytes: usize) -> Seen {
        Seen {
            method: "GET".to_owned(),
            path: path.to_owned(),
            query: String::new(),
            status: Some(status),
            mime: String::new(),
            bytes,
        }
    }

    #[test]
    fn a_file_that_is_asked_for_again_is_named_even_if_nothing_has_changed() {
        let log = [
            seen("index.html", 200, 900),
            seen("sw.js", 200, 3000),
            seen("index.html", 304, 0),
        ];
        let sent = Sent::of(&log);
        assert_eq!((sent.requests(), sent.bytes()), (3, 3900));
        assert_eq!(sent.twice(), ["index.html"]);
    }
}
