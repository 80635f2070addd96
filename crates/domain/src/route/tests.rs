use proptest::prelude::*;

use super::*;
use crate::testing::{any_block, any_page, any_route, block, page};

fn guide(id: &str) -> Route {
    Route::Page(page(id))
}

#[track_caller]
fn check_file(route: &Route, file: &str) {
    assert_eq!(route.file(), file);
    assert_eq!(Route::parse(file), *route, "parsing {file}");
}

#[test]
fn every_route_has_its_file_and_is_found_by_it() {
    check_file(&Route::Today, "index.html");
    check_file(&Route::Guide, "guide.html");
    check_file(&guide("bone-scan"), "guide/bone-scan.html");
    check_file(&Route::Choose, "choose.html");
    check_file(&Route::Visits, "visits.html");
    check_file(&Route::Notes, "notes.html");
    check_file(&Route::Help, "help.html");
    check_file(&Route::Words, "words.html");
    check_file(&Route::Sources, "sources.html");
    check_file(&Route::About, "about.html");
    check_file(&Route::Device, "device.html");
    check_file(&Route::NotFound, "404.html");
}

#[track_caller]
fn check_parse(path: &str, expected: &Route) {
    assert_eq!(Route::parse(path), *expected, "Route::parse({path:?})");
}

#[test]
fn hosts_may_leave_out_the_name_of_the_index_and_the_ending() {
    check_parse("", &Route::Today);
    check_parse("index", &Route::Today);
    check_parse("guide", &Route::Guide);
    check_parse("guide/bone-scan", &guide("bone-scan"));
    check_parse("words", &Route::Words);
}

#[test]
fn a_page_may_be_called_like_a_place() {
    check_parse("guide/help", &guide("help"));
    check_parse("guide/index.html", &guide("index"));
    check_parse("guide/404.html", &guide("404"));
}

#[test]
fn anything_else_is_not_found() {
    for path in [
        "today",
        "today.html",
        "not-found",
        ".html",
        "guide/",
        "guide/.html",
        "guide//bone-scan",
        "guide/bone-scan/",
        "guide/bone-scan.html.html",
        "guide/Bone-Scan.html",
        "guide/bone%2Dscan.html",
        "Guide.html",
        "help.htm",
        "help.html?x",
        "/help.html",
        "a/help.html",
        "guide/../help.html",
        "größe",
    ] {
        check_parse(path, &Route::NotFound);
    }
}

#[test]
fn links_are_relative() {
    #[track_caller]
    fn check(to: &Route, from: &Route, href: &str) {
        assert_eq!(to.href_from(from), href, "from {from:?} to {to:?}");
    }
    check(&Route::Help, &Route::Today, "help.html");
    check(&Route::Today, &Route::Help, "index.html");
    check(&guide("bone-scan"), &Route::Guide, "guide/bone-scan.html");
    check(&guide("bone-scan"), &guide("biopsy"), "bone-scan.html");
    check(&Route::Guide, &guide("biopsy"), "../guide.html");
    check(&Route::Today, &guide("biopsy"), "../index.html");
}

#[test]
fn places_are_known_by_their_names() {
    for route in Route::DESTINATIONS.into_iter().chain([Route::NotFound]) {
        let id = route.destination_id().expect("a place has a name");
        assert_eq!(Route::from_destination_id(id), Some(route));
    }
    assert_eq!(guide("bone-scan").destination_id(), None);
    assert_eq!(Route::from_destination_id("index"), None);
    assert_eq!(Route::from_destination_id("404"), None);
    assert_eq!(Route::from_destination_id(""), None);
}

#[test]
fn a_target_is_a_page_and_perhaps_a_block() {
    #[track_caller]
    fn check(address: &str, route: Route, id: Option<&str>) {
        let block = id.map(block);
        assert_eq!(Target::parse(address), Target { route, block }, "{address}");
    }
    check("guide/bone-scan.html", guide("bone-scan"), None);
    check("guide/bone-scan#eat", guide("bone-scan"), Some("eat"));
    check(
        "help.html?from=card#call-now",
        Route::Help,
        Some("call-now"),
    );
    check("help.html#a?b", Route::Help, None);
    check("help.html#", Route::Help, None);
    check("#call-now", Route::Today, Some("call-now"));
    check("nowhere#call-now", Route::NotFound, Some("call-now"));
}

#[test]
fn a_link_to_a_block_of_the_same_page_is_its_hash_alone() {
    let target = Target {
        route: guide("bone-scan"),
        block: Some(block("eat")),
    };
    assert_eq!(target.href_from(&guide("bone-scan")), "#eat");
    assert_eq!(target.href_from(&guide("biopsy")), "bone-scan.html#eat");
    assert_eq!(target.href_from(&Route::Help), "guide/bone-scan.html#eat");
    let top = Target::top(Route::Help);
    assert_eq!(top.href_from(&Route::Help), "help.html");
}

/// What a browser makes of a relative link on the page of a file.
fn resolve(file: &str, href: &str) -> String {
    let mut folders: Vec<_> = file.split('/').collect();
    folders.pop();
    for step in href.split('/') {
        match step {
            ".." => assert!(folders.pop().is_some(), "{href} leads out of the site"),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

proptest! {
    #[test]
    fn every_link_leads_to_the_file_of_its_route(to in any_route(), from in any_route()) {
        prop_assert_eq!(resolve(&from.file(), &to.href_from(&from)), to.file());
        prop_assert_eq!(resolve(&from.file(), &[from.root(), "x"].concat()), "x");
    }

    #[test]
    fn every_page_is_found_by_its_file_with_or_without_ending(id in any_page()) {
        let route = Route::Page(id);
        let file = route.file();
        prop_assert_eq!(&Route::parse(&file), &route);
        prop_assert_eq!(&Route::parse(file.trim_end_matches(".html")), &route);
    }

    #[test]
    fn every_link_with_a_block_leads_to_that_block(to in any_route(), id in any_block()) {
        let target = Target { route: to, block: Some(id) };
        let other = Route::Page(page("another-page-altogether"));
        let href = target.href_from(&other);
        let address = resolve(&other.file(), &href);
        prop_assert_eq!(Target::parse(&address), target);
    }

    #[test]
    fn no_path_makes_parsing_panic(path in any::<String>()) {
        // Whatever is found is found again by its own file.
        let route = Route::parse(&path);
        prop_assert_eq!(Route::parse(&route.file()), route);
    }
}
