//! How a person wants the app to be.
//!
//! Everything is optional: what has never been set follows the device or the default. Each
//! setting is merged for itself, the last word counting, so that a theme chosen in one tab and a
//! text size chosen in another are both kept.

mod look;

use crate::Millis;

pub use look::{Column, Face, Letters, Lines, Motion, TextSize, Theme};

/// How much a person wants to know of hard topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HowMuch {
    /// Nothing of *Choose to read* is offered.
    NotNow,
    /// It is offered, and asked about each time. What holds when nothing was said.
    #[default]
    AskMe,
    /// It is shown like any page.
    ShowMe,
}

impl HowMuch {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::NotNow, Self::AskMe, Self::ShowMe];

    /// The name in stored records and in attributes of the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotNow => "not-now",
            Self::AskMe => "ask-me",
            Self::ShowMe => "show-me",
        }
    }

    /// The answer of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }
}

/// The country whose words the guide uses where countries differ: paracetamol, or acetaminophen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// As in the United Kingdom and Ireland.
    Uk,
    /// As in the United States and Canada.
    Us,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 2] = [Self::Uk, Self::Us];

    /// The name in stored records and in attributes of the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::Us => "us",
        }
    }

    /// The region of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.name() == name)
    }
}

/// What a person said to the offer to put the guide on the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstallOffer {
    /// No: it is never made again.
    Declined,
}

impl InstallOffer {
    /// The name in stored records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Declined => "no",
        }
    }

    /// The answer of this name.
    pub fn parse(name: &str) -> Option<Self> {
        (name == Self::Declined.name()).then_some(Self::Declined)
    }
}

/// One setting: what was chosen, if anything, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting<T> {
    // The order of the fields makes `Ord` "the last word is the greatest"; `merge` relies on it.
    at: Millis,
    value: Option<T>,
}

impl<T> Default for Setting<T> {
    fn default() -> Self {
        Self {
            at: Millis(0),
            value: None,
        }
    }
}

impl<T: Copy + Ord> Setting<T> {
    pub(crate) fn from_parts(value: Option<T>, at: Millis) -> Self {
        Self { at, value }
    }

    /// What was chosen; nothing if it was never chosen or the choice was taken back.
    pub fn get(self) -> Option<T> {
        self.value
    }

    /// When it was last chosen or taken back; 0 for never.
    pub fn at(self) -> Millis {
        self.at
    }

    /// Chooses, or takes the choice back. Returns whether that changed anything.
    pub fn set(&mut self, value: Option<T>, now: Millis) -> bool {
        let has_changed = self.value != value;
        if has_changed {
            *self = Self::from_parts(value, now.after(self.at));
        }
        has_changed
    }
}

/// The settings of one person on one device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The colours; unset they follow the device.
    pub theme: Setting<Theme>,
    /// The size of the text; unset it is the browser's.
    pub text_size: Setting<TextSize>,
    /// The room between lines; unset it is ours.
    pub lines: Setting<Lines>,
    /// The room between letters and words; unset it is that of the face.
    pub letters: Setting<Letters>,
    /// How long lines are; unset they have about 65 letters.
    pub column: Setting<Column>,
    /// The face of the letters; unset headings have serifs and text has none.
    pub face: Setting<Face>,
    /// Whether anything may move; unset as the device says.
    pub motion: Setting<Motion>,
    /// How much the person wants to know: see [`Settings::how_much`].
    pub how_much: Setting<HowMuch>,
    /// The country whose words the guide uses; unset it says both.
    pub region: Setting<Region>,
    /// What was said to the offer to install; unset it may be made.
    pub install: Setting<InstallOffer>,
}

impl Settings {
    /// How much the person wants to know, or the default: whoever lists, links or prints pages of
    /// *Choose to read* asks here. It says nothing about anybody's health.
    pub fn how_much(&self) -> HowMuch {
        self.how_much.get().unwrap_or_default()
    }

    /// What two tabs know together: the last word on each setting.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        Self {
            theme: self.theme.max(other.theme),
            text_size: self.text_size.max(other.text_size),
            lines: self.lines.max(other.lines),
            letters: self.letters.max(other.letters),
            column: self.column.max(other.column),
            face: self.face.max(other.face),
            motion: self.motion.max(other.motion),
            how_much: self.how_much.max(other.how_much),
            region: self.region.max(other.region),
            install: self.install.max(other.install),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
