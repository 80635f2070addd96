//! One page of the guide on the sheet.

use bearings_domain::{Destination, Lang};

use crate::output::html::Html;
use crate::output::report::PageReport;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::trace::{Basis, NO_CLAIM, Name, Trace};
use crate::rules::pemat::{Judge, Verdict};
use crate::rules::statements::statements;

/// What questions 9 to 15 of DISCERN ask.
const DISCERN: [(u8, &str); 7] = [
    (9, "How the treatment works"),
    (10, "Its benefits"),
    (11, "Its risks"),
    (12, "What happens without it"),
    (13, "What it does to daily life"),
    (14, "That there is more than one choice"),
    (15, "Help to decide together"),
];

/// The question of DISCERN that *Ask my team* answers.
const SHARED_DECISION: u8 = 15;

pub(super) fn write(library: &Library, page: &Document, report: &PageReport, html: &mut Html) {
    html.raw("<article id=\"")
        .text(page.id.as_str())
        .raw("\"><h3>");
    html.raw("<a href=\"")
        .text(&page.route(Lang::ENGLISH).file())
        .raw("\">");
    html.text(&page.front.title.value).raw("</a></h3>");
    facts(report, html);
    sources(library, page, html);
    sentences(library.traces.of(page), page, html);
    pemat(library, report, html);
    discern(page, html);
    html.raw("<h4>Signed</h4><table class=\"sign\"><tbody>");
    for line in [
        "☐ right as it is  ☐ right with the changes I wrote  ☐ not right",
        "Name and profession",
        "Date and signature",
    ] {
        html.raw("<tr><th scope=\"row\">")
            .text(line)
            .raw("</th><td></td></tr>");
    }
    html.raw("</tbody></table></article>");
}

fn facts(report: &PageReport, html: &mut Html) {
    html.raw("<p>").text(&format!(
        "Last revised: {}. Trace last written: {}. {} words, the longest sentence {}. Flesch-Kincaid grade {:.1}, SMOG {:.1}; without names of drugs and tests {:.1} and {:.1}. {} words explained in place. {} of {} claims traced.",
        report.reviewed.as_deref().unwrap_or("never"),
        report.traced.as_deref().unwrap_or("not yet"),
        report.words,
        report.longest_sentence,
        report.fkgl,
        report.smog,
        report.fkgl_plain,
        report.smog_plain,
        report.terms_used.len(),
        report.claims_traced,
        report.claims,
    ));
    html.raw("</p>");
}

fn sources(library: &Library, page: &Document, html: &mut Html) {
    html.raw("<h4>Sources</h4><ul>");
    for id in &page.front.sources {
        let id = id.value.as_str();
        html.raw("<li><a href=\"")
            .text(&Destination::Sources.in_lang(Lang::ENGLISH).file());
        html.raw("#").text(id).raw("\">").text(id).raw("</a>");
        if let Some(source) = library.sources.by_id.get(id) {
            html.text(&format!(
                " {}: {} ({})",
                source.who,
                source.title,
                source.kind.name()
            ));
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
}

fn sentences(trace: Option<&Trace>, page: &Document, html: &mut Html) {
    html.raw("<h4>Sentences, and where they come from</h4><table><thead><tr><th scope=\"col\">Block</th><th scope=\"col\">Sentence</th><th scope=\"col\">From</th><th scope=\"col\">Right</th></tr></thead><tbody>");
    let mut block = String::new();
    for statement in statements(page) {
        html.raw("<tr><td>");
        if statement.block != block {
            block.clone_from(&statement.block);
            html.raw("<a href=\"")
                .text(&page.route(Lang::ENGLISH).file())
                .raw("#");
            html.text(&block).raw("\">").text(&block).raw("</a>");
        }
        html.raw("</td><td>").text(&statement.text).raw("</td><td>");
        let basis = statement.basis_in(trace);
        html.text(&from(&basis)).raw("</td><td>☐</td></tr>");
    }
    html.raw("</tbody></table>");
}

fn from(basis: &Basis) -> String {
    match basis {
        Basis::Open => "not traced yet".to_owned(),
        Basis::NoClaim => NO_CLAIM.to_owned(),
        Basis::Named(names) => {
            let names = names.iter().map(|name| match name {
                Name::Fact(fact) => fact.to_string(),
                Name::Source(source) => source.clone(),
            });
            names.collect::<Vec<_>>().join(" ")
        }
    }
}

fn pemat(library: &Library, report: &PageReport, html: &mut Html) {
    let score = |share: Option<f64>| {
        share.map_or_else(
            || "no score yet".to_owned(),
            |share| format!("{share:.0} %"),
        )
    };
    html.raw("<h4>PEMAT-P</h4><p>").text(&format!(
        "Can be understood: {}. Can be acted on: {}. Pass mark: 70 %.",
        score(report.pemat_understandability),
        score(report.pemat_actionability)
    ));
    let of_all: Vec<_> = report
        .pemat
        .iter()
        .filter(|verdict| verdict.judge == Judge::Site)
        .map(|verdict| verdict.item.to_string())
        .collect();
    if !of_all.is_empty() {
        html.text(&format!(
            " Judged for the whole site, above: {}.",
            of_all.join(", ")
        ));
    }
    html.raw("</p>");
    let own = report.pemat.iter().filter(|one| one.judge != Judge::Site);
    verdicts(library, &own.cloned().collect::<Vec<_>>(), html);
}

/// Items, what is said to them, and why.
pub(super) fn verdicts(library: &Library, verdicts: &[Verdict], html: &mut Html) {
    html.raw("<table><thead><tr><th scope=\"col\">Item</th><th scope=\"col\">Says</th><th scope=\"col\">Why</th><th scope=\"col\">I agree</th></tr></thead><tbody>");
    for verdict in verdicts {
        let words = library.pemat.items.get(&verdict.item);
        html.raw("<tr><td>").text(&verdict.item.to_string());
        html.text(" ").text(words.map_or("", String::as_str));
        html.raw("</td><td>")
            .text(&verdict.outcome.to_string())
            .raw("</td><td>");
        html.text(&verdict.why);
        if verdict.judge != Judge::Nobody {
            html.text(&format!(" ({})", verdict.judge));
        }
        html.raw("</td><td>☐</td></tr>");
    }
    html.raw("</tbody></table>");
}

/// Where a page about a treatment answers what DISCERN asks.
fn discern(page: &Document, html: &mut Html) {
    let Some(kind) = page.front.slots.as_ref().map(|slots| slots.value) else {
        return;
    };
    if kind.blocks().iter().all(|(_, question)| question.is_none()) {
        return;
    }
    html.raw("<h4>DISCERN 9 to 15</h4><table><thead><tr><th scope=\"col\">Question</th><th scope=\"col\">Where</th><th scope=\"col\">1 to 5</th></tr></thead><tbody>");
    for (number, question) in DISCERN {
        let blocks = kind.blocks().iter();
        let mut answers = blocks.filter(|(_, answers)| *answers == Some(number));
        let at = match answers.next() {
            Some((block, _)) => page.has_block(block).then_some(*block),
            None if number == SHARED_DECISION => Some("ask-my-team"),
            None => None,
        };
        html.raw("<tr><td>")
            .text(&format!("{number} {question}"))
            .raw("</td><td>");
        match at {
            Some(block) => {
                html.raw("<a href=\"")
                    .text(&page.route(Lang::ENGLISH).file())
                    .raw("#");
                html.text(block).raw("\">").text(block).raw("</a>");
            }
            None => drop(html.text("missing")),
        }
        html.raw("</td><td></td></tr>");
    }
    html.raw("</tbody></table>");
}
