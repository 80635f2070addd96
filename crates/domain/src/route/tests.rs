use proptest::prelude::*;

use super::*;
use crate::testing::{any_block, any_page, any_route, block, page};

fn guide(id: &str) -> Destination {
    Destination::Page(page(id))
}

fn spanish(to: Destination) -> Route {
    to.in_lang(Lang::parse("es").expect("two small letters"))
}

fn english(to: Destination) -> Route {
    to.in_lang(Lang::ENGLISH)
}

#[track_caller]
fn check_file(to: &Destination, file: &str) {
    for (route, file) in [
        (english(to.clone()), file.to_owned()),
        (spanish(to.clone()), format!("es/{file}")),
    ] {
        assert_eq!(route.file(), file);
        assert_eq!(Route::parse(&file), route, "parsing {file}");
    }
}

#[test]
fn every_route_has_its_file_and_is_found_by_it() {
    check_file(&Destination::Today, "index.html");
    check_file(&Destination::Guide, "guide.html");
    check_file(&guide("bone-scan"), "guide/bone-scan.html");
    check_file(&Destination::Choose, "choose.html");
    check_file(&Destination::Visits, "visits.html");
    check_file(&Destination::Notes, "notes.html");
    check_file(&Destination::Help, "help.html");
    check_file(&Destination::Words, "words.html");
    check_file(&Destination::Sources, "sources.html");
    check_file(&Destination::About, "about.html");
    check_file(&Destination::Device, "device.html");
    check_file(&Destination::Settings, "settings.html");
    check_file(&Destination::NotFound, "404.html");
}

#[track_caller]
fn check_parse(path: &str, expected: &Destination) {
    let found = Route::parse(path);
    assert_eq!(found.to, *expected, "Route::parse({path:?})");
}

#[test]
fn hosts_may_leave_out_the_name_of_the_index_and_the_ending() {
    check_parse("", &Destination::Today);
    check_parse("index", &Destination::Today);
    check_parse("guide", &Destination::Guide);
    check_parse("guide/bone-scan", &guide("bone-scan"));
    check_parse("words", &Destination::Words);
    assert_eq!(Route::parse("es/"), spanish(Destination::Today));
    assert_eq!(Route::parse("es/guide"), spanish(Destination::Guide));
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
        "es",
        "en/help.html",
        "es/es/help.html",
        "es/guide/",
        "help.htm",
        "help.html?x",
        "/help.html",
        "a/help.html",
        "guide/../help.html",
        "größe",
    ] {
        check_parse(path, &Destination::NotFound);
    }
}

#[test]
fn links_are_relative() {
    #[track_caller]
    fn check(to: &Destination, from: &Destination, href: &str) {
        for lang in [english, spanish] {
            let (to, from) = (lang(to.clone()), lang(from.clone()));
            assert_eq!(to.href_from(&from), href, "from {from:?} to {to:?}");
        }
    }
    check(&Destination::Help, &Destination::Today, "help.html");
    check(&Destination::Today, &Destination::Help, "index.html");
    check(
        &guide("bone-scan"),
        &Destination::Guide,
        "guide/bone-scan.html",
    );
    check(&guide("bone-scan"), &guide("biopsy"), "bone-scan.html");
    check(&Destination::Guide, &guide("biopsy"), "../guide.html");
    check(&Destination::Today, &guide("biopsy"), "../index.html");
}

#[test]
fn a_link_to_another_language_goes_by_the_root() {
    #[track_caller]
    fn check(to: &Route, from: &Route, href: &str) {
        assert_eq!(to.href_from(from), href, "from {from:?} to {to:?}");
    }
    let page = || guide("biopsy");
    check(
        &spanish(page()),
        &english(page()),
        "../es/guide/biopsy.html",
    );
    check(
        &english(page()),
        &spanish(page()),
        "../../guide/biopsy.html",
    );
    check(
        &spanish(Destination::Help),
        &english(Destination::Today),
        "es/help.html",
    );
    check(
        &english(Destination::Help),
        &spanish(Destination::Today),
        "../help.html",
    );
}

#[test]
fn places_are_known_by_their_names() {
    for route in Destination::FIXED
        .into_iter()
        .chain([Destination::NotFound])
    {
        let id = route.id().expect("a place has a name");
        assert_eq!(Destination::from_id(id), Some(route));
    }
    assert_eq!(guide("bone-scan").id(), None);
    assert_eq!(Destination::from_id("index"), None);
    assert_eq!(Destination::from_id("404"), None);
    assert_eq!(Destination::from_id(""), None);
}

#[test]
fn a_target_is_a_page_and_perhaps_a_block() {
    #[track_caller]
    fn check(address: &str, to: Destination, id: Option<&str>) {
        let (route, block) = (english(to), id.map(block));
        assert_eq!(Target::parse(address), Target { route, block }, "{address}");
    }
    check("guide/bone-scan.html", guide("bone-scan"), None);
    check("guide/bone-scan#eat", guide("bone-scan"), Some("eat"));
    check(
        "help.html?from=card#call-now",
        Destination::Help,
        Some("call-now"),
    );
    check("help.html#a?b", Destination::Help, None);
    check("help.html#", Destination::Help, None);
    check("#call-now", Destination::Today, Some("call-now"));
    check("nowhere#call-now", Destination::NotFound, Some("call-now"));
}

#[test]
fn a_link_to_a_block_of_the_same_page_is_its_hash_alone() {
    let target = Target {
        route: english(guide("bone-scan")),
        block: Some(block("eat")),
    };
    let href_from = |from| target.href_from(&from);
    assert_eq!(href_from(english(guide("bone-scan"))), "#eat");
    assert_eq!(href_from(english(guide("biopsy"))), "bone-scan.html#eat");
    let from_help = href_from(english(Destination::Help));
    assert_eq!(from_help, "guide/bone-scan.html#eat");
    let other = href_from(spanish(guide("bone-scan")));
    assert_eq!(other, "../../guide/bone-scan.html#eat");
    let top = Target::top(english(Destination::Help));
    assert_eq!(top.href_from(&english(Destination::Help)), "help.html");
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
        let route = spanish(Destination::Page(id));
        let file = route.file();
        prop_assert_eq!(&Route::parse(&file), &route);
        prop_assert_eq!(&Route::parse(file.trim_end_matches(".html")), &route);
    }

    #[test]
    fn every_link_with_a_block_leads_to_that_block(to in any_route(), id in any_block()) {
        let target = Target { route: to, block: Some(id) };
        let other = english(guide("another-page-altogether"));
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
