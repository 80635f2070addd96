//! The reviewer's sheet: every page with what it claims and where that comes from, how it scores,
//! and boxes to sign. For a doctor, nurse or patient who checks the guide, on paper or on screen;
//! in English, like everything the compiler says to those who check.
//!
//! Pages of the part for those who choose to read come last and closed: the sheet is published.

mod page;

use bearings_domain::{Destination, Lang, PartKind};

use crate::output::html::{Html, TrustedHtml};
use crate::output::report::Report;
use crate::parse::level::Level;
use crate::parse::library::Library;
use crate::parse::outline::OutlinePart;
use crate::parse::text;
use crate::rules::pemat::{self, Judge};

/// The file of the sheet, at the root of the site.
pub const REVIEW_FILE: &str = "review.html";
/// Its title.
pub const REVIEW_TITLE: &str = "Reviewer's sheet · Bearings";

/// Everything inside `<main>`.
pub(crate) fn write(library: &Library, report: &Report) -> TrustedHtml {
    let mut html = Html::default();
    head(report, &mut html);
    judged_for_all(library, &mut html);
    fresh(report, &mut html);
    signs(library, &mut html);
    let (choose, others): (Vec<_>, Vec<_>) = library
        .outline
        .parts
        .iter()
        .partition(|part| part.kind == PartKind::Choose);
    html.raw("<nav aria-label=\"Pages\"><h2>Pages</h2>");
    for part in &others {
        contents(library, part, &mut html);
    }
    html.raw("</nav>");
    for part in others {
        pages(library, report, part, &mut html);
    }
    for part in choose {
        html.raw("<details><summary>").text(&part.title.value).raw(
            ": hard topics, which a person asks to see. Open this before you print it.</summary>",
        );
        contents(library, part, &mut html);
        pages(library, report, part, &mut html);
        html.raw("</details>");
    }
    html.trust()
}

fn head(report: &Report, html: &mut Html) {
    let totals = &report.totals;
    html.raw("<h1>Reviewer's sheet</h1><p>For those who check this guide: each page with its reading level, its sentences and where they come from, how it scores, and room to sign. It is made from the same files as the guide. <a href=\"")
        .text(&Destination::About.in_lang(Lang::ENGLISH).file())
        .raw("\">About Bearings</a></p><p>");
    html.text(&format!(
        "{} pages, {} words. {} of {} sentences that claim something are traced to their sources, on {} pages.",
        totals.pages, totals.words, totals.claims_traced, totals.claims, totals.pages_with_trace
    ));
    html.raw("</p><p>No doctor or nurse has signed a page unless a name stands below it on a copy of this sheet. Many sources were seen in part only, and the second reading was not whole: nothing here stands in for your own. In <b>From</b> stand the ids of sources (listed above the sentences) and of the 64 facts the guide began with (S01 to S64).</p>");
}

/// Items of PEMAT-P that people judge for the whole site, said once.
fn judged_for_all(library: &Library, html: &mut Html) {
    let mut verdicts = library
        .pages()
        .flat_map(|page| pemat::verdicts(library, page))
        .filter(|verdict| verdict.judge == Judge::Site)
        .collect::<Vec<_>>();
    verdicts.sort_by_key(|verdict| verdict.item);
    verdicts.dedup_by_key(|verdict| verdict.item);
    if verdicts.is_empty() {
        return;
    }
    html.raw("<h2>PEMAT-P: judged for the whole site</h2><p>By the makers of the guide, not by an outside rater. What stands below a page comes before this.</p>");
    page::verdicts(library, &verdicts, html);
}

/// What moves fast, the oldest look-up first.
fn fresh(report: &Report, html: &mut Html) {
    if report.fresh.is_empty() {
        return;
    }
    html.raw("<details><summary>What moves fast, and when it was last looked up</summary><p>Look up again what is older than six months. The oldest stands first.</p><ul>");
    for (block, month) in &report.fresh {
        html.raw("<li>")
            .text(&format!("{month} {block}"))
            .raw("</li>");
    }
    html.raw("</ul></details>");
}

/// Every sign as readers see it, with its sources.
fn signs(library: &Library, html: &mut Html) {
    if library.signs.all.is_empty() {
        return;
    }
    html.raw("<details><summary>Signs that need a call</summary>");
    for level in Level::ALL {
        let Some(text) = library.signs.levels.text(level) else {
            continue;
        };
        html.raw("<h3>").text(&text.verb.value).raw("</h3><ul>");
        let all = library.signs.all.iter();
        for sign in all.filter(|sign| sign.level == level) {
            let sources = sign.sources.iter().map(|id| id.value.as_str());
            let sources: Vec<_> = sources.collect();
            html.raw("<li>").text(&text::plain(&sign.you.inlines));
            if let Some(note) = &sign.note {
                html.raw(" <i>")
                    .text(&text::plain(&note.inlines))
                    .raw("</i>");
            }
            html.raw(" From: ").text(&sources.join(" ")).raw("</li>");
        }
        html.raw("</ul>");
    }
    html.raw("</details>");
}

fn contents(library: &Library, part: &OutlinePart, html: &mut Html) {
    html.raw("<h3>").text(&part.title.value).raw("</h3><ol>");
    for page in part.pages.iter().filter_map(|id| library.find(&id.value)) {
        html.raw("<li><a href=\"#")
            .text(page.id.as_str())
            .raw("\">");
        html.text(&page.front.title.value).raw("</a></li>");
    }
    html.raw("</ol>");
}

fn pages(library: &Library, report: &Report, part: &OutlinePart, html: &mut Html) {
    html.raw("<h2>").text(&part.title.value).raw("</h2>");
    for page in part.pages.iter().filter_map(|id| library.find(&id.value)) {
        let mut reports = report.pages.iter();
        if let Some(report) = reports.find(|report| report.id == page.id.as_str()) {
            page::write(library, page, report, html);
        }
    }
}

#[cfg(test)]
mod tests;
