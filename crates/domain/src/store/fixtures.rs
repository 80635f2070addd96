//! Records that released versions wrote. They must be readable for ever.
//!
//! The files are `fixtures/store/v<version>/<kind>[-<what>].json`; what they hold is said below.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::testing::{block, page};
use crate::{Mark, Pace};

const NEW_FIXTURE: &str = "for a new version add example records under crates/domain/fixtures/store/ \
     and say in store/fixtures.rs what they hold; never change a fixture that was released";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/store")
}

fn places() -> Vec<(&'static str, Place)> {
    let place = |at, page_id: &str, block_id, offset| Place {
        at: Millis(at),
        page: page(page_id),
        block: block(block_id),
        offset,
    };
    let longest = "x".repeat(64);
    vec![
        (
            "v1/place.json",
            place(1_795_363_200_000, "bone-scan", "hot-spots", 42),
        ),
        (
            "v1/place-extreme.json",
            place(8_640_000_000_000_000, &longest, "0", u32::MAX),
        ),
    ]
}

fn progresses() -> Vec<(&'static str, Progress)> {
    let marks = [
        ("biopsy", 1_795_363_200_000, true),
        ("bone-scan", 1_795_363_250_000, false),
        ("ct-scan", 1_795_363_299_999, true),
    ];
    let marks = marks.map(|(id, at, is_read)| {
        let at = Millis(at);
        (page(id), Mark { at, is_read })
    });
    vec![
        (
            "v1/progress.json",
            Progress::from_parts(
                marks,
                Millis(1_795_300_000_000),
                Pace::from_parts([3, 1_210, 480]),
            ),
        ),
        ("v1/progress-empty.json", Progress::default()),
    ]
}

/// The version and the name of the kind that a fixture's file name states.
fn stated(name: &str) -> (u32, &str) {
    name.strip_prefix('v')
        .and_then(|name| name.split_once('/'))
        .and_then(|(version, file)| {
            let kind = file.strip_suffix(".json")?.split('-').next()?;
            Some((version.parse().ok()?, kind))
        })
        .unwrap_or_else(|| panic!("call the fixture {name} v<version>/<kind>[-<what>].json"))
}

/// The time in the envelope of a fixture.
fn written_at(text: &str) -> Millis {
    let envelope: serde_json::Value = serde_json::from_str(text).expect("a fixture is JSON");
    Millis(envelope["at"].as_u64().expect("a fixture has a time"))
}

#[track_caller]
fn check<R: Record + Clone + PartialEq + std::fmt::Debug>(fixtures: Vec<(&'static str, R)>) {
    for (name, expected) in fixtures {
        let text = fs::read_to_string(folder().join(name))
            .unwrap_or_else(|error| panic!("{name} must be there for ever: {error}"));
        let (version, kind) = stated(name);
        assert_eq!(kind, R::KIND.name(), "{name} is listed under its kind");
        let is_current = version == R::KIND.version();
        let read = if is_current {
            Read::Current(expected.clone())
        } else {
            Read::Migrated {
                value: expected.clone(),
                from: version,
            }
        };
        assert_eq!(decode(&text), Ok(read), "{name} must be readable for ever");
        if is_current {
            assert_eq!(
                encode(&expected, written_at(&text)),
                text.trim_end(),
                "what is written is no longer what {name} has: that is a new version, see \
                 store/ladder.rs"
            );
        }
    }
}

fn names() -> BTreeSet<&'static str> {
    let places = places().into_iter().map(|(name, _)| name);
    let progresses = progresses().into_iter().map(|(name, _)| name);
    places.chain(progresses).collect()
}

#[test]
fn every_released_record_of_a_place_is_read_for_ever() {
    check(places());
}

#[test]
fn every_released_record_of_progress_is_read_for_ever() {
    check(progresses());
}

#[test]
fn every_version_of_every_kind_has_a_fixture() {
    let stated: BTreeSet<_> = names().into_iter().map(stated).collect();
    for kind in Kind::ALL {
        for version in 1..=kind.version() {
            assert!(
                stated.contains(&(version, kind.name())),
                "version {version} of {} has no fixture: {NEW_FIXTURE}",
                kind.name()
            );
        }
    }
}

#[test]
fn every_fixture_is_looked_at() {
    let mut found = BTreeSet::new();
    for version in fs::read_dir(folder()).expect("there are fixtures") {
        let version = version.expect("a folder of fixtures").path();
        for file in fs::read_dir(&version).expect("fixtures lie in folders of versions") {
            let file = file.expect("a fixture").path();
            let name = file.strip_prefix(folder()).expect("it lies in the folder");
            found.insert(name.to_string_lossy().replace('\\', "/"));
        }
    }
    let listed: BTreeSet<_> = names().into_iter().map(str::to_owned).collect();
    assert_eq!(found, listed, "{NEW_FIXTURE}");
}
