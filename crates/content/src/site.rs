//! The finished site, and how it comes from the files.

use bearings_domain::{Catalog, Entry, Part, Route};

use crate::base::date::Date;
use crate::base::problem::{Findings, Problems};
use crate::output::article::{self, Page};
use crate::output::html::TrustedHtml;
use crate::output::matrix::SignsReport;
use crate::output::report::Report;
use crate::output::sheet;
use crate::parse::document::Document;
use crate::parse::files::{Dirs, Files};
use crate::parse::library::Library;
use crate::parse::strings::PageText;
use crate::reading;
use crate::rules::anchors::Anchors;
use crate::rules::countries;
use crate::rules::drugs;
use crate::rules::figures;
use crate::rules::forbidden;
use crate::rules::outline;
use crate::rules::pages;
use crate::rules::pemat;
use crate::rules::regional;
use crate::rules::released;
use crate::rules::retired;
use crate::rules::seed_facts;
use crate::rules::signs;
use crate::rules::sources;
use crate::rules::style;
use crate::rules::trace;

/// Longest description, in characters: search engines cut off what is longer.
const MAX_DESCRIPTION: usize = 155;

/// Everything that the finished site is made of.
#[derive(Clone, Debug)]
pub struct Site {
    /// What travels with the app.
    pub catalog: Catalog,
    /// The pages of the guide, in order.
    pub pages: Vec<CompiledPage>,
    /// The fixed destinations and the page for addresses that lead nowhere.
    pub destinations: Vec<CompiledPage>,
    /// For each retired page a short page at its old address.
    pub moved: Vec<MovedPage>,
    /// What stands in for any page that the browser has thrown away while there is no network.
    pub gone: Gone,
    /// What is said when the app has stopped for good.
    pub stopped: Stopped,
    /// What the content holds, in numbers.
    pub report: Report,
    /// The reviewer's sheet: what stands inside `<main>` of [`crate::REVIEW_FILE`].
    pub review: TrustedHtml,
}

/// A page that is no longer on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its title, as plain text.
    pub title: String,
    /// What happened, what is still there and what to do, as plain text.
    pub text: String,
}

/// What is said when the app has stopped for good, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// What happened, and that loading the page again helps.
    pub text: String,
    /// What to do first where words stand in a field.
    pub words: String,
    /// The button that copies them.
    pub copy: String,
    /// They have been copied.
    pub copied: String,
    /// The button that saves them as a file.
    pub save: String,
    /// The button that loads the page again.
    pub reload: String,
    /// The name of the file.
    pub file: String,
}

/// A page or a destination, finished but for the frame around it.
#[derive(Clone, Debug)]
pub struct CompiledPage {
    /// Its address.
    pub route: Route,
    /// Its title, as plain text.
    pub title: String,
    /// One or two sentences for search engines and link previews, as plain text.
    pub description: String,
    /// When it was last checked against its sources.
    pub reviewed: Option<Date>,
    /// Words of its text, for the minutes it takes.
    pub words: u32,
    /// What stands inside `<article id="article">`.
    pub article: TrustedHtml,
}

/// A page that has moved.
#[derive(Clone, Debug)]
pub struct MovedPage {
    /// The page for the old address: it says so, and links to the new one.
    pub page: CompiledPage,
    /// The new address.
    pub to: Route,
}

/// Compiles the content, or says everything that is wrong with it.
pub fn compile(dirs: &Dirs) -> Result<Site, Problems> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let (library, anchors) = read_and_check(&files, &findings);
    style::check(&library, &files.language, &findings);
    findings.into_result()?;
    Ok(build(&library, &anchors))
}

/// Applies every rule to the content.
pub fn check(dirs: &Dirs) -> Result<Report, Problems> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let (library, _) = read_and_check(&files, &findings);
    style::check(&library, &files.language, &findings);
    findings.into_result()?;
    Ok(Report::of(&library))
}

/// The report, also while the content still has problems: what cannot be read is left out.
pub fn report(dirs: &Dirs) -> Report {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    Report::of(&Library::read(&files, &findings))
}

/// The matrix of signs, also while the content still has problems.
pub fn signs_report(dirs: &Dirs) -> SignsReport {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    SignsReport::of(&Library::read(&files, &findings))
}

/// What a test compiles: without the bars of the guide as a whole, which a handful of pages, or
/// copies of one page, cannot meet.
#[cfg(test)]
pub(crate) fn compile_files(files: &Files, findings: Findings) -> Result<Site, Problems> {
    let (library, anchors) = read_and_check(files, &findings);
    findings.into_result()?;
    Ok(build(&library, &anchors))
}

