//! What stands around the text of a guide page: where it is, how long it takes, what comes next.

pub mod model;
pub mod page_bar;
pub mod page_end;
