//! What a page tells search engines of itself in other languages.

use crate::head::escape;
use bearings_content::{CompiledPage, Guide, Site};
use bearings_domain::lang::Lang;
use bearings_domain::route::Destination;

/// The `<link>` elements: to every language that has the page in its own words, itself included. A
/// page that stands in for one that has not been translated names the English page instead, of which
/// it is a copy. With one language there are none.
pub fn links(guide: &Guide, site: &Site, page: &CompiledPage) -> String {
    let to = &page.route.to;
    if guide.translations.is_empty() || *to == Destination::NotFound {
        return String::new();
    }
    let href = |lang: Lang| {
        let route = to.clone().in_lang(lang);
        escape(&route.href_from(&page.route))
    };
    if page.lang != site.lang {
        return format!("<link rel=\"canonical\" href=\"{}\">", href(page.lang));
    }
    let has = |site: &&Site| {
        let mut pages = site.pages.iter().chain(&site.destinations);
        pages.any(|page| page.route.to == *to && page.lang == site.lang)
    };
    let langs: Vec<Lang> = guide.sites().filter(has).map(|site| site.lang).collect();
    if langs.len() < 2 {
        return String::new();
    }
    let link = |lang: &Lang| {
        let (code, href) = (lang.code(), href(*lang));
        format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\">")
    };
    langs.iter().map(link).collect()
}
