//! Every rule about going from page to page that is decided before the browser is told.

use crate::browser::location::Address;
use crate::testing::page;
use bearings_domain::lang::Lang;
use bearings_domain::position::Position;
use bearings_domain::route::{Destination, Route};
use bearings_domain::time::Millis;

mod plan;
mod restore;

fn to(id: &str) -> Destination {
    Destination::Page(page(id))
}

fn at(id: &str) -> Route {
    to(id).in_lang(Lang::ENGLISH)
}

fn address(id: &str, fragment: Option<&str>) -> Address {
    let url = format!("https://example.org/guide/{id}.html");
    Address {
        route: at(id),
        url: fragment.map_or_else(|| url.clone(), |name| format!("{url}#{name}")),
        fragment: fragment.map(str::to_owned),
    }
}

fn position() -> Position {
    Position {
        at: Millis(5),
        page: page("words"),
        block: crate::testing::block("line"),
        offset: 7,
    }
}
