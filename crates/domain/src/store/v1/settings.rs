//! The settings in version 1.

use super::super::Damage;
use super::super::ladder::Wire;
use super::time;
use crate::json::{Malformed, Reader, write_number, write_text};
use crate::settings::{HowMuch, InstallOffer, Region, Setting, TextSize, Theme};

/// A choice among names, empty for unset, and when it was made.
type Name = (String, u64);

pub(in crate::store) struct Settings {
    theme: Name,
    /// Per cent; 0 for unset.
    size: (u16, u64),
    how_much: Name,
    /// This and what follows are in a record only when one of them was ever set.
    region: Name,
    install: Name,
}

impl Wire for Settings {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"theme":["#);
        write_name(out, &self.theme);
        out.push_str(r#","size":["#);
        write_number(out, self.size.0.into());
        end(out, self.size.1);
        out.push_str(r#","how_much":["#);
        write_name(out, &self.how_much);
        if [&self.region, &self.install] != [&Name::default(); 2] {
            out.push_str(r#","region":["#);
            write_name(out, &self.region);
            out.push_str(r#","install":["#);
            write_name(out, &self.install);
        }
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"theme":["#)?;
        let theme = read_name(reader)?;
        reader.sign(r#","size":["#)?;
        let size = (reader.number()?, read_end(reader)?);
        reader.sign(r#","how_much":["#)?;
        let how_much = read_name(reader)?;
        let (mut region, mut install) = Default::default();
        if reader.has(r#","region":["#) {
            region = read_name(reader)?;
            reader.sign(r#","install":["#)?;
            install = read_name(reader)?;
        }
        reader.sign("}")?;
        Ok(Self {
            theme,
            size,
            how_much,
            region,
            install,
        })
    }
}

fn write_name(out: &mut String, name: &Name) {
    write_text(out, &name.0);
    end(out, name.1);
}

fn read_name(reader: &mut Reader) -> Result<Name, Malformed> {
    Ok((reader.text()?, read_end(reader)?))
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
        let size = settings.text_size.get().map_or(0, TextSize::percent);
        Self {
            theme: name(settings.theme, Theme::name),
            size: (size, settings.text_size.at().0),
            how_much: name(settings.how_much, HowMuch::name),
            region: name(settings.region, Region::name),
            install: name(settings.install, InstallOffer::name),
        }
    }
}

impl TryFrom<Settings> for crate::Settings {
    type Error = Damage;

    fn try_from(wire: Settings) -> Result<Self, Damage> {
        let size = wire.size;
        Ok(Self {
            theme: named(&wire.theme, Theme::parse)?,
            text_size: setting(size.0 == 0, TextSize::parse(size.0), size.1)?,
            how_much: named(&wire.how_much, HowMuch::parse)?,
            region: named(&wire.region, Region::parse)?,
            install: named(&wire.install, InstallOffer::parse)?,
            ..Self::default()
        })
    }
}

fn name<T: Copy + Ord>(setting: Setting<T>, name: fn(T) -> &'static str) -> Name {
    (setting.get().map_or("", name).to_owned(), setting.at().0)
}

fn named<T: Copy + Ord>(name: &Name, parse: fn(&str) -> Option<T>) -> Result<Setting<T>, Damage> {
    setting(name.0.is_empty(), parse(&name.0), name.1)
}

fn setting<T: Copy + Ord>(is_unset: bool, value: Option<T>, at: u64) -> Result<Setting<T>, Damage> {
    if value.is_some() || is_unset {
        Ok(Setting::from_parts(value, time(at)?))
    } else {
        Err(Damage::Value)
    }
}
