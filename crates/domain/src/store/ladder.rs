//! The way from every released version up to today's.
//!
//! To move a kind to version 2: copy its wire types into `v2.rs` and change them there; let
//! `to_data` write `v2`; turn the arm `1` of `from_data` into "read `v1`, then make a `v2` of it"
//! and add an arm `2`; raise [`Kind::version`](super::Kind::version) or
//! [`ItemKind::version`](super::ItemKind::version); put example records into
//! `fixtures/store/v2/`. Nothing in `v1.rs` and `fixtures/store/v1/` changes, ever.

use super::envelope::{self, Opened};
use super::{Damage, Read, StoreError, v1, v2};
use crate::json::{Malformed, Reader, read_all};
use crate::{Item, Position, Progress, Settings};

/// The frozen form of the data of one version.
pub(super) trait Wire: Sized {
    /// Writes it as JSON.
    fn write(&self, out: &mut String);

    /// Reads it from JSON.
    fn read(reader: &mut Reader) -> Result<Self, Malformed>;
}

/// The versions of one kind of record.
pub(super) trait Rungs: Sized {
    /// The data in today's version, as JSON.
    fn to_data(&self) -> String;

    /// The record from the data of any version up to today's.
    fn from_data(version: u32, data: &str) -> Result<Self, Damage>;
}

impl Rungs for Position {
    fn to_data(&self) -> String {
        write(&v1::Place::from(self))
    }

    fn from_data(version: u32, data: &str) -> Result<Self, Damage> {
        match version {
            1 => read::<v1::Place>(data)?.try_into(),
            _ => Err(Damage::Version),
        }
    }
}

impl Rungs for Progress {
    fn to_data(&self) -> String {
        write(&v1::Progress::from(self))
    }

    fn from_data(version: u32, data: &str) -> Result<Self, Damage> {
        match version {
            1 => read::<v1::Progress>(data)?.try_into(),
            _ => Err(Damage::Version),
        }
    }
}

impl Rungs for Settings {
    fn to_data(&self) -> String {
        write(&v2::Settings::from(self))
    }

    fn from_data(version: u32, data: &str) -> Result<Self, Damage> {
        match version {
            // What version 2 has more was never chosen.
            1 => read::<v1::Settings>(data)?.try_into(),
            2 => read::<v2::Settings>(data)?.try_into(),
            _ => Err(Damage::Version),
        }
    }
}

impl Rungs for Item {
    fn to_data(&self) -> String {
        write(&v1::Item::from(self))
    }

    fn from_data(version: u32, data: &str) -> Result<Self, Damage> {
        match version {
            1 => read::<v1::Item>(data)?.try_into(),
            _ => Err(Damage::Version),
        }
    }
}

/// Opens a record and brings it up to today's version.
pub(super) fn climb<R: Rungs>(text: &str, kind: &str, current: u32) -> Result<Read<R>, StoreError> {
    let Opened { version, data } = envelope::open(text, kind, current)?;
    let value = R::from_data(version, data)?;
    Ok(if version == current {
        Read::Current(value)
    } else {
        Read::Migrated {
            value,
            from: version,
        }
    })
}

fn write(wire: &impl Wire) -> String {
    let mut data = String::new();
    wire.write(&mut data);
    data
}

fn read<W: Wire>(data: &str) -> Result<W, Damage> {
    read_all(data, W::read).map_err(|_| Damage::Form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Millis;
    use crate::json::{write_number, write_text};

    /// A record that has had three versions: a number, its double, its double as a text.
    #[derive(Debug, PartialEq)]
    struct Sample(String);

    impl Wire for u64 {
        fn write(&self, out: &mut String) {
            write_number(out, *self);
        }

        fn read(reader: &mut Reader) -> Result<Self, Malformed> {
            reader.number()
        }
    }

    impl Wire for String {
        fn write(&self, out: &mut String) {
            write_text(out, self);
        }

        fn read(reader: &mut Reader) -> Result<Self, Malformed> {
            reader.text()
        }
    }

    impl Rungs for Sample {
        fn to_data(&self) -> String {
            write(&self.0)
        }

        fn from_data(version: u32, data: &str) -> Result<Self, Damage> {
            let second = |double: u64| Ok(Self(double.to_string()));
            match version {
                1 => second(read::<u64>(data)? * 2),
                2 => second(read(data)?),
                3 => Ok(Self(read(data)?)),
                _ => Err(Damage::Version),
            }
        }
    }

    #[track_caller]
    fn check(version: u32, data: &str, expected: &Result<Read<Sample>, StoreError>) {
        let text = envelope::seal("sample", version, Millis(7), data);
        assert_eq!(&climb(&text, "sample", 3), expected, "{text}");
    }

    #[test]
    fn every_older_version_climbs_to_todays() {
        let value = || Sample("42".to_owned());
        let migrated = |from| {
            Ok(Read::Migrated {
                value: value(),
                from,
            })
        };
        check(1, "21", &migrated(1));
        check(2, "42", &migrated(2));
        check(3, r#""42""#, &Ok(Read::Current(value())));
        assert_eq!(migrated(1).map(Read::into_value), Ok(value()));
    }

    #[test]
    fn a_version_that_never_was_is_damage_and_a_newer_one_is_not() {
        check(0, "21", &Err(Damage::Version.into()));
        check(4, r#"["anything"]"#, &Err(StoreError::Newer { version: 4 }));
    }

    #[test]
    fn data_of_another_version_is_damage() {
        check(3, "42", &Err(Damage::Form.into()));
        check(1, r#""42""#, &Err(Damage::Form.into()));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let sample = Sample("8".to_owned());
        check(3, &sample.to_data(), &Ok(Read::Current(sample)));
    }
}
