//! The guide, compiled, and what a reference of a query means in it.

use std::collections::BTreeMap;
use std::path::Path;

use bearings_content::{Dirs, Site, compile};
use bearings_domain::settings::HowMuch;
use bearings_domain::{Destination, Route};
use bearings_search::{Answer, Hit, Index, Kind, answer};

/// The guide as it is searched.
pub struct Guide {
    pub site: Site,
    pub index: Index,
    /// The finished text of each page and place.
    articles: BTreeMap<String, String>,
}

/// Compiles it.
pub fn guide() -> Guide {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let compiled = compile(&Dirs::of_repository(&root)).expect("the guide has no problems");
    let site = compiled.english;
    let mut index = Index::read(&site.search.pages).expect("the first file is an index");
    index
        .add_blocks(&site.search.blocks)
        .expect("the second file is an index");
    let articles = site.pages.iter().chain(&site.destinations).map(|page| {
        (
            Guide::id(&page.route).to_owned(),
            page.article.as_str().to_owned(),
        )
    });
    Guide {
        articles: articles.collect(),
        index,
        site,
    }
}

impl Guide {
    /// The id of a page or place.
    pub fn id(route: &Route) -> &str {
        match &route.to {
            Destination::Page(id) => id.as_str(),
            other => other.id().unwrap_or_default(),
        }
    }

    pub fn find(&self, text: &str, how_much: HowMuch) -> Answer {
        answer(&self.index, text, how_much, 10)
    }

    /// Whether a reference means something that is there.
    pub fn is_there(&self, reference: &str) -> bool {
        let entries = self.index.entries();
        match reference.split_once(':') {
            Some(("sign", id)) => entries
                .iter()
                .any(|entry| entry.kind == Kind::Sign && entry.id == id),
            Some(("term", id)) => entries
                .iter()
                .any(|entry| entry.kind == Kind::Term && entry.id == id),
            _ => {
                let (page, block) = reference.split_once('#').unwrap_or((reference, ""));
                let article = self.articles.get(page);
                article.is_some_and(|html| {
                    block.is_empty() || html.contains(&format!(" id=\"{block}\""))
                })
            }
        }
    }

    /// Whether what was found is what a reference means.
    pub fn is_met(&self, reference: &str, hit: &Hit) -> bool {
        match reference.split_once(':') {
            Some(("sign", id)) => hit.kind == Kind::Sign && hit.id == id,
            Some(("term", id)) => hit.kind == Kind::Term && hit.id == id,
            _ => {
                let (page, block) = reference.split_once('#').unwrap_or((reference, ""));
                let is_page = !matches!(hit.kind, Kind::Sign | Kind::Term);
                let found = hit.block.as_ref().map(|block| block.id.as_str());
                is_page
                    && hit.id == page
                    && (block.is_empty()
                        || found.is_none_or(|found| {
                            found == block || self.section(page, block) == Some(found)
                        }))
            }
        }
    }

    /// The heading above a block.
    fn section(&self, page: &str, block: &str) -> Option<&str> {
        let html = self.articles.get(page)?;
        let before = &html[..html.find(&format!(" id=\"{block}\""))?];
        let heading = before.rfind("<h2").max(before.rfind("<h3"))?;
        let id = before[heading..].split("id=\"").nth(1)?;
        id.split('"').next()
    }

    pub fn is_choose(hit: &Hit) -> bool {
        hit.kind == Kind::Choose
    }
}

/// How a hit is written in a failure.
pub fn written(hit: &Hit) -> String {
    let block = hit
        .block
        .as_ref()
        .map_or(String::new(), |block| format!("#{}", block.id));
    let kind = match hit.kind {
        Kind::Sign => "sign:",
        Kind::Term => "term:",
        _ => "",
    };
    format!("{kind}{}{block} {:.2}", hit.id, hit.score)
}
