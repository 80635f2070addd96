//! Making a backup.

use super::{Backup, Record, START, VERSION};
use crate::Millis;
use crate::json::{write_list, write_number, write_text};
use crate::store::{Slot, checksum};

impl Backup {
    /// The text of a backup of these records, made by this build of the app. Nothing is left out:
    /// not tombstones, not records that were set aside or that cannot be read here.
    pub fn write(records: &[Record], build: &str, now: Millis) -> String {
        let mut out = START.to_owned();
        write_number(&mut out, VERSION.into());
        out.push_str(r#","made":"#);
        write_number(&mut out, now.0);
        out.push_str(r#","build":"#);
        write_text(&mut out, build);
        out.push_str(r#","counts":{"#);
        for (position, (kind, count)) in counts(records).into_iter().enumerate() {
            if position > 0 {
                out.push(',');
            }
            write_text(&mut out, kind);
            out.push(':');
            write_number(&mut out, count);
        }
        out.push_str(r#"},"records":"#);
        write_list(&mut out, records, |out, record| {
            write_list(out, [&record.name, &record.text], |out, text| {
                write_text(out, text);
            });
        });
        let sum = checksum(&out);
        out.push_str(SUM);
        out.push_str(&sum);
        out.push_str(END);
        out
    }
}

/// What comes before the checksum, which is over everything before this.
pub(super) const SUM: &str = r#","sum":""#;
/// What comes after the checksum.
pub(super) const END: &str = r#""}"#;

/// How many records there are of each kind, in the order of the records.
pub(super) fn counts(records: &[Record]) -> Vec<(&'static str, u64)> {
    let mut counts = Vec::<(&str, u64)>::new();
    for record in records {
        let kind = Slot::parse(&record.name).map_or("other", |slot| slot.kind_name());
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts
}
