//! Reading a backup: all of it or nothing.

use super::names::Names;
use super::write::{END, SUM, counts};
use super::{Backup, BackupError, Kept, LIMIT, Record, START, Unread, Unreadable, VERSION};
use crate::json::{Malformed, Reader, read_all};
use crate::store::{Read, Slot, StoreError, Stored, checksum};
use crate::{Item, Millis};

/// A time that no clock will come to tell, with room above it: whatever a person does with a
/// record from a file must be able to count as later.
const LATEST: Millis = Millis(8_000_000_000_000_000);
/// The most bytes of a record that there is one of: reading takes the square of its length. Three
/// thousand pages have room in it.
const MOST_BYTES: usize = 256 * 1024;
/// The most versions and the most texts that an item can have come to by being written.
const MOST_VERSIONS: usize = 100;
const MOST_TEXTS: usize = 2_000;

impl Backup {
    /// A backup from the text of a file. No text makes this panic or take long.
    pub fn read(text: &str) -> Result<Self, BackupError> {
        if text.len() > LIMIT {
            return Err(BackupError::TooLarge { bytes: text.len() });
        }
        // What programs put around a text that they save.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.trim_matches([' ', '\n', '\r', '\t']);
        if text.is_empty() {
            return Err(BackupError::Empty);
        }
        match version(text)? {
            1 => v1(text),
            version if version > VERSION => Err(BackupError::Newer { version }),
            _ => Err(BackupError::Damaged),
        }
    }

    /// When it was made, if that is a time that a clock can tell.
    pub fn date(&self) -> Option<Millis> {
        (self.made <= LATEST).then_some(self.made)
    }

    /// How many records of this kind could be read; the name is a kind's.
    pub fn count(&self, kind_name: &str) -> usize {
        let records = self.records.iter();
        records
            .filter(|kept| kept.slot.kind_name() == kind_name)
            .count()
    }
}

fn version(text: &str) -> Result<u32, BackupError> {
    let Some(rest) = text.strip_prefix(START) else {
        return Err(if is_deformed(text) {
            BackupError::Damaged
        } else {
            BackupError::NotOurs
        });
    };
    let end = rest.find(|sign: char| !sign.is_ascii_digit());
    let (digits, rest) = end
        .and_then(|end| rest.split_at_checked(end))
        .ok_or(BackupError::Damaged)?;
    if digits.is_empty() || !rest.starts_with(',') {
        return Err(BackupError::Damaged);
    }
    // More digits than fit are a very new version.
    Ok(digits.parse().unwrap_or(u32::MAX))
}

/// Whether a text that does not begin like a backup was one: cut off at once, or set out anew by
/// another program.
fn is_deformed(text: &str) -> bool {
    let fields = read_all(text, Reader::fields).unwrap_or_default();
    let field = |name: &str| fields.iter().find(|(known, _)| known == name);
    START.starts_with(text)
        || field("app").is_some_and(|(_, raw)| *raw == r#""bearings""#) && field("backup").is_some()
}

fn v1(text: &str) -> Result<Backup, BackupError> {
    let (covered, sum) = split(text).ok_or(BackupError::Damaged)?;
    if checksum(covered) != sum {
        return Err(BackupError::Damaged);
    }
    let (made, build, counted, records) =
        read_all(covered, body).map_err(|Malformed| BackupError::Damaged)?;
    if records.is_empty() {
        return Err(BackupError::Empty);
    }
    let names = Names::of(records.iter().map(|record| record.name.as_str()));
    let counts = counts(&records);
    let is_count = |(kind, count): (&str, u64)| {
        let mut counted = counted.iter();
        counted.any(|(known, raw)| known == kind && *raw == count.to_string())
    };
    if names.has_twins() || counts.len() != counted.len() || !counts.into_iter().all(is_count) {
        return Err(BackupError::Damaged);
    }
    let mut backup = Backup {
        made,
        build,
        records: Vec::new(),
        unread: Vec::new(),
    };
    for record in records {
        match keep(&record) {
            Ok(kept) => backup.records.push(kept),
            Err(why) => backup.unread.push(Unread {
                name: record.name,
                why,
                text: record.text,
            }),
        }
    }
    Ok(backup)
}

/// What the checksum covers, and the checksum.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_suffix(END)?;
    let (text, sum) = text.split_at_checked(text.len().checked_sub(8)?)?;
    Some((text.strip_suffix(SUM)?, sum))
}

/// When and by what it was made, how many records of each kind, the records.
type Body<'a> = (Millis, String, Vec<(String, &'a str)>, Vec<Record>);

fn body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Malformed> {
    reader.sign(START)?;
    reader.number::<u32>()?;
    reader.sign(r#","made":"#)?;
    let made = Millis(reader.number()?);
    reader.sign(r#","build":"#)?;
    let build = reader.text()?;
    reader.sign(r#","counts":"#)?;
    let counts = reader.fields()?;
    reader.sign(r#","records":"#)?;
    let records = reader.list(|reader| {
        reader.sign("[")?;
        let name = reader.text()?;
        reader.sign(",")?;
        let text = reader.text()?;
        reader.sign("]")?;
        Ok(Record { name, text })
    })?;
    Ok((made, build, counts, records))
}

fn keep(record: &Record) -> Result<Kept, Unreadable> {
    let Some(slot) = Slot::parse(&record.name) else {
        let is_set_aside = record.name.split(':').any(|part| part == "damaged");
        return Err(if is_set_aside {
            Unreadable::SetAside
        } else {
            Unreadable::Unknown
        });
    };
    if matches!(slot, Slot::One(_)) && record.text.len() > MOST_BYTES {
        return Err(Unreadable::Unbelievable);
    }
    let read = slot.decode(&record.text).map_err(|error| match error {
        StoreError::Newer { version } => Unreadable::Newer { version },
        StoreError::Damaged { why } => Unreadable::Damaged { why },
    })?;
    let text = matches!(read, Read::Current(_)).then(|| record.text.clone());
    let value = read.into_value();
    if !is_believable(&value) {
        return Err(Unreadable::Unbelievable);
    }
    Ok(Kept { slot, value, text })
}

/// Whether people can have come to this by using the app. A file is not like our own storage:
/// anybody can have made it.
fn is_believable(value: &Stored) -> bool {
    let is_small = |item: &Item| {
        let versions = item.versions();
        let texts: usize = versions.iter().map(|version| version.fields.len()).sum();
        versions.len() <= MOST_VERSIONS && texts <= MOST_TEXTS
    };
    value.latest() <= LATEST
        && match value {
            Stored::Item(_, item) => is_small(item),
            _ => true,
        }
}
