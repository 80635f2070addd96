//! The envelope around the data of every record.

use super::checksum::checksum;
use super::{Damage, StoreError};
use crate::Millis;
use crate::json::{Reader, read_all};

/// The app that a record belongs to. The fields `app` and `v` mean the same for ever: enough to
/// leave newer records alone.
const APP: &str = "bearings";

/// The data of a record whose checksum is right, and the version it is in.
#[derive(Debug)]
pub(super) struct Opened<'a> {
    pub version: u32,
    pub data: &'a str,
}

/// Puts data (JSON) into an envelope.
pub(super) fn seal(kind: &str, version: u32, now: Millis, data: &str) -> String {
    let (version, at, sum) = (version.to_string(), now.0.to_string(), checksum(data));
    [
        r#"{"app":""#,
        APP,
        r#"","kind":""#,
        kind,
        r#"","v":"#,
        &version,
        r#","at":"#,
        &at,
        r#","sum":""#,
        &sum,
        r#"","data":"#,
        data,
        "}",
    ]
    .concat()
}

/// Takes the data out of an envelope, unless it is newer than `current` or damaged. That it is
/// newer is found out before anything else is looked at.
pub(super) fn open<'a>(text: &'a str, kind: &str, current: u32) -> Result<Opened<'a>, StoreError> {
    let fields = read_all(text, Reader::fields).map_err(|_| Damage::Envelope)?;
    let field = |name: &str| {
        let found = fields.iter().find(|(known, _)| known == name);
        found.map(|(_, raw)| *raw).ok_or(Damage::Envelope)
    };
    let text = |name: &str| read_all(field(name)?, Reader::text).map_err(|_| Damage::Envelope);
    let version = read_all(field("v")?, Reader::number::<u64>).map_err(|_| Damage::Envelope)?;
    if text("app")? != APP {
        return Err(Damage::Envelope.into());
    }
    let version = u32::try_from(version).unwrap_or(u32::MAX);
    if version > current {
        return Err(StoreError::Newer { version });
    }
    if text("kind")? != kind {
        return Err(Damage::Kind.into());
    }
    let (data, sum) = (field("data")?, text("sum")?);
    if sum != checksum(data) {
        return Err(Damage::Checksum.into());
    }
    Ok(Opened { version, data })
}
