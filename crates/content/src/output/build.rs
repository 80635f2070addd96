//! Makes the finished site of content without problems.

use bearings_domain::Route;

use crate::output::article;
use crate::output::catalog;
use crate::output::description::first_sentences;
use crate::output::report::Report;
use crate::output::search;
use crate::output::sheet;
use crate::output::site::{CompiledPage, Gone, MovedPage, Site, Stopped};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;
use crate::rules::anchors::Anchors;

/// The whole site.
pub(crate) fn build(library: &Library, anchors: &Anchors) -> Site {
    let compiled = |document| compile_page(library, document);
    let report = Report::of(library);
    Site {
        review: sheet::write(library, &report),
        search: search::write(library),
        catalog: catalog::of(library, anchors),
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
        article: article::write(library, document),
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