pub(crate) fn read_and_check(files: &Files, findings: &Findings) -> (Library, Anchors) {
    let library = Library::read(files, findings);
    let anchors = Anchors::of(&library, findings);
    outline::check(&library, files, findings);
    sources::check(&library, findings);
    countries::check(&library, findings);
    drugs::check(&library, findings);
    signs::check(&library, findings);
    figures::check(&library, findings);
    seed_facts::check(&library, &anchors, findings);
    forbidden::check(&library, findings);
    retired::check(&library, &anchors, findings);
    released::check(&library, &anchors, findings);
    pages::check(&library, &anchors, findings);
    regional::check(&library, findings);
    trace::check(&library, findings);
    pemat::check(&library, &files.language, findings);
    (library, anchors)
}

fn build(library: &Library, anchors: &Anchors) -> Site {
    let compiled = |document| compile_page(library, document);
    let report = Report::of(library);
    Site {
        review: sheet::write(library, &report),
        catalog: catalog(library, anchors),
        pages: library.pages().map(compiled).collect(),
        destinations: library.destinations().map(compiled).collect(),
        moved: moved(library),
        gone: Gone {
            title: library.strings.get(PageText::GoneTitle).to_owned(),
            text: library.strings.get(PageText::GoneText).to_owned(),
        },
        stopped: stopped(library),
        report,
    }
}

fn stopped(library: &Library) -> Stopped {
    let text = |key| library.strings.get(key).to_owned();
    Stopped {
        text: text(PageText::StoppedText),
        words: text(PageText::StoppedWords),
        copy: text(PageText::StoppedCopy),
        copied: text(PageText::StoppedCopied),
        save: text(PageText::StoppedSave),
        reload: text(PageText::StoppedReload),
        file: text(PageText::StoppedFile),
    }
}

fn compile_page(library: &Library, document: &Document) -> CompiledPage {
    let front = &document.front;
    let description = match (&front.description, &front.in_short) {
        (Some(description), _) => description.value.clone(),
        (None, Some(in_short)) => first_sentences(&in_short.value),
        (None, None) => String::new(),
    };
    CompiledPage {
        route: document.route.clone(),
        title: front.title.value.clone(),
        description,
        reviewed: front.reviewed,
        words: document.words(),
        article: Page::of(library, document).write(),
    }
}

/// As many whole sentences as fit; at least the first, cut at a word if it must be.
fn first_sentences(text: &str) -> String {
    let mut description = String::new();
    for sentence in reading::sentences(text) {
        let length = description.chars().count() + sentence.chars().count();
        if !description.is_empty() && length > MAX_DESCRIPTION {
            break;
        }
        description.push_str(sentence);
    }
    if description.chars().count() <= MAX_DESCRIPTION {
        return description;
    }
    let mut cut = String::new();
    for word in description.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 2 > MAX_DESCRIPTION {
            break;
        }
        cut.push_str(word);
        cut.push(' ');
    }
    format!("{}…", cut.trim_end())
}

fn catalog(library: &Library, anchors: &Anchors) -> Catalog {
    let parts = library.outline.parts.iter().map(|part| Part {
        id: part.id.clone(),
        title: part.title.value.clone(),
        short: part.short.value.clone(),
        kind: part.kind,
        pages: part
            .pages
            .iter()
            .filter_map(|page| library.find(&page.value))
            .map(|page| Entry {
                id: page.id.clone(),
                title: page.front.title.value.clone(),
                words: page.words(),
            })
            .collect(),
    });
    let retired = &library.retired;
    let strings = library.strings.app();
    Catalog {
        parts: parts.collect(),
        strings: strings.expect("a missing text is a problem, and there are none"),
        moved: retired
            .pages
            .keys()
            .filter_map(|old| Some((old.clone(), retired.final_page(old)?.clone())))
            .collect(),
        moved_blocks: retired
            .blocks
            .keys()
            .filter_map(|old| Some((old.clone(), retired.final_block(old)?.clone())))
            // On its own page a block says itself what it has taken the place of.
            .filter(|((old, _), (page, _))| old != page)
            .filter(|(_, (page, block))| anchors.has(page, block.as_str()))
            .collect(),
    }
}

fn moved(library: &Library) -> Vec<MovedPage> {
    let pages = library.retired.pages.keys().filter_map(|old| {
        let to = library.find(library.retired.final_page(old)?)?;
        let from = Route::Page(old.clone());
        let page = CompiledPage {
            article: article::moved(library, &from, to),
            route: from,
            title: library.strings.get(PageText::MovedTitle).to_owned(),
            reviewed: None,
            words: 0,
            ..compile_page(library, to)
        };
        Some(MovedPage {
            page,
            to: to.route.clone(),
        })
    });
    pages.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_made_of_whole_sentences() {
        let sentence = "This sentence has some forty characters.";
        let four = [sentence; 4].join(" ");
        assert_eq!(first_sentences(&four), [sentence; 3].join(" "));
        assert_eq!(first_sentences("Short. And so."), "Short. And so.");
    }

    #[test]
    fn a_description_that_is_too_long_ends_with_a_whole_word() {
        let description = first_sentences(&"words ".repeat(60));
        assert!(description.ends_with("words…"), "{description}");
        assert!(description.chars().count() <= MAX_DESCRIPTION);
    }
}
