//! Everything the content holds, read into memory, with the rules not yet applied.

use std::collections::{BTreeMap, BTreeSet};

use bearings_domain::{Destination, Lang, PageId, PartId, PartKind};

use crate::base::problem::{Findings, Spot};
use crate::parse::countries::Countries;
use crate::parse::document::Document;
use crate::parse::drugs::Drugs;
use crate::parse::everyday::Everyday;
use crate::parse::figures::Figures;
use crate::parse::files::Files;
use crate::parse::forbidden::Forbidden;
use crate::parse::glossary::Glossary;
use crate::parse::ids::Once;
use crate::parse::names;
use crate::parse::outline::Outline;
use crate::parse::pemat::Pemat;
use crate::parse::regional::Regional;
use crate::parse::released::Released;
use crate::parse::retired::Retired;
use crate::parse::signs::Signs;
use crate::parse::sources::Sources;
use crate::parse::strings::PageTexts;
use crate::parse::synonyms::Synonyms;
use crate::parse::trace::Traces;
use crate::parse::urgent::Urgent;
use crate::parse::vocabulary::Vocabulary;
use crate::reading::Names;

/// The whole content of one language.
#[derive(Clone, Debug)]
pub(crate) struct Library {
    pub lang: Lang,
    pub outline: Outline,
    /// Pages in the order of the outline, then places.
    pub documents: Vec<Document>,
    by_id: BTreeMap<PageId, usize>,
    /// Pages and places that this language does not have yet, in English.
    pub missing: Vec<Document>,
    /// Files that are there but could not be read: links to them are nobody else's mistake.
    pub broken: BTreeSet<PageId>,
    pub sources: Sources,
    pub glossary: Glossary,
    pub signs: Signs,
    pub urgent: Urgent,
    pub countries: Countries,
    pub drugs: Drugs,
    pub regional: Regional,
    pub figures: Figures,
    pub strings: PageTexts,
    pub forbidden: Forbidden,
    pub retired: Retired,
    pub released: Released,
    pub traces: Traces,
    pub names: Names,
    pub pemat: Pemat,
    pub synonyms: Synonyms,
    pub everyday: Everyday,
}

impl Library {
    pub fn read(files: &Files, findings: &Findings) -> Library {
        let regional = Regional::read(files, findings);
        let signs = Signs::read(files, &regional, findings);
        let drugs = Drugs::read(files, findings);
        let mut library = Library {
            lang: files.lang,
            outline: Outline::read(files, findings),
            documents: Vec::new(),
            by_id: BTreeMap::new(),
            missing: Vec::new(),
            broken: BTreeSet::new(),
            sources: Sources::read(files, findings),
            glossary: Glossary::read(files, findings),
            urgent: Urgent::read(files, findings),
            countries: Countries::read(files, findings),
            regional,
            figures: Figures::read(files, &signs.levels, findings),
            signs,
            strings: PageTexts::read(files, findings),
            forbidden: Forbidden::read(files, findings),
            retired: Retired::read(files, findings),
            released: Released::read(files, findings),
            traces: Traces::default(),
            names: names::read(files, &drugs, findings),
            drugs,
            pemat: Pemat::read(files, findings),
            synonyms: Synonyms::read(files, findings),
            everyday: Everyday::read(files, findings),
        };
        library.read_pages(files, findings);
        library.read_destinations(files, findings);
        library.traces = Traces::read(files, library.pages(), findings);
        library
    }

    /// A translation of `original`: what it does not have yet is there in English.
    pub fn read_translation(files: &Files, original: &Library, findings: &Findings) -> Library {
        let mut library = Library::read(files, findings);
        let missing = original.documents.iter();
        let missing = missing.filter(|document| {
            library.find(&document.id).is_none() && !library.broken.contains(&document.id)
        });
        library.missing = missing.cloned().collect();
        library
    }

    /// Whether this is the English of which all others are translations.
    pub fn is_original(&self) -> bool {
        self.lang == Lang::ENGLISH
    }

