//! The wire types of version 2, which only the settings have. Frozen: nothing here changes any more.
//!
//! ```json
//! {"look":"theme-night size-130","theme":["night",1795363200000],"size":["130",1795363200000],
//!   "lines":["",0],..,"install":["",0]}
//! ```
//!
//! The fields are in this order, without spaces, and all of them are there. `look` says again what
//! the others say: `first.js` reads it before the first paint, and nobody else does.

use super::Damage;
use super::ladder::Wire;
use super::v1::time;
use crate::json::{Malformed, Reader, write_number, write_text};
use crate::settings::{
    Column, Face, HowMuch, InstallOffer, Letters, Lines, Motion, Region, Setting, TextSize, Theme,
};

/// The settings, in their order.
const FIELDS: [&str; 10] = [
    "theme", "size", "lines", "letters", "column", "face", "motion", "how_much", "region",
    "install",
];

pub(super) struct Settings {
    look: String,
    /// What was chosen, empty for unset, and when: for each of [`FIELDS`].
    choices: [(String, u64); FIELDS.len()],
}

impl Wire for Settings {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"look":"#);
        write_text(out, &self.look);
        for (field, (name, at)) in FIELDS.iter().zip(&self.choices) {
            out.push_str(&start(field));
            write_text(out, name);
            out.push(',');
            write_number(out, *at);
            out.push(']');
        }
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"look":"#)?;
        let look = reader.text()?;
        let mut choices = <[(String, u64); FIELDS.len()]>::default();
        for (field, choice) in FIELDS.iter().zip(&mut choices) {
            reader.sign(&start(field))?;
            choice.0 = reader.text()?;
            reader.sign(",")?;
            choice.1 = reader.number()?;
            reader.sign("]")?;
        }
        reader.sign("}")?;
        Ok(Self { look, choices })
    }
}

fn start(field: &str) -> String {
    [",\"", field, "\":["].concat()
}

impl From<&crate::Settings> for Settings {
    fn from(settings: &crate::Settings) -> Self {
        let size = settings.text_size;
        let percent = size.get().map(|size| size.percent().to_string());
        Self {
            look: settings.look(),
            choices: [
                name(settings.theme, Theme::name),
                (percent.unwrap_or_default(), size.at().0),
                name(settings.lines, Lines::name),
                name(settings.letters, Letters::name),
                name(settings.column, Column::name),
                name(settings.face, Face::name),
                name(settings.motion, Motion::name),
                name(settings.how_much, HowMuch::name),
                name(settings.region, Region::name),
                name(settings.install, InstallOffer::name),
            ],
        }
    }
}

impl TryFrom<Settings> for crate::Settings {
    type Error = Damage;

    fn try_from(wire: Settings) -> Result<Self, Damage> {
        let percent = |text: &str| TextSize::parse(text.parse().ok()?);
        let [
            theme,
            size,
            lines,
            letters,
            column,
            face,
            motion,
            how_much,
            region,
            install,
        ] = &wire.choices;
        Ok(Self {
            theme: named(theme, Theme::parse)?,
            text_size: named(size, percent)?,
            lines: named(lines, Lines::parse)?,
            letters: named(letters, Letters::parse)?,
            column: named(column, Column::parse)?,
            face: named(face, Face::parse)?,
            motion: named(motion, Motion::parse)?,
            how_much: named(how_much, HowMuch::parse)?,
            region: named(region, Region::parse)?,
            install: named(install, InstallOffer::parse)?,
        })
    }
}

fn name<T: Copy + Ord>(setting: Setting<T>, name: fn(T) -> &'static str) -> (String, u64) {
    (setting.get().map_or("", name).to_owned(), setting.at().0)
}

fn named<T: Copy + Ord>(
    (name, at): &(String, u64),
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Setting<T>, Damage> {
    let value = parse(name);
    if value.is_none() && !name.is_empty() {
        return Err(Damage::Value);
    }
    Ok(Setting::from_parts(value, time(*at)?))
}
