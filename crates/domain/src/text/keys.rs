//! The one list of keys. A new text is one entry in the group it belongs to, and one line in each
//! `strings.toml`.
//!
//! Each group is a macro that hands its keys on to the next one; the last, `texts`, makes the enum
//! of all of them. The order is that of the catalog.

mod backup;
mod erase;
mod find;
mod guide;
mod notes;
mod notices;
mod restore;
mod settings;

use backup::backup;
use erase::erase;
use find::find;
use guide::guide;
use notes::notes;
use notices::notices;
use restore::restore;
use settings::settings;

use super::key::texts;

guide! { [find notices notes backup restore erase settings texts] }
