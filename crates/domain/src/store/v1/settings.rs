//! The settings in version 1.

use super::super::Damage;
use super::super::ladder::Wire;
use super::time;
use crate::json::{Malformed, Reader, write_number, write_text};
use crate::settings::{HowMuch, Setting, TextSize, Theme};

pub(in crate::store) struct Settings {
    /// Empty for unset.
    theme: (String, u64),
    /// Per cent; 0 for unset.
    size: (u16, u64),
    /// Empty for unset.
    how_much: (String, u64),
}

impl Wire for Settings {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"theme":["#);
        write_text(out, &self.theme.0);
        end(out, self.theme.1);
        out.push_str(r#","size":["#);
        write_number(out, self.size.0.into());
        end(out, self.size.1);
        out.push_str(r#","how_much":["#);
        write_text(out, &self.how_much.0);
        end(out, self.how_much.1);
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"theme":["#)?;
        let theme = (reader.text()?, read_end(reader)?);
        reader.sign(r#","size":["#)?;
        let size = (reader.number()?, read_end(reader)?);
        reader.sign(r#","how_much":["#)?;
        let how_much = (reader.text()?, read_end(reader)?);
        reader.sign("}")?;
        Ok(Self {
            theme,
            size,
            how_much,
        })
    }
}

fn end(out: &mut String, at: u64) {
    out.push(',');
    write_number(out, at);
    out.push(']');
}

fn read_end(reader: &mut Reader) -> Result<u64, Malformed> {
    reader.sign(",")?;
    let at = reader.number()?;
    reader.sign("]")?;
    Ok(at)
}

impl From<&crate::Settings> for Settings {
    fn from(settings: &crate::Settings) -> Self {
        let theme = settings.theme.get().map_or("", Theme::name);
        let size = settings.text_size.get().map_or(0, TextSize::percent);
        let how_much = settings.how_much.get().map_or("", HowMuch::name);
        Self {
            theme: (theme.to_owned(), settings.theme.at().0),
            size: (size, settings.text_size.at().0),
            how_much: (how_much.to_owned(), settings.how_much.at().0),
        }
    }
}

impl TryFrom<Settings> for crate::Settings {
    type Error = Damage;

    fn try_from(wire: Settings) -> Result<Self, Damage> {
        let (theme, size, how_much) = (wire.theme, wire.size, wire.how_much);
        Ok(Self {
            theme: setting(theme.0.is_empty(), Theme::parse(&theme.0), theme.1)?,
            text_size: setting(size.0 == 0, TextSize::parse(size.0), size.1)?,
            how_much: setting(
                how_much.0.is_empty(),
                HowMuch::parse(&how_much.0),
                how_much.1,
            )?,
        })
    }
}

fn setting<T: Copy + Ord>(is_unset: bool, value: Option<T>, at: u64) -> Result<Setting<T>, Damage> {
    if value.is_some() || is_unset {
        Ok(Setting::from_parts(value, time(at)?))
    } else {
        Err(Damage::Value)
    }
}
