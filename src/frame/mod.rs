//! What stands around every page: header, the five places, notices, announcements.

pub mod announce;
pub mod header;
pub mod notice;
pub mod page;
pub mod places;
pub mod update;
