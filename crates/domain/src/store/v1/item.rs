//! An item in version 1. The versions of the item have nothing to do with the version of the form.

use super::super::Damage;
use super::super::ladder::Wire;
use super::time;
use crate::items::{Field, Seen, Stamp, Version, Writer};
use crate::json::{Malformed, Reader, write_list, write_number, write_text};
use crate::{FieldName, ItemId};

/// More versions than this that do not know of each other were not made by people. Looking
/// through them takes the square of their number.
const MOST_VERSIONS: usize = 1_000;

pub(in crate::store) struct Item {
    id: String,
    /// Milliseconds since 1970; 0 for never.
    deleted: u64,
    versions: Vec<WireVersion>,
}

struct WireVersion {
    stamp: WireStamp,
    /// Milliseconds since 1970.
    created: u64,
    /// In the order of writers and branches.
    base: Vec<WireStamp>,
    /// In the order of the names.
    fields: Vec<WireField>,
}

struct WireField {
    name: String,
    changed: WireStamp,
    text: String,
}

/// Milliseconds since 1970, writer, branch.
type WireStamp = (u64, u64, u32);

impl Wire for Item {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"id":"#);
        write_text(out, &self.id);
        out.push_str(r#","deleted":"#);
        write_number(out, self.deleted);
        out.push_str(r#","versions":"#);
        write_list(out, &self.versions, |out, version| {
            out.push_str(r#"{"stamp":"#);
            write_stamp(out, &version.stamp);
            out.push_str(r#","created":"#);
            write_number(out, version.created);
            out.push_str(r#","base":"#);
            write_list(out, &version.base, write_stamp);
            out.push_str(r#","fields":"#);
            write_list(out, &version.fields, |out, field| {
                out.push('[');
                write_text(out, &field.name);
                out.push(',');
                write_stamp(out, &field.changed);
                out.push(',');
                write_text(out, &field.text);
                out.push(']');
            });
            out.push('}');
        });
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"id":"#)?;
        let id = reader.text()?;
        reader.sign(r#","deleted":"#)?;
        let deleted = reader.number()?;
        reader.sign(r#","versions":"#)?;
        let versions = reader.list(read_version)?;
        reader.sign("}")?;
        Ok(Self {
            id,
            deleted,
            versions,
        })
    }
}

fn read_version(reader: &mut Reader) -> Result<WireVersion, Malformed> {
    reader.sign(r#"{"stamp":"#)?;
    let stamp = read_stamp(reader)?;
    reader.sign(r#","created":"#)?;
    let created = reader.number()?;
    reader.sign(r#","base":"#)?;
    let base = reader.list(read_stamp)?;
    reader.sign(r#","fields":"#)?;
    let fields = reader.list(|reader| {
        reader.sign("[")?;
        let name = reader.text()?;
        reader.sign(",")?;
        let changed = read_stamp(reader)?;
        reader.sign(",")?;
        let text = reader.text()?;
        reader.sign("]")?;
        Ok(WireField {
            name,
            changed,
            text,
        })
    })?;
    reader.sign("}")?;
    Ok(WireVersion {
        stamp,
        created,
        base,
        fields,
    })
}

fn write_stamp(out: &mut String, (at, by, branch): &WireStamp) {
    write_list(out, [*at, *by, u64::from(*branch)], write_number);
}

fn read_stamp(reader: &mut Reader) -> Result<WireStamp, Malformed> {
    reader.sign("[")?;
    let at = reader.number()?;
    reader.sign(",")?;
    let by = reader.number()?;
    reader.sign(",")?;
    let branch = reader.number()?;
    reader.sign("]")?;
    Ok((at, by, branch))
}

impl From<&crate::Item> for Item {
    fn from(item: &crate::Item) -> Self {
        let wire = |stamp: &Stamp| (stamp.at.0, stamp.by.number(), stamp.branch);
        let field = |field: &Field| WireField {
            name: field.name.as_str().to_owned(),
            changed: wire(&field.changed),
            text: field.text.clone(),
        };
        let version = |version: &Version| WireVersion {
            stamp: wire(&version.stamp),
            created: version.created.0,
            base: version.base.iter().map(wire).collect(),
            fields: version.fields.iter().map(field).collect(),
        };
        Self {
            id: item.id().as_str().to_owned(),
            deleted: item.deleted_at().0,
            versions: item.versions().iter().map(version).collect(),
        }
    }
}

impl TryFrom<Item> for crate::Item {
    type Error = Damage;

    fn try_from(wire: Item) -> Result<Self, Damage> {
        if wire.versions.len() > MOST_VERSIONS {
            return Err(Damage::Value);
        }
        let versions = wire.versions.into_iter().map(version);
        Ok(Self::from_parts(
            ItemId::parse(&wire.id)?,
            time(wire.deleted)?,
            versions.collect::<Result<_, _>>()?,
        ))
    }
}

fn version(wire: WireVersion) -> Result<Version, Damage> {
    let stamp = stamp(wire.stamp)?;
    let mut base = Vec::new();
    for seen in wire.base {
        let seen = self::stamp(seen)?;
        check(seen.at < stamp.at)?;
        base.push(seen);
    }
    let mut fields = Vec::<Field>::new();
    for field in wire.fields {
        let name = FieldName::parse(&field.name)?;
        let changed = self::stamp(field.changed)?;
        let is_in_order = fields.last().is_none_or(|before| before.name < name);
        check(is_in_order && changed.at <= stamp.at)?;
        let text = field.text;
        fields.push(Field {
            name,
            changed,
            text,
        });
    }
    Ok(Version {
        stamp,
        created: time(wire.created)?,
        fields,
        base: Seen::from_sorted(base).ok_or(Damage::Value)?,
    })
}

fn stamp((at, by, branch): WireStamp) -> Result<Stamp, Damage> {
    check(by <= Writer::MAX)?;
    Ok(Stamp {
        at: time(at)?,
        by: Writer::new(by),
        branch,
    })
}

fn check(is_possible: bool) -> Result<(), Damage> {
    if is_possible {
        Ok(())
    } else {
        Err(Damage::Value)
    }
}
