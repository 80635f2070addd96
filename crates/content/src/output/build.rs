//! Makes the finished site of content without problems, in each language.

use bearings_domain::Destination;

use crate::output::article;
use crate::output::catalog;
use crate::output::description::first_sentences;
use crate::output::languages::Languages;
use crate::output::report::Report;
use crate::output::search;
use crate::output::sheet;
use crate::output::site::{CompiledPage, Gone, Guide, MovedPage, Site, Stopped};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;
use crate::rules::anchors::Anchors;

/// A language after every rule: what was read, and every id in it.
pub(crate) type Checked = (Library, Anchors);

/// The guide in every language.
pub(crate) fn build(original: &Checked, translations: &[Checked]) -> Guide {
    let all = std::iter::once(original).chain(translations);
    let name = |library: &Library| library.strings.get(PageText::LanguageName).to_owned();
    let names = all.map(|(library, _)| (library.lang, name(library)));
    let languages = Languages(names.collect());
    let site = |checked| site(checked, &original.0, &languages);
    let report = Report::of(&original.0);
    Guide {
        english: site(original),
        translations: translations.iter().map(site).collect(),
        review: sheet::write(&original.0, &report),
        report,
    }
}

fn site((library, anchors): &Checked, original: &Library, languages: &Languages) -> Site {
    let edition = Edition {
        library,
        original,
        languages,
    };
    let (pages, places): (Vec<&Document>, Vec<&Document>) = in_order(library, original)
        .into_iter()
        .partition(|document| document.part.is_some());
    let compile = |document: &&Document| edition.compile(document);
    Site {
        lang: library.lang,
        search: search::write(library),
        catalog: catalog::of(library, anchors),
        pages: pages.iter().map(compile).collect(),
        destinations: places.iter().map(compile).collect(),
        moved: edition.moved(),
        gone: Gone {
            title: library.strings.get(PageText::GoneTitle).to_owned(),
            text: library.strings.get(PageText::GoneText).to_owned(),
        },
        stopped: stopped(library),
    }
}

/// Every page and place, in the order of the English ones.
fn in_order<'a>(library: &'a Library, original: &Library) -> Vec<&'a Document> {
    let ids = original.documents.iter().map(|document| &document.id);
    ids.filter_map(|id| library.find(id)).collect()
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

/// A language that is written, and what it looks up.
struct Edition<'a> {
    library: &'a Library,
    original: &'a Library,
    languages: &'a Languages,
}

impl Edition<'_> {
    fn compile(&self, document: &Document) -> CompiledPage {
        let Edition {
            library,
            original,
            languages,
        } = *self;
        let is_missing = library.missing.iter().any(|one| one.id == document.id);
        let (article, lang) = if is_missing {
            let english = (original, document);
            let article = article::untranslated(library, english, languages);
            (article, original.lang)
        } else {
            (article::write(library, document, languages), library.lang)
        };
        let front = &document.front;
        let description = match (&front.description, &front.in_short) {
            (Some(description), _) => description.value.clone(),
            (None, Some(in_short)) => first_sentences(&in_short.value),
            (None, None) => String::new(),
        };
        CompiledPage {
            route: document.route(library.lang),
            lang,
            title: front.title.value.clone(),
            description,
            reviewed: front.reviewed,
            words: document.words(),
            article,
        }
    }

    fn moved(&self) -> Vec<MovedPage> {
        let library = self.library;
        let pages = library.retired.pages.keys().filter_map(|old| {
            let to = library.find(library.retired.final_page(old)?)?;
            let from = Destination::Page(old.clone()).in_lang(library.lang);
            let page = CompiledPage {
                article: article::moved(library, &from, to),
                route: from,
                lang: library.lang,
                title: library.strings.get(PageText::MovedTitle).to_owned(),
                reviewed: None,
                words: 0,
                ..self.compile(to)
            };
            Some(MovedPage {
                page,
                to: to.route(library.lang),
            })
        });
        pages.collect()
    }
}
