//! The kinds of records.

/// What kind of thing a record holds, of which there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The position in the text: [`Position`](crate::Position).
    Position,
    /// The pages read and the pace: [`Progress`](crate::Progress).
    Progress,
    /// How the app should be: [`Settings`](crate::Settings).
    Settings,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Position, Self::Progress, Self::Settings];

    /// The name in keys and envelopes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Position => "place",
            Self::Progress => "progress",
            Self::Settings => "settings",
        }
    }

    /// The version that is written today. Moving it asks for a rung in `ladder` and for
    /// fixtures.
    pub const fn version(self) -> u32 {
        match self {
            Self::Position | Self::Progress => 1,
            Self::Settings => 2,
        }
    }
}

/// What kind of thing a person wrote. Each has a record of its own, so that two tabs at work on
/// two of them never meet, and damage to one stays there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A note.
    Note,
    /// A visit, planned or past.
    Visit,
    /// A question for the care team.
    Question,
    /// A card to carry.
    Card,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Note, Self::Visit, Self::Question, Self::Card];

    /// The name in keys and envelopes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Visit => "visit",
            Self::Question => "question",
            Self::Card => "card",
        }
    }

    /// The version that is written today. All kinds have the same form: what tells them apart is
    /// the names of their texts, and new names need no new version.
    pub const fn version(self) -> u32 {
        1
    }
}
