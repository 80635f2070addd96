//! Records that released versions wrote. They must be readable for ever.
//!
//! The files are `fixtures/store/v<version>/<kind>[-<what>].json`; what they hold is said below.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::items::simulation::{item_id, name};
use crate::items::{Field, Seen, Stamp, Version, Writer};
use crate::settings::{
    Column, Face, HowMuch, InstallOffer, Letters, Lines, Motion, Region, Setting, TextSize, Theme,
};
use crate::testing::{block, page};
use crate::{ItemId, Mark, Pace};

const NEW_FIXTURE: &str = "for a new version add example records under crates/domain/fixtures/store/ \
     and say in store/fixtures.rs what they hold; never change a fixture that was released";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/store")
}

fn positions() -> Vec<(&'static str, Position)> {
    let position = |at, page_id: &str, block_id, offset| Position {
        at: Millis(at),
        page: page(page_id),
        block: block(block_id),
        offset,
    };
    let longest = "x".repeat(64);
    vec![
        (
            "v1/place.json",
            position(1_795_363_200_000, "bone-scan", "hot-spots", 42),
        ),
        (
            "v1/place-extreme.json",
            position(8_640_000_000_000_000, &longest, "0", u32::MAX),
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

fn all_settings() -> Vec<(&'static str, Settings)> {
    let settings = Settings {
        theme: Setting::from_parts(Some(Theme::Night), Millis(1_795_363_200_000)),
        text_size: Setting::from_parts(TextSize::parse(125), Millis(1_795_363_200_001)),
        how_much: Setting::from_parts(Some(HowMuch::NotNow), Millis(1_795_363_200_002)),
        ..Settings::default()
    };
    let whole = Settings {
        region: Setting::from_parts(Some(Region::Us), Millis(1_795_363_200_003)),
        install: Setting::from_parts(Some(InstallOffer::Declined), Millis(1_795_363_200_004)),
        ..settings.clone()
    };
    let all_chosen = Settings {
        lines: Setting::from_parts(Some(Lines::Looser), Millis(1_795_363_200_005)),
        letters: Setting::from_parts(Some(Letters::Loose), Millis(1_795_363_200_006)),
        column: Setting::from_parts(Some(Column::Wide), Millis(1_795_363_200_007)),
        face: Setting::from_parts(Some(Face::Serif), Millis(1_795_363_200_008)),
        motion: Setting::from_parts(Some(Motion::Less), Millis(1_795_363_200_009)),
        ..whole.clone()
    };
    let taken_back = Settings {
        theme: Setting::from_parts(None, Millis(1_795_363_200_000)),
        ..Settings::default()
    };
    vec![
        ("v2/settings.json", all_chosen),
        ("v2/settings-empty.json", Settings::default()),
        ("v1/settings.json", settings),
        ("v1/settings-whole.json", whole),
        ("v1/settings-taken-back.json", taken_back),
        ("v1/settings-empty.json", Settings::default()),
    ]
}

fn stamp(at: u64, by: u64, branch: u32) -> Stamp {
    Stamp {
        at: Millis(at),
        by: Writer::new(by),
        branch,
    }
}

fn field(name_text: &str, changed: Stamp, text: &str) -> Field {
    Field {
        name: name(name_text),
        changed,
        text: text.to_owned(),
    }
}

fn version(stamp: Stamp, base: &[Stamp], fields: Vec<Field>) -> Version {
    Version {
        stamp,
        created: Millis(1_795_363_200_000),
        fields,
        base: base.iter().copied().collect::<Seen>(),
    }
}

fn items() -> Vec<(&'static str, ItemKind, Item)> {
    let id = || ItemId::new(Millis(1_795_363_200_000), 0x5eed);
    let first = stamp(1_795_363_200_000, 7, 9);
    let later = stamp(1_795_363_300_000, 7, 9);
    let elsewhere = stamp(1_795_363_250_000, Writer::MAX, u32::MAX);
    let odd = "Größe: \"4 cm\"\n\\ \t\u{1}\u{1f600}";
    let note = |versions| Item::from_parts(id(), Millis(0), versions);
    let whole = version(
        later,
        &[first],
        vec![field("text", later, odd), field("title", first, "Scan")],
    );
    let other = version(elsewhere, &[first], vec![field("text", elsewhere, "")]);
    let short = |text| note(vec![version(first, &[], vec![field("text", first, text)])]);
    vec![
        ("v1/note.json", ItemKind::Note, note(vec![whole.clone()])),
        (
            "v1/note-in-two-versions.json",
            ItemKind::Note,
            note(vec![whole, other]),
        ),
        (
            "v1/note-deleted.json",
            ItemKind::Note,
            Item::from_parts(id(), Millis(1_795_363_400_000), Vec::new()),
        ),
        (
            "v1/note-brought-back.json",
            ItemKind::Note,
            Item::from_parts(
                item_id("x"),
                Millis(1_795_363_299_999),
                vec![version(later, &[], Vec::new())],
            ),
        ),
        ("v1/visit.json", ItemKind::Visit, short("On Monday")),
        (
            "v1/question.json",
            ItemKind::Question,
            short("Why this one?"),
        ),
        ("v1/card.json", ItemKind::Card, short("Call the day line.")),
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
fn check<R: SingleRecord + PartialEq + std::fmt::Debug>(fixtures: Vec<(&'static str, R)>) {
    for (name, expected) in fixtures {
        let newest = (R::KIND.name(), R::KIND.version());
        check_one(name, newest, &expected, R::decode, R::encode);
    }
}

#[track_caller]
fn check_one<T: PartialEq + std::fmt::Debug>(
    name: &str,
    (kind, newest): (&str, u32),
    expected: &T,
    decode: impl Fn(&str) -> Result<Read<T>, StoreError>,
    encode: impl Fn(&T, Millis) -> String,
) {
    let text = fs::read_to_string(folder().join(name))
        .unwrap_or_else(|error| panic!("{name} must be there for ever: {error}"));
    let (version, stated) = stated(name);
    assert_eq!(stated, kind, "{name} is listed under its kind");
    let from = match decode(&text) {
        Ok(Read::Current(value)) => {
            assert_eq!(&value, expected, "{name} must mean the same for ever");
            newest
        }
        Ok(Read::Migrated { value, from }) => {
            assert_eq!(&value, expected, "{name} must mean the same for ever");
            from
        }
        Err(error) => panic!("{name} must be readable for ever: {error}"),
    };
    assert_eq!(from, version, "{name} lies in the folder of its version");
    if version == newest {
        assert_eq!(
            encode(expected, written_at(&text)),
            text.trim_end(),
            "what is written is no longer what {name} has: that is a new version, see \
             store/ladder.rs"
        );
    }
}

fn names() -> BTreeSet<&'static str> {
    let positions = positions().into_iter().map(|(name, _)| name);
    let progresses = progresses().into_iter().map(|(name, _)| name);
    let settings = all_settings().into_iter().map(|(name, _)| name);
    let items = items().into_iter().map(|(name, ..)| name);
    positions
        .chain(progresses)
        .chain(settings)
        .chain(items)
        .collect()
}

#[test]
fn every_released_record_of_a_place_is_read_for_ever() {
    check(positions());
}

#[test]
fn every_released_record_of_progress_is_read_for_ever() {
    check(progresses());
}

#[test]
fn every_released_record_of_settings_is_read_for_ever() {
    check(all_settings());
}

#[test]
fn every_released_record_of_an_item_is_read_for_ever() {
    for (name, kind, expected) in items() {
        check_one(
            name,
            (kind.name(), kind.version()),
            &expected,
            |text| decode_item(kind, text),
            |item, now| encode_item(kind, item, now),
        );
    }
}

#[test]
fn every_version_of_every_kind_has_a_fixture() {
    let stated: BTreeSet<_> = names().into_iter().map(stated).collect();
    let kinds = Kind::ALL.map(|kind| (kind.name(), kind.version()));
    let item_kinds = ItemKind::ALL.map(|kind| (kind.name(), kind.version()));
    for (kind, newest) in kinds.into_iter().chain(item_kinds) {
        for version in 1..=newest {
            assert!(
                stated.contains(&(version, kind)),
                "version {version} of {kind} has no fixture: {NEW_FIXTURE}"
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

/// Writes the fixtures that are missing, after a new version was made: `cargo test -p
/// bearings-domain -- --ignored write_missing`. Look at what it wrote before it is kept.
#[test]
#[ignore = "it writes files"]
fn write_missing_fixtures() {
    let now = Millis(1_795_363_500_000);
    let settings = all_settings().into_iter();
    let settings = settings.map(|(name, settings)| (name, settings.encode(now)));
    let items = items().into_iter();
    let items = items.map(|(name, kind, item)| (name, encode_item(kind, &item, now)));
    for (name, text) in settings.chain(items) {
        let path = folder().join(name);
        if !path.exists() {
            fs::write(path, text + "\n").expect("the fixture can be written");
        }
    }
}
