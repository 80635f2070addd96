//! A sign that needs a call: what to do stands first, in the words of Help, from the file of Help. Until
//! that has come the card leads there.

use super::{lines, show};
use crate::browser::parts::Part;
use crate::browser::{location, pages};
use crate::state::AppState;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use bearings_search::Hit;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The most urgent level: of the emergency number.
const EMERGENCY: u8 = 0;

/// The card of a sign. The first of all has the emergency numbers to tap, if it needs one.
pub fn card(state: AppState, hit: &Hit, is_first: bool, ticket: u32) -> Part {
    let level = hit.level.to_string();
    let card = Part::new("li", &[("class", "found-sign"), ("data-level", &level)]);
    let verb = Part::new("h2", &[("class", "found-verb")]);
    let address = lines::address(state, Destination::Help, Some(&hit.id));
    let link = Part::new("a", &[("class", "found-title"), ("href", &address)]);
    link.say(&state.text(Text::SearchSign, &[]));
    let note = Part::new("p", &[("class", "found-text")]);
    let whom = Part::new("p", &[("class", "found-whom")]);
    let numbers = Part::new("ul", &[("class", "call")]);
    let has_numbers = is_first && hit.level == EMERGENCY;
    for inside in [&verb, &link, &numbers, &note, &whom] {
        card.add(inside);
    }
    // The sign itself is the link; this says so to the eye.
    let more = lines::words(state, "p", "found-where", Text::SearchSignMore);
    more.mark("aria-hidden", Some("true"));
    card.add(&more);
    let help = Destination::Help.in_lang(state.route_now().lang);
    let id = hit.id.clone();
    let fill = move |page: &pages::Page| {
        // An id is small letters, digits and hyphens, so nothing in it can end the quotes.
        let sign = page.part(&["li[id=\"", &id, "\"]"].concat());
        let Some((sign, level)) =
            sign.and_then(|sign| Some((sign.copy(), sign.closest(".level")?)))
        else {
            return;
        };
        let base = location::file_url(&help_of(state));
        if let Some(more) = sign.part(".more") {
            more.remove();
        }
        if let Some(said) = sign.part(".note") {
            note.take(&said, &base);
            said.remove();
        }
        link.say(sign.text().trim_ascii());
        if let Some(said) = level.part("h2") {
            verb.say(&said.text());
        }
        if let Some(all) = page.part(".call").filter(|_| has_numbers) {
            numbers.take(&all.copy(), &base);
        }
        if let Some(said) = level.part(".whom") {
            whom.take(&said.copy(), &base);
        }
    };
    if let Some(page) = pages::ready(&help) {
        fill(&page);
    } else {
        spawn_local(async move {
            let page: Option<Rc<pages::Page>> = pages::load(&help).await;
            if let Some(page) = page.filter(|_| show::is_shown(ticket)) {
                fill(&page);
            }
        });
    }
    card
}

fn help_of(state: AppState) -> bearings_domain::route::Route {
    Destination::Help.in_lang(state.route_now().lang)
}
