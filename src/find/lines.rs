//! One line of what was found: the title that leads there at once, and then, from the file of the page,
//! the heading and the words around.

use super::{model, show};
use crate::browser::parts::Part;
use crate::browser::{location, navigator, page, pages};
use crate::state::AppState;
use crate::state::offline::Saved;
use bearings_domain::route::{Destination, Route};
use bearings_domain::settings::Region;
use bearings_domain::text::Text;
use bearings_search::{Hit, Kind, passage};
use leptos::prelude::WithUntracked;

/// The words around come after so long without a key.
const AFTER_MS: i32 = 150;
/// While the guide is not saved, only the first lines have them: each is a page of 14 kB.
const UNSAVED: usize = 3;

/// A line that is to be filled.
pub struct Line {
    route: Route,
    block: Option<String>,
    context: Part,
    text: Part,
    /// What stands in the context already.
    part: String,
}

/// The address of a place, whatever page is on the screen.
pub fn address(state: AppState, to: Destination, block: Option<&str>) -> String {
    let route = to.in_lang(state.route_now().lang);
    let mut address = location::file_url(&route);
    if let Some(block) = block {
        address = [&address, "#", block].concat();
    }
    address
}

/// An element of one of the app's texts.
pub fn words(state: AppState, kind: &str, class: &str, text: Text) -> Part {
    let words = Part::new(kind, &[("class", class)]);
    words.say(&state.text(text, &[]));
    words
}

/// An empty list.
pub fn list(state: AppState) -> Part {
    let name = state.text(Text::SearchFound, &[]);
    // A list without marks is none to some screen readers, unless it says so.
    Part::new(
        "ul",
        &[
            ("class", "found-list"),
            ("role", "list"),
            ("aria-label", &name),
        ],
    )
}

/// The line of a hit; nothing for what leads nowhere.
pub fn line(state: AppState, hit: &Hit) -> Option<(Part, Line)> {
    let (to, block) = model::target(hit)?;
    let part = match (&to, hit.kind) {
        (_, Kind::Term) => state.text(Text::SearchTerm, &[]),
        (Destination::Page(page), _) => state.with_catalog(|catalog| {
            let found = catalog.find(page);
            found.map_or_else(String::new, |found| found.part.title.clone())
        }),
        _ => state.text(Text::SearchPlace, &[]),
    };
    let item = Part::new("li", &[]);
    let link = Part::new(
        "a",
        &[
            ("class", "found-title"),
            ("href", &address(state, to.clone(), block)),
        ],
    );
    link.say(&hit.title);
    let context = Part::new("p", &[("class", "found-where")]);
    context.say(&part);
    let text = Part::new("p", &[("class", "found-text")]);
    for inside in [&link, &context, &text] {
        item.add(inside);
    }
    let open = Line {
        route: to.in_lang(state.route_now().lang),
        block: block.map(str::to_owned),
        context,
        text,
        part,
    };
    Some((item, open))
}

/// Fills lines one after the other, each in a task of its own, for as long as they are shown.
pub async fn fill(state: AppState, ticket: u32, lines: Vec<Line>, words: &[String]) {
    page::pause(AFTER_MS).await;
    let is_saved = state
        .offline
        .with_untracked(|offline| offline.saved == Saved::Yes);
    let most = match (is_saved, navigator::saves_data()) {
        (true, _) => lines.len(),
        (false, false) => UNSAVED,
        (false, true) => 0,
    };
    for line in lines.iter().take(most) {
        if !show::is_shown(ticket) {
            return;
        }
        let Some(html) = pages::file(&line.route).await else {
            continue;
        };
        page::next_task().await;
        if !show::is_shown(ticket) {
            return;
        }
        let region = state
            .settings
            .choices
            .with_untracked(|choices| choices.chosen.region.get());
        let hidden: &[&str] = match region {
            Some(Region::Uk) => &["us", "both"],
            Some(Region::Us) => &["uk", "both"],
            None => &[],
        };
        let Some(passage) = passage(&html, line.block.as_deref(), words, hidden) else {
            continue;
        };
        if !passage.heading.is_empty() && line.route.to != Destination::Words {
            line.context
                .say(&[&line.part, " · ", &passage.heading].concat());
        }
        for (text, is_hit) in passage.pieces {
            let piece = Part::new(if is_hit { "mark" } else { "span" }, &[]);
            piece.say(&text);
            line.text.add(&piece);
        }
    }
}
