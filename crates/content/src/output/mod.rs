pub(crate) mod article;
pub(crate) mod html;
pub(crate) mod matrix;
pub(crate) mod report;
pub(crate) mod sheet;
