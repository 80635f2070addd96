//! The wire types of version 1. Frozen: nothing here changes any more.
//!
//! ```json
//! {"page":"bone-scan","block":"hot-spots","offset":42,"at":1795363200000}
//! {"marks":[["bone-scan",1795363200000,true]],"cleared":0,"pace":[3,1210,480]}
//! {"theme":["night",1795363200000],"size":[125,1795363200000],"how_much":["",0]}
//! {"id":"..","deleted":0,"versions":[{"stamp":[1795363200000,7,9],"created":1795363200000,
//!   "base":[[1795363100000,7,9]],"fields":[["text",[1795363200000,7,9],"What was written"]]}]}
//! ```
//!
//! The fields are in this order, without spaces, and there are no others. A field that is not
//! known makes a record unreadable instead of being dropped in silence when the record is next
//! written.

mod item;
mod settings;

use super::Damage;
use super::ladder::Wire;
use crate::json::{Malformed, Reader, write_list, write_number, write_text};
use crate::{BlockId, IdError, Mark, Millis, Pace, PageId};

pub(super) use item::Item;
pub(super) use settings::Settings;

/// The last moment that a browser's clock can tell. Later times cannot have been written by us.
const LAST_MILLIS: u64 = 8_640_000_000_000_000;

pub(super) struct Place {
    page: String,
    block: String,
    /// UTF-16 code units.
    offset: u32,
    /// Milliseconds since 1970.
    at: u64,
}

pub(super) struct Progress {
    marks: Vec<WireMark>,
    /// Milliseconds since 1970; 0 for never.
    cleared: u64,
    /// Pages, words, seconds.
    pace: [u32; 3],
}

struct WireMark {
    page: String,
    /// Milliseconds since 1970.
    at: u64,
    is_read: bool,
}

impl Wire for Place {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"page":"#);
        write_text(out, &self.page);
        out.push_str(r#","block":"#);
        write_text(out, &self.block);
        out.push_str(r#","offset":"#);
        write_number(out, self.offset.into());
        out.push_str(r#","at":"#);
        write_number(out, self.at);
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"page":"#)?;
        let page = reader.text()?;
        reader.sign(r#","block":"#)?;
        let block = reader.text()?;
        reader.sign(r#","offset":"#)?;
        let offset = reader.number()?;
        reader.sign(r#","at":"#)?;
        let at = reader.number()?;
        reader.sign("}")?;
        Ok(Self {
            page,
            block,
            offset,
            at,
        })
    }
}

impl Wire for Progress {
    fn write(&self, out: &mut String) {
        out.push_str(r#"{"marks":"#);
        write_list(out, &self.marks, |out, mark| {
            out.push('[');
            write_text(out, &mark.page);
            out.push(',');
            write_number(out, mark.at);
            out.push_str(if mark.is_read { ",true]" } else { ",false]" });
        });
        out.push_str(r#","cleared":"#);
        write_number(out, self.cleared);
        out.push_str(r#","pace":"#);
        write_list(out, self.pace, |out, number| {
            write_number(out, number.into());
        });
        out.push('}');
    }

    fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        reader.sign(r#"{"marks":"#)?;
        let marks = reader.list(|reader| {
            reader.sign("[")?;
            let page = reader.text()?;
            reader.sign(",")?;
            let at = reader.number()?;
            reader.sign(",")?;
            let is_read = reader.flag()?;
            reader.sign("]")?;
            Ok(WireMark { page, at, is_read })
        })?;
        reader.sign(r#","cleared":"#)?;
        let cleared = reader.number()?;
        reader.sign(r#","pace":"#)?;
        let pace = reader.list(Reader::number)?;
        reader.sign("}")?;
        Ok(Self {
            marks,
            cleared,
            pace: pace.try_into().map_err(|_| Malformed)?,
        })
    }
}

impl From<&crate::Position> for Place {
    fn from(place: &crate::Position) -> Self {
        Self {
            page: place.page.as_str().to_owned(),
            block: place.block.as_str().to_owned(),
            offset: place.offset,
            at: place.at.0,
        }
    }
}

impl TryFrom<Place> for crate::Position {
    type Error = Damage;

    fn try_from(wire: Place) -> Result<Self, Damage> {
        Ok(Self {
            at: time(wire.at)?,
            page: PageId::parse(&wire.page)?,
            block: BlockId::parse(&wire.block)?,
            offset: wire.offset,
        })
    }
}

impl From<&crate::Progress> for Progress {
    fn from(progress: &crate::Progress) -> Self {
        let marks = progress.marks().map(|(page, mark)| WireMark {
            page: page.as_str().to_owned(),
            at: mark.at.0,
            is_read: mark.is_read,
        });
        Self {
            marks: marks.collect(),
            cleared: progress.cleared_at().0,
            pace: progress.pace().to_parts(),
        }
    }
}

impl TryFrom<Progress> for crate::Progress {
    type Error = Damage;

    fn try_from(wire: Progress) -> Result<Self, Damage> {
        let mut marks = Vec::new();
        for WireMark { page, at, is_read } in wire.marks {
            let at = time(at)?;
            marks.push((PageId::parse(&page)?, Mark { at, is_read }));
        }
        let pace = Pace::from_parts(wire.pace);
        Ok(Self::from_parts(marks, time(wire.cleared)?, pace))
    }
}

pub(super) fn time(millis: u64) -> Result<Millis, Damage> {
    if millis <= LAST_MILLIS {
        Ok(Millis(millis))
    } else {
        Err(Damage::Value)
    }
}

impl From<IdError> for Damage {
    fn from(_: IdError) -> Self {
        Self::Value
    }
}
