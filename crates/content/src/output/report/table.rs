//! The report as a table.

use std::fmt;

use super::{PageReport, Report};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids = self.pages.iter().map(|page| page.id.len());
        let width = ids.max().unwrap_or(0).max("median".len());
        writeln!(
            f,
            "{:width$}  part        words   FKGL   SMOG  plain FKGL   SMOG  spread  longest  sources  terms  traced     PEMAT  reviewed",
            "page"
        )?;
        for page in &self.pages {
            row(f, page, width)?;
        }
        self.foot(f, width)?;
        writeln!(f)?;
        for (fact, blocks) in &self.seed_facts {
            let said = if blocks.is_empty() {
                "NOT SAID".to_owned()
            } else {
                blocks.join(", ")
            };
            writeln!(f, "{fact}  {said}")?;
        }
        writeln!(f)?;
        write!(f, "{}", self.summary())
    }
}

fn row(f: &mut fmt::Formatter<'_>, page: &PageReport, width: usize) -> fmt::Result {
    writeln!(
        f,
        "{:width$}  {:10}  {:5}  {:5.2}  {:5.2}       {:5.2}  {:5.2}  {:6.1}  {:7}  {:7}  {:5}  {:>7}  {:>4} {:>4}  {}",
        page.id,
        page.part,
        page.words,
        page.fkgl,
        page.smog,
        page.fkgl_plain,
        page.smog_plain,
        page.spread,
        page.longest_sentence,
        page.sources.len(),
        page.terms_used.len(),
        format!("{}/{}", page.claims_traced, page.claims),
        percent(page.pemat_understandability),
        percent(page.pemat_actionability),
        page.reviewed.as_deref().unwrap_or("never"),
    )
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{share:.0}%"))
}

impl Report {
    fn foot(&self, f: &mut fmt::Formatter<'_>, width: usize) -> fmt::Result {
        let number = |of: fn(&PageReport) -> f64| median(self.pages.iter().map(of).collect());
        writeln!(
            f,
            "{:width$}  {:10}  {:5}  {:5.2}  {:5.2}       {:5.2}  {:5.2}",
            "median",
            "",
            "",
            number(|page| page.fkgl),
            number(|page| page.smog),
            number(|page| page.fkgl_plain),
            number(|page| page.smog_plain),
        )?;
        self.sound(f)?;
        let share = |of: fn(&PageReport) -> Option<f64>| {
            let known: Vec<f64> = self.pages.iter().filter_map(of).collect();
            percent((!known.is_empty()).then(|| median(known)))
        };
        let totals = &self.totals;
        writeln!(
            f,
            "\nall {} pages: {} words, {} sources, {} words explained where they stand",
            totals.pages, totals.words, totals.sources, totals.terms_used
        )?;
        let required = if totals.trace_required {
            "each page needs one"
        } else {
            "not required yet"
        };
        writeln!(
            f,
            "traces: {} of {} pages ({required}), {} of {} claims",
            totals.pages_with_trace, totals.pages, totals.claims_traced, totals.claims
        )?;
        writeln!(
            f,
            "PEMAT, median: {} can be understood, {} can be acted on (70% is the published pass mark)",
            share(|page| page.pemat_understandability),
            share(|page| page.pemat_actionability),
        )
    }
}

impl Report {
    /// The drugs as a table, for `--drugs`.
    pub fn drug_table(&self) -> String {
        let mut lines = Vec::new();
        for drug in &self.drugs {
            let checked = drug.checked.as_deref().unwrap_or("never");
            lines.push(format!(
                "{} · {} · checked {checked} against {} · on {}",
                drug.names.join(", "),
                drug.kind,
                drug.against.join(" "),
                drug.pages.join(", ")
            ));
            lines.extend(drug.note.iter().map(|note| format!("    {note}")));
        }
        lines.push(format!("{} drugs", self.drugs.len()));
        lines.join("\n")
    }

    /// How the guide sounds, and what is old in it.
    fn sound(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = &self.style;
        writeln!(
            f,
            "\n\"ask\" {} times in 1,000 words; sentences vary by {} words; {} runs of seven words on more than four pages",
            style.asks_per_thousand,
            style.spread,
            style.shared_runs.len()
        )?;
        for (run, pages) in &style.shared_runs {
            writeln!(f, "  {pages} pages: {run}")?;
        }
        writeln!(
            f,
            "{} claims rest on sources of before 2019 alone",
            self.old_claims.len()
        )?;
        for claim in &self.old_claims {
            writeln!(f, "  {claim}")?;
        }
        let oldest = self.fresh.first().map_or("none", |(_, month)| month);
        writeln!(
            f,
            "{} blocks move fast; the oldest look-up: {oldest}",
            self.fresh.len()
        )
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}
