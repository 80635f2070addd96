//! Files that nobody made. Ten thousand with every run of the tests; `BEARINGS_FUZZ=1000000 cargo
//! test --release -p bearings-domain -- fuzz --nocapture` tries a million.

use super::sealed::Sealed;
use super::storage::{BASE, NOW, Storage};
use super::*;
use crate::items::simulation::{Act, live};
use crate::store::{ItemKind, Kind, Slot, Stored, checksum};
use crate::testing::{block, page};
use crate::{Position, Progress, Settings, Writer};

/// Numbers that look random and are the same in every run (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("it fits");
        usize::try_from(self.roll() % end).expect("it is smaller")
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What may break a reader in the wrong place.
const BITS: [&str; 37] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\\u",
    "\\ud800",
    "\\u0000",
    "\n",
    "\u{0}",
    "ä",
    "😀",
    "\u{feff}",
    "null",
    "true",
    "-1",
    "1e9",
    "0",
    "1",
    "18446744073709551616",
    "8640000000000000",
    "9007199254740992",
    "\"app\"",
    "\"backup\":",
    "\"records\":[",
    "\"note:",
    "\"sum\":\"",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    "bearings-sealed 1",
    "bearings-sealed 2",
    "kdf ",
    "==",
    "AAAA",
];

fn storage() -> Storage {
    let acts = [
        (0, Act::Create(0), 5),
        (1, Act::Hear(0), 5),
        (0, Act::Edit(0, 0), 6),
        (1, Act::Edit(0, 0), 7),
        (0, Act::Hear(1), 7),
        (0, Act::Create(1), 8),
        (0, Act::Delete(1), 9),
    ];
    let [tab, ..] = live(&acts);
    let mut storage = Storage::default();
    storage.store_items(ItemKind::Note, &tab.items);
    let mut progress = Progress::default();
    progress.mark_read(&page("bone-scan"), Millis(5));
    let position = Position {
        at: Millis(5),
        page: page("bone-scan"),
        block: block("eat"),
        offset: 5,
    };
    storage.store(&Slot::One(Kind::Position), &Stored::Position(position));
    storage.store(&Slot::One(Kind::Progress), &Stored::Progress(progress));
    storage.store(
        &Slot::One(Kind::Settings),
        &Stored::Settings(Settings::default()),
    );
    storage
}

/// A text with a few things changed, as bytes so that nothing is out of reach.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(20)).min(bytes.len());
        match dice.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => {
                let from = dice.below(bytes.len() + 1);
                let moved = bytes[from..(from + 9).min(bytes.len())].to_vec();
                bytes.splice(at..end, moved);
            }
            4 | 5 => drop(bytes.splice(at..at, dice.pick(&BITS).bytes())),
            6 => drop(bytes.splice(at..end, dice.pick(&BITS).bytes())),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A file that has the right checksum, so that what is behind it is reached: the records are
/// mutated, and so, at times, is the text around them.
fn forged(records: &[Record], dice: &mut Dice) -> String {
    let mut records = records.to_vec();
    for _ in 0..=dice.below(2) {
        let at = dice.below(records.len());
        let record = &mut records[at];
        match dice.below(6) {
            0 => record.name = mutated(&record.name, dice),
            1 => record.text = mutated(&record.text, dice),
            _ => record.text = summed(&mutated(&record.text, dice)),
        }
    }
    let text = Backup::write(&records, "build-7", NOW);
    if dice.below(4) > 0 {
        return text;
    }
    let text = mutated(&text, dice);
    let covered = text
        .rsplit_once(write::SUM)
        .map_or(&*text, |(covered, _)| covered);
    [covered, write::SUM, &checksum(covered), write::END].concat()
}

/// A stored record with the checksum that its data, as it now is, should have.
fn summed(text: &str) -> String {
    let parts = text.split_once(r#""sum":""#);
    let parts = parts.and_then(|(head, tail)| Some((head, tail.split_once(r#","data":"#)?.1)));
    let Some((head, data)) = parts else {
        return text.to_owned();
    };
    let data = data.strip_suffix('}').unwrap_or(data);
    [
        head,
        r#""sum":""#,
        &checksum(data),
        r#"","data":"#,
        data,
        "}",
    ]
    .concat()
}

fn noise(dice: &mut Dice) -> String {
    let mut text = String::new();
    if dice.below(2) == 0 {
        text.push_str(START);
    }
    for _ in 0..dice.below(30) {
        text.push_str(dice.pick(&BITS));
    }
    text
}

/// Reads a file and, if that is possible, restores it into an empty and into a full storage.
/// Returns whether it was.
fn try_out(text: &str, here: &Storage) -> bool {
    let _ = Sealed::parse(text);
    let Ok(backup) = Backup::read(text) else {
        return false;
    };
    for storage in [here, &Storage::default()] {
        let mut plan = RestorePlan::new(&storage.records(), &backup, NOW);
        let mut restored = storage.clone();
        restored.restore(&plan);
        for kept in &backup.records {
            // What was taken over can be read again, and what was here is still in it.
            let name = kept.slot.name();
            let is_there = restored.get(&kept.slot).is_some();
            assert!(is_there, "{name} was not restored from {text}");
        }
        let again = RestorePlan::new(&restored.records(), &backup, NOW);
        assert!(
            again.is_empty(),
            "restoring twice changes something: {text}"
        );
        plan.bring_back(Writer::new(5), NOW);
        storage.clone().restore(&plan);
        let _ = plan.transaction(BASE);
    }
    true
}

#[test]
fn no_file_makes_reading_panic_or_restores_by_halves() {
    let asked = std::env::var("BEARINGS_FUZZ").ok();
    let count = asked.as_deref().map_or(10_000, |asked| {
        asked
            .parse()
            .expect("BEARINGS_FUZZ is how many files to try")
    });
    let (storage, mut dice) = (storage(), Dice(2026));
    let (records, backup) = (storage.records(), storage.backup());
    let sealed = Sealed {
        header: sealed::Header::new([7; 16], [9; 12]),
        ciphertext: vec![5; 40],
    }
    .print();
    let mut read = 0_u64;
    for number in 0..count {
        let text = match number % 8 {
            0 => noise(&mut dice),
            1 => mutated(&sealed, &mut dice),
            2 | 3 => mutated(&backup, &mut dice),
            _ => forged(&records, &mut dice),
        };
        let could_be_read = try_out(&text, &storage);
        read += u64::from(could_be_read);
        if could_be_read && matches!(number % 8, 2 | 3) {
            let is_same = text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']) == backup;
            assert!(is_same, "a changed file was taken: {text}");
        }
    }
    println!("{count} files, {read} of them readable");
    assert!(
        read * 5 > count,
        "too few files reach what is behind the checksum: {read}"
    );
}
