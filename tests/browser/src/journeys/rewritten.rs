//! Between the host and the browser something writes into every page.

use bearings_host::Habit;

use super::ALL;
use super::newer::{is_new_offline, offer, switch_to};
use super::offline::visit;
use crate::release::{Changes, SECOND};
use crate::stage::{Journey, Stage};
use crate::stop::Step;

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
    let changes = Changes::second(std::slice::from_ref(&page));
    offer(stage, &server, &browser, "rewritten", &changes)?;
    switch_to(&browser, SECOND)?;
    is_new_offline(&browser, &mut server, page)
}
