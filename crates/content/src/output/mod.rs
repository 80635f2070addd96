pub(crate) mod article;
pub(crate) mod figure;
pub(crate) mod html;
pub(crate) mod matrix;
pub(crate) mod report;
pub(crate) mod sheet;
