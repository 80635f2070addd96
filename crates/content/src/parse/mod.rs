//! Reads files into plain data, and says what is wrong with a file by itself. What can be said of
//! several files together only is a rule.

pub(crate) mod address;
pub(crate) mod checks;
pub(crate) mod countries;
pub(crate) mod document;
pub(crate) mod drugs;
pub(crate) mod fields;
pub(crate) mod figures;
pub(crate) mod files;
pub(crate) mod forbidden;
pub(crate) mod front_matter;
pub(crate) mod glossary;
pub(crate) mod ids;
pub(crate) mod level;
pub(crate) mod levels;
pub(crate) mod library;
pub(crate) mod markdown;
pub(crate) mod names;
pub(crate) mod outline;
pub(crate) mod passages;
pub(crate) mod pemat;
pub(crate) mod phrase;
pub(crate) mod plain_text;
pub(crate) mod questions;
pub(crate) mod regional;
pub(crate) mod released;
pub(crate) mod retired;
pub(crate) mod seed_facts;
pub(crate) mod signs;
pub(crate) mod slots;
pub(crate) mod sources;
pub(crate) mod strings;
pub(crate) mod text;
pub(crate) mod trace;
pub(crate) mod urgent;
pub(crate) mod vocabulary;
