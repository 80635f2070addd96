//! What the compiler makes: HTML, the catalog, the report and the sheet for reviewers.

pub(crate) mod article;
pub(crate) mod build;
pub(crate) mod catalog;
pub(crate) mod description;
pub(crate) mod figure;
pub(crate) mod html;
pub(crate) mod languages;
pub(crate) mod matrix;
pub(crate) mod report;
pub(crate) mod search;
pub(crate) mod sheet;
pub(crate) mod site;
