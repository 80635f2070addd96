//! Between the host and the browser something writes into every page.

use bearings_host::Habit;

use super::ALL;
use super::newer::{publish, switch_to, title, update_ready};
use super::offline::visit;
use crate::release::{Changes, NEW, SECOND};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "fault 29: pages are changed on the way: the guide is saved all the same, and an update of one page arrives",
    engines: ALL,
    run: arrives,
}];

fn arrives(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    server.take_up(Habit::WritesIntoPages);
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let page = stage.site.page(1);
    let changes = Changes {
        pages: &[page],
        ..Changes::built(SECOND)
    };
    publish(stage, &server, &browser, "rewritten", &changes)?;
    update_ready(&browser)?;
    switch_to(&browser, SECOND)?;
    server.stop();
    browser.open_ready(&format!("{}{page}", server.url()))?;
    check(
        title(&browser)?.contains(NEW),
        "the corrected page, without the host",
        browser.state(),
    )
}
