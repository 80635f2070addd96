//! Signs that need a call: each stands once, in `signs.toml`, with its words and its level.
//! Pages show signs by their ids, so that no sign can be worded or ranked by hand.

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::{self, Once};
use crate::parse::level::Level;
use crate::parse::levels::{LevelText, Levels};
use crate::parse::phrase;
use crate::parse::plain_text;
use crate::parse::regional::Regional;
use crate::parse::text::Phrase;

/// To whom the words of a sign are addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Addressed {
    /// The person who has the cancer.
    #[default]
    You,
    /// Somebody beside them.
    Carer,
}

/// A sign that needs a call.
#[derive(Clone, Debug)]
pub(crate) struct Sign {
    /// Its name for ever; its anchor on Help.
    pub id: At<String>,
    pub level: Level,
    /// The id of the group under which Help shows it.
    pub group: At<String>,
    /// The words for the person who has it.
    pub you: Phrase,
    /// The words for somebody beside them.
    pub they: Phrase,
    /// The few words on the card to carry, if it stands there.
    pub card: Option<Phrase>,
    /// What always goes with it.
    pub note: Option<Phrase>,
    /// For people on these drugs, or kinds of drugs, only.
    pub drugs: Vec<At<String>>,
    /// For people with spread to these places only.
    pub spread: Vec<At<String>>,
    /// Everyday words by which it is looked up.
    pub words: Vec<At<String>>,
    /// The page that explains it.
    pub see: Option<At<String>>,
    pub sources: Vec<At<String>>,
}

impl Sign {
    /// Its words for this reader.
    pub fn said(&self, to: Addressed) -> &Phrase {
        match to {
            Addressed::You => &self.you,
            Addressed::Carer => &self.they,
        }
    }

    /// Every text of it.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        [&self.you, &self.they]
            .into_iter()
            .chain(&self.card)
            .chain(&self.note)
    }
}

/// A heading under which Help shows signs of one level.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub id: String,
    pub title: At<String>,
}

/// The records of `signs.toml`, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Signs {
    pub levels: Levels,
    pub groups: Vec<Group>,
    pub all: Vec<Sign>,
    /// What to have at hand before the call.
    pub ready: Option<At<String>>,
    /// The same in few words, for the card.
    pub ready_on_card: Option<At<String>>,
    /// Whether the file was readable; if not, an unknown sign is nobody's mistake.
    pub is_whole: bool,
}

impl Signs {
    /// The signs; a guide without any has no file.
    pub fn read(files: &Files, regional: &Regional, findings: &Findings) -> Signs {
        let name = format!("content/{}/signs.toml", files.lang.code());
        if !files.has(&name) {
            return Signs {
                is_whole: true,
                ..Signs::default()
            };
        }
        let Some(file) = files.text_if_there(&name, findings) else {
            return Signs::default();
        };
        let signs = fields::with_toml(&file, file.whole(), findings, |root| {
            let signs = read_all(&root, regional);
            root.finish();
            signs
        });
        signs.unwrap_or_default()
    }

    /// The sign with this id.
    pub fn find(&self, id: &str) -> Option<&Sign> {
        self.all.iter().find(|sign| sign.id.value == id)
    }

    /// Every text that may hold words by region.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let levels = self.levels.all().flat_map(LevelText::phrases);
        levels.chain(self.all.iter().flat_map(Sign::phrases))
    }

    /// The signs of a level, by the groups of Help, in the order of the file.
    pub fn by_group(&self, level: Level) -> impl Iterator<Item = (&Group, Vec<&Sign>)> {
        self.groups.iter().filter_map(move |group| {
            let of_group = |sign: &&Sign| sign.level == level && sign.group.value == group.id;
            let signs: Vec<_> = self.all.iter().filter(of_group).collect();
            (!signs.is_empty()).then_some((group, signs))
        })
    }
}

