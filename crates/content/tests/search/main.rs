//! What search finds in the guide for what people may type.
//!
//! `cargo test -p bearings-content --test search -- --nocapture` prints the shares, and what was
//! not found of the queries that words and weights are tuned on.

mod guide;
mod queries;
mod score;

use bearings_domain::settings::HowMuch;
use bearings_search::Kind;
use guide::{Guide, guide, written};
use proptest::prelude::*;
use score::Score;

#[test]
fn search_finds_what_people_are_after() {
    let guide = guide();
    let (mut tuned, mut apart) = (Score::default(), Score::default());
    for query in &queries::all() {
        for wanted in query.first.iter().chain(&query.top3) {
            assert!(
                guide.is_there(wanted),
                "`{}` asks for {wanted}, which is not there",
                query.text
            );
        }
        if query.is_kept_apart {
            apart.add(&guide, query);
        } else if let Some(failure) = tuned.add(&guide, query) {
            println!("{failure}");
        }
    }
    println!("tuned: {tuned}\nkept apart: {apart}");
    tuned.holds(100.0);
    apart.holds(95.0);
}

#[test]
fn every_title_finds_its_page() {
    let guide = guide();
    for page in guide.site.pages.iter().chain(&guide.site.destinations) {
        let id = Guide::id(&page.route);
        let answer = guide.find(&page.title, HowMuch::ShowMe);
        let hits = answer.hits.iter().filter(|hit| hit.kind != Kind::Sign);
        let is_found = hits
            .take(3)
            .any(|hit| hit.id == id && hit.kind != Kind::Term);
        let is_missing = id == "not-found";
        let found: Vec<_> = answer.hits.iter().map(written).collect();
        assert!(is_found || is_missing, "{}: {found:?}", page.title);
    }
}

#[test]
fn a_medicine_or_a_test_alone_is_no_sign() {
    let guide = guide();
    for text in [
        "blood thinners",
        "lung biopsy",
        "liver biopsy",
        "chest drain",
        "patches",
    ] {
        let answer = guide.find(text, HowMuch::AskMe);
        let found: Vec<_> = answer.hits.iter().map(written).collect();
        let first = answer.hits.first();
        assert!(
            first.is_some_and(|hit| hit.kind != Kind::Sign),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn pages_of_choose_to_read_obey_how_much_somebody_wants_to_know() {
    let guide = guide();
    for query in &queries::all() {
        let hidden = guide.find(&query.text, HowMuch::NotNow);
        assert!(!hidden.hits.iter().any(Guide::is_choose), "{}", query.text);
        let asked = guide.find(&query.text, HowMuch::AskMe);
        let first = asked.hits.iter().position(Guide::is_choose);
        let below = first.map_or(&[][..], |first| &asked.hits[first..]);
        assert!(
            below
                .iter()
                .all(|hit| Guide::is_choose(hit) && hit.is_below),
            "{}",
            query.text
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_query_makes_it_panic(text in prop_oneof!["\\PC{0,60}", "[a-z' ]{0,60}", "(can|cant|pain|in|my|chest|the| |é|38|[.]5)*"]) {
        thread_local! {
            static GUIDE: Guide = guide();
        }
        GUIDE.with(|guide| {
            for how_much in HowMuch::ALL {
                drop(guide.find(&text, how_much));
            }
        });
    }
}
