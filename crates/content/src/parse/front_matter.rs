//! The facts of a page, between its two lines of `+++`.

use std::ops::Range;

use bearings_domain::{Destination, PageId};

use crate::base::date::Date;
use crate::base::problem::{At, Findings};
use crate::parse::checks::{self, Check};
use crate::parse::fields::{self, Fields};
use crate::parse::files::SourceFile;
use crate::parse::ids;
use crate::parse::levels::Levels;
use crate::parse::plain_text;
use crate::parse::questions::{self, Question};
use crate::parse::seed_facts::{self, Said};
use crate::parse::signs::Addressed;
use crate::parse::slots::{self, Slots};
use crate::parse::sources;

/// Longest title, in characters.
const MAX_TITLE: usize = 60;

/// Who sees a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    Everyone,
    ChooseToRead,
}

/// The facts of a page of the guide or of a destination. What is missing is a problem already, and
/// empty here.
#[derive(Clone, Debug)]
pub(crate) struct FrontMatter {
    pub title: At<String>,
    pub in_short: Option<At<String>>,
    /// Only a place has one; that of a page is made from `in_short`.
    pub description: Option<At<String>>,
    pub audience: Option<At<Audience>>,
    pub reviewed: Option<Date>,
    pub sources: Vec<At<String>>,
    pub figures: Vec<At<String>>,
    pub says: Vec<Said>,
    pub questions: Vec<Question>,
    pub checks: Vec<Check>,
    /// What a page of its kind has to hold.
    pub slots: Option<At<Slots>>,
    /// Why a page is as short as it is.
    pub short_because: Option<At<String>>,
    /// Signs that stand under the short version, because the page is about them.
    pub first_signs: Vec<At<String>>,
    /// To whom the words of its signs are addressed.
    pub addressed: Addressed,
    /// The countries that a page of helplines serves, by id.
    pub countries: Vec<At<String>>,
}

/// Finds the two lines of `+++`: the bytes between them, and where the text begins.
pub(crate) fn split(file: &SourceFile, findings: &Findings) -> Option<(Range<usize>, usize)> {
    const REMEDY: &str = "Begin the file with a line +++, then the page's facts, then a line +++.";
    let mut start = None;
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let after = at + line.len();
        match (line.trim_end(), start) {
            ("+++", None) => start = Some(after),
            ("+++", Some(start)) => return Some((start..at, after)),
            ("", None) => {}
            (_, None) => break,
            _ => {}
        }
        at = after;
    }
    let what = match start {
        None => "the page's facts are missing",
        Some(_) => "the page's facts have no end",
    };
    findings.add(&file.spot(0), what, REMEDY);
    None
}

/// Reads the facts in `range`; `id` is what the file is named after.
pub(crate) fn read(
    file: &SourceFile,
    range: Range<usize>,
    id: &PageId,
    destination: Option<&Destination>,
    levels: &Levels,
    findings: &Findings,
) -> Option<FrontMatter> {
    fields::with_toml(file, range, findings, |fields| {
        ids::same_as_file(&fields, id);
        let front = if destination.is_some() {
            of_destination(&fields)
        } else {
            of_page(&fields, levels)
        };
        fields.finish();
        front
    })
}

fn of_page(fields: &Fields<'_>, levels: &Levels) -> FrontMatter {
    FrontMatter {
        title: title(fields),
        in_short: fields.need_text("in_short"),
        description: None,
        audience: audience(fields),
        reviewed: fields.need_date("reviewed"),
        sources: sources::need(fields),
        figures: fields.need_texts("figures").unwrap_or_default(),
        says: seed_facts::read(fields),
        questions: questions::read(fields),
        checks: checks::read(fields, levels),
        slots: slots::read(fields),
        short_because: plain_text::may(fields, "short_because"),
        first_signs: fields.texts("first_signs").unwrap_or_default(),
        addressed: addressed(fields),
        countries: fields.texts("countries").unwrap_or_default(),
    }
}

fn of_destination(fields: &Fields<'_>) -> FrontMatter {
    FrontMatter {
        title: title(fields),
        in_short: fields.text("in_short"),
        description: fields.need_text("description"),
        audience: None,
        reviewed: fields.date("reviewed"),
        sources: fields.texts("sources").unwrap_or_default(),
        figures: fields.texts("figures").unwrap_or_default(),
        says: seed_facts::read(fields),
        questions: questions::read(fields),
        checks: Vec::new(),
        slots: None,
        short_because: None,
        first_signs: Vec::new(),
        addressed: Addressed::You,
        countries: Vec::new(),
    }
}

fn title(fields: &Fields<'_>) -> At<String> {
    let Some(title) = fields.need_text("title") else {
        return At::new(String::new(), fields.spot.clone());
    };
    let length = title.value.chars().count();
    if length > MAX_TITLE {
        let what = format!("a title of {length} characters");
        fields
            .findings
            .add(&title.spot, what, "Sixty are the most.");
    }
    title
}

fn audience(fields: &Fields<'_>) -> Option<At<Audience>> {
    let written = fields.need_text("audience")?;
    let audience = match written.value.as_str() {
        "everyone" => Audience::Everyone,
        "choose-to-read" => Audience::ChooseToRead,
        other => {
            let what = format!("the audience `{other}` is unknown");
            fields.findings.add(
                &written.spot,
                what,
                "Write \"everyone\" or \"choose-to-read\".",
            );
            return None;
        }
    };
    Some(At::new(audience, written.spot))
}

fn addressed(fields: &Fields<'_>) -> Addressed {
    match fields.text("addressed") {
        None => Addressed::You,
        Some(written) if written.value == "carer" => Addressed::Carer,
        Some(written) => {
            let what = format!("`{}` is nobody to address", written.value);
            let remedy =
                "Write \"carer\" on a page for those beside the person, or take the line out.";
            fields.findings.add(&written.spot, what, remedy);
            Addressed::You
        }
    }
}
