//! Pieces of the program that are fetched when they are first used.
//!
//! There is one program, and every page loads its main part. What few people use on few pages is a
//! chunk: code in a file of its own, and the texts that only this code says in another. Any page
//! can ask for any chunk; a route names only what is fetched along with its page.

use crate::{Destination, Route, Text};

/// A piece of the program with what it can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Notes, all that is kept on this device (backup, the way back, erasing), and the settings.
    Tools,
    /// Search in the guide.
    Search,
}

impl Chunk {
    /// Every chunk.
    pub const ALL: [Self; 2] = [Self::Tools, Self::Search];

    /// Its name: in the names of its files, and in `web/chunks.js`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tools => "tools",
            Self::Search => "search",
        }
    }

    /// How the keys of the texts begin that only this chunk says.
    const fn groups(self) -> &'static [&'static str] {
        match self {
            Self::Tools => &[
                "backup-",
                "erase-",
                "framed-",
                "kind-",
                "notes-",
                "offline-",
                "readable-",
                "restore-",
                "seal-",
                "settings-",
            ],
            Self::Search => &["search-"],
        }
    }
}

impl Text {
    /// The chunk that this text comes with; `None` for what every page can say.
    pub fn chunk(self) -> Option<Chunk> {
        let is_of = |chunk: &Chunk| {
            let mut groups = chunk.groups().iter();
            groups.any(|group| self.name().starts_with(group))
        };
        Chunk::ALL.into_iter().find(is_of)
    }
}

impl Route {
    /// The chunk that this place uses as soon as it is shown, so that it is fetched side by side
    /// with the program.
    pub const fn chunk(&self) -> Option<Chunk> {
        match self.to {
            Destination::Notes | Destination::Device | Destination::Settings => Some(Chunk::Tools),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_chunks_lead_back_to_them() {
        for chunk in Chunk::ALL {
            let named = Chunk::ALL
                .into_iter()
                .filter(|other| other.name() == chunk.name());
            assert_eq!(
                named.count(),
                1,
                "two chunks share the name {}",
                chunk.name()
            );
        }
    }

    #[test]
    fn every_group_of_a_chunk_has_texts() {
        for group in Chunk::ALL.into_iter().flat_map(Chunk::groups) {
            let mut all = Text::ALL.iter();
            assert!(
                all.any(|text| text.name().starts_with(group)),
                "no text begins with {group}; take it out of `groups`"
            );
        }
    }
}
