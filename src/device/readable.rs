//! Everything a person wrote, as one page that any browser opens and any printer prints.

mod page;
mod sections;

use crate::browser::clock;
use crate::state::AppState;

/// Saves the page.
pub fn save(state: AppState) {
    let made = clock::date_and_time(clock::now());
    let source = state.backup_source();
    let page = state.with_catalog(|catalog| {
        let sections = sections::sections(catalog, &source.records, &clock::date_and_time);
        page::print(catalog, &made, &sections)
    });
    state.save_file(
        "bearings-to-read",
        "html",
        "text/html",
        &page,
        source.is_whole,
    );
}
