//! What was written is read again.

use std::collections::BTreeMap;

use bearings_domain::settings::HowMuch;
use proptest::prelude::*;

use crate::codec;
use crate::codec_blocks;
use crate::entropy::{Decoder, Encoder};
use crate::parts::{
    Block, BlockKind, BlockParts, Entry, InBlocks, Kind, Names, Parts, Posting, Weight,
};
use crate::{Index, answer, write};

const KINDS: [Kind; 5] = [
    Kind::Sign,
    Kind::Term,
    Kind::Page,
    Kind::Choose,
    Kind::Place,
];

/// Numbers from which an index is made that does not contradict itself.
type Seeds = (BTreeMap<String, u32>, Vec<(u8, String)>, Vec<u32>);

fn seeds() -> impl Strategy<Value = Seeds> {
    (
        prop::collection::btree_map("[a-zé0-9]{1,9}", any::<u32>(), 1..30),
        prop::collection::vec((0_u8..5, "[A-Za-z ()]{0,12}"), 1..12),
        prop::collection::vec(any::<u32>(), 40),
    )
}

fn parts((words, entries, numbers): &Seeds) -> (Parts, BlockParts) {
    let mut classes = 0;
    let mut own = Vec::new();
    for (word, number) in words {
        let class = if *number % 3 == 0 && classes > 0 {
            number % classes
        } else {
            classes
        };
        classes = classes.max(class + 1);
        own.push((word.clone(), class));
    }
    let mut numbers = numbers.iter().copied().cycle();
    let mut below = |end: u32| numbers.next().unwrap_or(0) % end;
    let entries: Vec<_> = entries
        .iter()
        .enumerate()
        .map(|(at, (kind, title))| Entry {
            kind: KINDS[usize::from(*kind)],
            id: format!("e{at}"),
            title: title.clone(),
            level: u8::try_from(at % 4).unwrap_or(0),
        })
        .collect();
    let names = (0_u32..).zip(&entries).map(|(entry, _)| {
        let mut names: Vec<Vec<u32>> = (0..below(4))
            .map(|_| {
                let mut name: Vec<_> = (0..=below(3)).map(|_| below(classes)).collect();
                name.sort_unstable();
                name.dedup();
                name
            })
            .collect();
        names.sort();
        Names {
            entry,
            block: "b".repeat(entry as usize % 2),
            names,
        }
    });
    let names = names.collect();
    let weights = [Weight::Full, Weight::Context, Weight::Weak, Weight::Ignored];
    let weights = (0..classes).map(|_| weights[below(4) as usize]).collect();
    let mut postings = vec![Vec::new(); classes as usize];
    let mut in_blocks = vec![Vec::new(); classes as usize];
    for (row, blocks) in postings.iter_mut().zip(&mut in_blocks) {
        for (entry, known) in (0_u32..).zip(&entries) {
            let mask = 1 + below(7);
            if below(2) == 0 {
                let impact = if known.kind == Kind::Sign {
                    0
                } else {
                    below(3).to_le_bytes()[0]
                };
                row.push(Posting { entry, impact });
                blocks.push(InBlocks {
                    entry,
                    blocks: mask,
                    titles: below(2) * mask,
                });
            } else {
                blocks.push(InBlocks {
                    entry,
                    blocks: mask,
                    titles: 0,
                });
            }
        }
    }
    let phrases = vec![
        (vec![below(classes), below(classes)], 0),
        (vec![0], classes - 1),
    ];
    let near = vec![(below(classes), below(classes))];
    let block = |at: u32| Block {
        kind: BlockKind::Section,
        id: format!("b{at}"),
    };
    let blocks = BlockParts {
        words: Vec::new(),
        blocks: entries
            .iter()
            .map(|_| (0..3).map(block).collect())
            .collect(),
        postings: in_blocks,
    };
    (
        Parts {
            words: own,
            weights,
            phrases,
            near,
            entries,
            names,
            postings,
        },
        blocks,
    )
}

proptest! {
    #[test]
    fn an_index_comes_back(seeds in seeds()) {
        let (parts, blocks) = parts(&seeds);
        let mut encoder = Encoder::default();
        prop_assert_eq!(codec::pages(&mut encoder, &mut parts.clone()), Ok(()));
        let bytes = encoder.finish();
        // The texts stand before the bits.
        let mut read = Parts {
            entries: parts.entries.iter().map(|entry| Entry { kind: Kind::Sign, level: 0, ..entry.clone() }).collect(),
            names: parts.names.iter().map(|names| Names { block: names.block.clone(), ..Names::default() }).collect(),
            ..Parts::default()
        };
        prop_assert_eq!(codec::pages(&mut Decoder::new(&bytes), &mut read), Ok(()));
        prop_assert_eq!(&read, &parts);
        let mut encoder = Encoder::default();
        prop_assert_eq!(codec_blocks::blocks(&mut encoder, &mut blocks.clone(), &parts), Ok(()));
        let bytes = encoder.finish();
        let mut read = BlockParts { blocks: blocks.blocks.clone(), ..BlockParts::default() };
        prop_assert_eq!(codec_blocks::blocks(&mut Decoder::new(&bytes), &mut read, &parts), Ok(()));
        prop_assert_eq!(read, blocks);
    }

    #[test]
    fn no_bytes_and_no_query_make_it_panic(seeds in seeds(), at in any::<prop::sample::Index>(), byte in any::<u8>(), text in "\\PC{0,20}") {
        let (parts, blocks) = parts(&seeds);
        let (mut first, mut second) = (write::pages(&parts), write::blocks(&blocks, &parts));
        for is_damaged in [false, true] {
            if is_damaged {
                let place = at.index(first.len());
                first[place] = byte;
                let place = at.index(second.len());
                second[place] = byte;
            }
            if let Ok(mut index) = Index::read(&first) {
                let is_whole = index.add_blocks(&second).is_ok();
                prop_assert!(is_whole || is_damaged);
                drop(answer(&index, &text, HowMuch::ShowMe, 5));
            } else {
                prop_assert!(is_damaged);
            }
        }
    }
}