    /// Pages of the guide: the outlined ones in their order, then those that were forgotten in it.
    fn read_pages(&mut self, files: &Files, findings: &Findings) {
        let folder = format!("content/{}/", files.lang.code());
        let mut names: Vec<(String, PartId, PageId)> = Vec::new();
        for part in &self.outline.parts {
            for page in &part.pages {
                let name = format!("{folder}{}/{}.md", part.id, page.value);
                names.push((name, part.id.clone(), page.value.clone()));
            }
        }
        let outlined: BTreeSet<String> = names.iter().map(|(name, ..)| name.clone()).collect();
        for name in files
            .names(&folder)
            .filter(|name| !outlined.contains(*name))
        {
            let Some((part, stem)) = page_path(&name[folder.len()..]) else {
                continue;
            };
            if let (Ok(part), Some(id)) = (PartId::parse(part), file_id(name, stem, findings)) {
                names.push((name.to_owned(), part, id));
            }
        }
        let mut once = Once::default();
        for (name, part, id) in names {
            if files.has(&name) && once.is_new("page", id.as_str(), &Spot::new(&name, 1), findings)
            {
                self.read_document(
                    files,
                    &name,
                    &id,
                    Destination::Page(id.clone()),
                    Some(part),
                    findings,
                );
            }
        }
    }

    fn read_destinations(&mut self, files: &Files, findings: &Findings) {
        let folder = format!("content/{}/places/", files.lang.code());
        for name in files.names(&folder) {
            let Some(stem) = name[folder.len()..].strip_suffix(".md") else {
                continue;
            };
            let Some(to) = Destination::from_id(stem) else {
                let remedy = "The places are today, guide, choose, visits, notes, help, words, sources, about, device, settings, not-found.";
                findings.add(
                    &Spot::new(name, 1),
                    format!("there is no place `{stem}`"),
                    remedy,
                );
                continue;
            };
            if let Some(id) = file_id(name, stem, findings) {
                self.read_document(files, name, &id, to, None, findings);
            }
        }
        let needed = Destination::FIXED.iter().chain([&Destination::NotFound]);
        for place in needed.filter(|_| files.lang == Lang::ENGLISH) {
            let destination = place.id().unwrap_or_default();
            let name = format!("{folder}{destination}.md");
            if !files.has(&name) {
                let remedy = "Write it; content/README.md says what it holds.";
                findings.add(
                    &Spot::new(&name, 1),
                    format!("the place `{destination}` has no file"),
                    remedy,
                );
            }
        }
    }

    fn read_document(
        &mut self,
        files: &Files,
        name: &str,
        id: &PageId,
        to: Destination,
        part: Option<PartId>,
        findings: &Findings,
    ) {
        let document = files
            .text_if_there(name, findings)
            .and_then(|file| Document::read(&file, id, to, part, self.vocabulary(), findings));
        match document {
            Some(document) => {
                self.by_id.insert(id.clone(), self.documents.len());
                self.documents.push(document);
            }
            None => {
                self.broken.insert(id.clone());
            }
        }
    }

    fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            regional: &self.regional,
            levels: &self.signs.levels,
        }
    }

    /// The page or destination with this id, in English if there is no other.
    pub fn find(&self, id: &PageId) -> Option<&Document> {
        let own = self.by_id.get(id).map(|at| &self.documents[*at]);
        own.or_else(|| self.missing.iter().find(|document| document.id == *id))
    }

    /// Every page and destination of the site in this language, in English where there is no other.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().chain(&self.missing)
    }

    /// Pages of the guide, in order.
    pub fn pages(&self) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(|document| document.part.is_some())
    }

    /// Whether this is a page for those who choose to read it.
    pub fn is_choose(&self, document: &Document) -> bool {
        let part = document
            .part
            .as_ref()
            .and_then(|part| self.outline.part(part));
        part.is_some_and(|part| part.kind == PartKind::Choose)
    }
}

/// `finding/bone-scan.md` is the page `bone-scan` of the part `finding`.
fn page_path(path: &str) -> Option<(&str, &str)> {
    let (part, file) = path.split_once('/')?;
    (part != "places").then_some((part, file.strip_suffix(".md")?))
}

fn file_id(name: &str, stem: &str, findings: &Findings) -> Option<PageId> {
    match PageId::parse(stem) {
        Ok(id) => Some(id),
        Err(error) => {
            let what = format!("the file is not named after an id: {error}");
            findings.add(
                &Spot::new(name, 1),
                what,
                "Rename it, such as bone-scan.md.",
            );
            None
        }
    }
}