fn read_all(root: &Fields<'_>, regional: &Regional) -> Signs {
    let levels = read_levels(root, regional);
    let mut once = Once::default();
    let groups = root.tables("group").into_iter().filter_map(|table| {
        let id = ids::need(&table);
        let title = plain_text::need(&table, "title");
        table.finish();
        Some(Group {
            id: id?.value,
            title: title?,
        })
    });
    let groups: Vec<_> = groups.collect();
    let tables = root.tables("sign").into_iter();
    let all = tables.filter_map(|table| read_sign(table, regional, &levels, &groups, &mut once));
    let all = all.collect();
    let ready = root.need_table("ready");
    let (text, card) = ready.map_or((None, None), |table| {
        let texts = (
            plain_text::need(&table, "text"),
            plain_text::need(&table, "card"),
        );
        table.finish();
        texts
    });
    Signs {
        levels,
        groups,
        all,
        ready: text,
        ready_on_card: card,
        is_whole: true,
    }
}

/// The tables `[[level]]`; each level has to have one.
fn read_levels(root: &Fields<'_>, regional: &Regional) -> Levels {
    let mut levels = Vec::new();
    for table in root.tables("level") {
        let level = table
            .need_text("id")
            .and_then(|id| Level::named(&id.value, &id.spot, table.findings));
        let verb = plain_text::need(&table, "verb");
        let verb_in_text = plain_text::need(&table, "verb_in_text");
        let short = plain_text::need(&table, "short");
        let none = Levels::default();
        let phrase = |text| phrase::read(text, regional, &none, table.findings);
        let whom = table.need_text("whom").map(phrase);
        let no_answer = table.text("no_answer").map(phrase);
        table.finish();
        if let (Some(level), Some(verb), Some(verb_in_text), Some(short), Some(whom)) =
            (level, verb, verb_in_text, short, whom)
        {
            levels.push(LevelText {
                level,
                verb,
                verb_in_text,
                short,
                whom,
                no_answer,
            });
        }
    }
    for level in Level::ALL {
        let count = levels.iter().filter(|text| text.level == level).count();
        if count != 1 {
            let what = format!("the level `{level}` is described {count} times");
            let remedy = "Each level has one [[level]] table with its verb and whom to call.";
            root.findings.add(&root.spot, what, remedy);
        }
    }
    Levels::new(levels)
}

fn read_sign(
    table: Fields<'_>,
    regional: &Regional,
    levels: &Levels,
    groups: &[Group],
    once: &mut Once,
) -> Option<Sign> {
    let findings = table.findings;
    let phrase = |text: At<String>| phrase::read(text, regional, levels, findings);
    let id = ids::need(&table);
    let level = table
        .need_text("level")
        .and_then(|name| Level::named(&name.value, &name.spot, findings));
    let group = table.need_text("group");
    if let Some(group) = &group
        && !groups.iter().any(|known| known.id == group.value)
    {
        let what = format!("the group `{}` is unknown", group.value);
        findings.add(
            &group.spot,
            what,
            "Add a [[group]] with id and title, or mend its name.",
        );
    }
    let you = table.need_text("you").map(phrase);
    let they = table.need_text("they").map(phrase);
    let card = table.text("card").map(phrase);
    let note = table.text("note").map(phrase);
    let drugs = table.texts("drugs").unwrap_or_default();
    let spread = table.texts("spread").unwrap_or_default();
    let words = table.need_texts("words").unwrap_or_default();
    let see = table.text("see");
    let sources = table.need_texts("sources").unwrap_or_default();
    table.finish();
    let id = id?;
    once.is_new("sign", &id.value, &id.spot, findings);
    for (what, list) in [("everyday words", &words), ("sources", &sources)] {
        if list.is_empty() {
            let what = format!("the sign `{}` has no {what}", id.value);
            findings.add(&id.spot, what, "Name at least one.");
        }
    }
    Some(Sign {
        id,
        level: level?,
        group: group?,
        you: you?,
        they: they?,
        card,
        note,
        drugs,
        spread,
        words,
        see,
        sources,
    })
}
