//! How pages look: what can be chosen, and what `<html>` says of it.

use super::{HowMuch, Region, Setting, Settings};
use crate::Millis;

/// Makes an enum whose values have names: those of stored records, of controls and, after the name
/// of the setting, of `<html data-look>`. A name that was released never changes.
macro_rules! named {
    ($(#[$about:meta])* $choice:ident { $($(#[$one:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $choice {
            $($(#[$one])* $value,)*
        }

        impl $choice {
            /// Every value, but for what holds when nothing was chosen.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The names of all values.
            const NAMES: &[&str] = &[$($name),*];

            /// The name in stored records and in what the page says.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)*
                }
            }

            /// The value of this name.
            pub fn parse(name: &str) -> Option<Self> {
                let at = Self::NAMES.iter().position(|known| *known == name)?;
                Self::ALL.get(at).copied()
            }
        }
    };
}

named! {
    /// The colours of the app.
    Theme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
        /// Dim amber, for reading in bed.
        Night = "night",
        /// Black and white, with borders that can be seen.
        Contrast = "contrast",
    }
}

impl Theme {
    /// The colours of the paper, on a device with light colours and on one with dark ones: the
    /// browser draws what is around the page in them.
    pub const fn papers(theme: Option<Self>) -> [&'static str; 2] {
        const LIGHT: &str = "#fbf7ef";
        const DARK: &str = "#131a19";
        match theme {
            None => [LIGHT, DARK],
            Some(Self::Light) => [LIGHT; 2],
            Some(Self::Dark) => [DARK; 2],
            Some(Self::Night) => ["#100a04"; 2],
            Some(Self::Contrast) => ["#fff", "#000"],
        }
    }
}

named! {
    /// The room between lines.
    Lines {
        /// More of it.
        Loose = "loose",
        /// Much more of it.
        Looser = "looser",
    }
}

named! {
    /// The room between letters, and between words.
    Letters {
        /// More of it.
        Loose = "loose",
        /// As much as the guidelines for accessible text ask a page to bear.
        Looser = "looser",
    }
}

named! {
    /// How long the lines are.
    Column {
        /// About 45 letters.
        Narrow = "narrow",
        /// As wide as the window, up to about 100 letters.
        Wide = "wide",
    }
}

named! {
    /// The face of the letters. Each is one that the device has.
    Face {
        /// Without serifs, headings too.
        Sans = "sans",
        /// With serifs, the text too.
        Serif = "serif",
    }
}

named! {
    /// Whether anything moves.
    Motion {
        /// Nothing does, whatever the device says.
        Less = "less",
    }
}

/// The size of the text, in per cent of the size that the browser is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes that are offered above the usual one, and their names: with the browser's own zoom
    /// at 200 per cent the largest is four times the usual.
    const STEPS: [(u16, &str); 5] = [
        (115, "115"),
        (130, "130"),
        (150, "150"),
        (175, "175"),
        (200, "200"),
    ];

    /// A size from 50 to 400 per cent; nothing else can be read.
    pub fn parse(percent: u16) -> Option<Self> {
        (50..=400).contains(&percent).then_some(Self(percent))
    }

    /// Per cent of the size that the browser is set to.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// The largest step that is not above this size; nothing for the usual size.
    pub fn step(self) -> Option<&'static str> {
        let mut steps = Self::STEPS.iter().rev();
        steps.find(|(least, _)| *least <= self.0).map(|step| step.1)
    }

    /// The step of this name.
    fn of_step(name: &str) -> Option<Self> {
        let step = Self::STEPS.iter().find(|step| step.1 == name);
        step.map(|step| Self(step.0))
    }
}

impl Settings {
    /// Every setting of the place *Settings*, by its name, with the names that can be chosen: the
    /// first is empty, for what holds when nothing was chosen.
    pub const OFFERED: [(&str, &[&str]); 9] = [
        ("theme", &["", "light", "dark", "night", "contrast"]),
        ("size", &["", "115", "130", "150", "175", "200"]),
        ("lines", &["", "loose", "looser"]),
        ("letters", &["", "loose", "looser"]),
        ("column", &["", "narrow", "wide"]),
        ("face", &["", "sans", "serif"]),
        ("motion", &["", "less"]),
        ("region", &["", "uk", "us"]),
        ("how-much", &["", "not-now", "show-me"]),
    ];

    /// What is chosen for the setting of this name; empty for what holds when nothing was.
    pub fn chosen(&self, setting: &str) -> &'static str {
        let name = match setting {
            "theme" => self.theme.get().map(Theme::name),
            "size" => self.text_size.get().and_then(TextSize::step),
            "lines" => self.lines.get().map(Lines::name),
            "letters" => self.letters.get().map(Letters::name),
            "column" => self.column.get().map(Column::name),
            "face" => self.face.get().map(Face::name),
            "motion" => self.motion.get().map(Motion::name),
            "region" => self.region.get().map(Region::name),
            "how-much" => Some(self.how_much())
                .filter(|how_much| *how_much != HowMuch::default())
                .map(HowMuch::name),
            _ => None,
        };
        name.unwrap_or_default()
    }

    /// Chooses for the setting of this name what has that name; nothing where there is none.
    pub fn choose(&mut self, setting: &str, name: &str, now: Millis) {
        match setting {
            "theme" => self.theme.set(Theme::parse(name), now),
            "size" => self.text_size.set(TextSize::of_step(name), now),
            "lines" => self.lines.set(Lines::parse(name), now),
            "letters" => self.letters.set(Letters::parse(name), now),
            "column" => self.column.set(Column::parse(name), now),
            "face" => self.face.set(Face::parse(name), now),
            "motion" => self.motion.set(Motion::parse(name), now),
            "region" => self.region.set(Region::parse(name), now),
            "how-much" => self.how_much.set(HowMuch::parse(name), now),
            _ => false,
        };
    }

    /// Chooses everything that is offered as it is in `other`: all of it anew, or back again.
    pub fn choose_as(&mut self, other: &Self, now: Millis) {
        fn set<T: Copy + Ord>(here: &mut Setting<T>, there: Setting<T>, now: Millis) {
            here.set(there.get(), now);
        }
        set(&mut self.theme, other.theme, now);
        set(&mut self.text_size, other.text_size, now);
        set(&mut self.lines, other.lines, now);
        set(&mut self.letters, other.letters, now);
        set(&mut self.column, other.column, now);
        set(&mut self.face, other.face, now);
        set(&mut self.motion, other.motion, now);
        set(&mut self.region, other.region, now);
        set(&mut self.how_much, other.how_much, now);
    }

    /// What `<html data-look>` says: a word for each choice that changes how pages look, such as
    /// `theme-night size-150`; nothing when all is as it is at first. `styles/look.css` has a rule
    /// for each word. A stored record has it too, so that `first.js` need not know how it comes
    /// about.
    pub fn look(&self) -> String {
        let mut look = String::new();
        for (setting, _) in Self::OFFERED {
            let name = self.chosen(setting);
            if !name.is_empty() {
                if !look.is_empty() {
                    look.push(' ');
                }
                look.push_str(setting);
                look.push('-');
                look.push_str(name);
            }
        }
        look
    }
}

#[cfg(test)]
mod tests;
