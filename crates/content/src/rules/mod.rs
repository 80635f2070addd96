pub(crate) mod anchors;
pub(crate) mod pages;
pub(crate) mod pemat;
pub(crate) mod style;
