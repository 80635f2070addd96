//! What stands in the pages: addresses, languages, links.

use super::site::{Built, attribute, built};
use bearings_domain::lang::Lang;
use serde_json::Value;

/// A page, the way to it from the root, and whether it is Spanish.
fn pages(site: &Built) -> impl Iterator<Item = (&str, &str, bool)> {
    let pages = site
        .files
        .iter()
        .filter(|(name, _)| name.rsplit('.').next() == Some("html"));
    let pages = pages.filter(|(name, _)| name.as_str() != "review.html");
    pages.map(|(name, text)| (name.as_str(), text.as_str(), name.starts_with("es/")))
}

/// The tags of a page that have this attribute, and its value.
fn tags<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let tags = page.split('<').filter_map(|tag| tag.split_once('>'));
    tags.filter_map(|(tag, _)| Some((tag, attribute(tag, name)?)))
        .collect()
}

/// The file and the block that a link on the page `file` leads to.
fn target(file: &str, href: &str) -> (String, Option<String>) {
    let (path, block) = href
        .split_once('#')
        .map_or((href, None), |(path, block)| (path, Some(block.to_owned())));
    if path.is_empty() {
        return (file.to_owned(), block);
    }
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    (folders.join("/"), block)
}

#[test]
fn english_stays_where_it_was_and_spanish_has_a_folder() {
    let site = built("es");
    for name in [
        "index.html",
        "404.html",
        "help.html",
        "guide/first.html",
        "guide/facts.html",
    ] {
        assert!(site.has(name), "{name}");
        assert!(site.has(&format!("es/{name}")), "es/{name}");
    }
    let page = site.read("es/guide/first.html");
    assert!(page.starts_with(
        "<!DOCTYPE html><html lang=\"es\" data-root=\"../../\" data-file=\"es/guide/first.html\""
    ));
    assert!(site.read("guide/first.html").starts_with(
        "<!DOCTYPE html><html lang=\"en\" data-root=\"../\" data-file=\"guide/first.html\""
    ));
    assert!(page.contains("<h1 id=\"title\" tabindex=\"-1\">La primera página</h1>"));
    assert!(page.contains("¿Qué pasa después?"));
    // The texts of the app: see `site`.
    assert!(page.contains("<title>¡La primera página · Bearings</title>"));
}

#[test]
fn a_page_names_itself_in_every_language_that_has_its_words() {
    let site = built("es");
    let links = |page: &str| -> Vec<(String, String)> {
        let page = site.read(page);
        let all = tags(page, "hreflang").into_iter();
        let heads = all.filter(|(tag, _)| tag.starts_with("link "));
        heads
            .map(|(tag, lang)| {
                (
                    lang.to_owned(),
                    attribute(tag, "href").unwrap_or_default().to_owned(),
                )
            })
            .collect()
    };
    let owned =
        |pairs: [(&str, &str); 2]| pairs.map(|(lang, href)| (lang.to_owned(), href.to_owned()));
    let english = owned([("en", "first.html"), ("es", "../es/guide/first.html")]);
    assert_eq!(links("guide/first.html"), english);
    let spanish = owned([("en", "../../guide/first.html"), ("es", "first.html")]);
    assert_eq!(links("es/guide/first.html"), spanish);
    // What is not translated is one page for a search engine, and nobody is found twice.
    assert_eq!(links("guide/facts.html"), []);
    assert_eq!(links("es/guide/facts.html"), []);
    let copy = "<link rel=\"canonical\" href=\"../../guide/facts.html\">";
    assert!(site.read("es/guide/facts.html").contains(copy));
}

#[test]
fn a_page_that_is_not_translated_says_so_and_stands_there_in_english() {
    let site = built("es");
    for name in ["es/guide/facts.html", "es/about.html"] {
        let page = site.read(name);
        assert!(
            page.starts_with("<!DOCTYPE html><html lang=\"es\""),
            "{name}"
        );
        let begins = "<article id=\"article\" lang=\"en\" dir=\"ltr\">\
            <p class=\"untranslated\" lang=\"es\" dir=\"ltr\">\
            Esta página aún no está en español. Aquí está en inglés.</p>";
        assert!(page.contains(begins), "{name}: {page}");
    }
    let page = site.read("es/guide/facts.html");
    assert!(page.contains("All of it stands here."));
    assert!(!site.read("es/guide/first.html").contains("untranslated"));
    // Its title is English too, wherever it is listed.
    let listed = "<a href=\"guide/facts.html\" lang=\"en\">All facts</a>";
    assert!(site.read("es/guide.html").contains(listed));
    let next = "<span lang=\"en\" class=\"step-title\">All facts</span>";
    assert!(site.read("es/guide/first.html").contains(next));
    assert!(
        !site
            .read("guide.html")
            .contains("<a href=\"guide/facts.html\" lang")
    );
}

#[test]
fn links_stay_in_their_language_but_for_those_that_leave_it() {
    let site = built("es");
    for (name, page, is_spanish) in pages(&site) {
        for (tag, href) in tags(page, "href") {
            if !tag.starts_with("a ") {
                continue;
            }
            let (file, block) = target(name, href);
            let leaves = tag.contains("hreflang") || (is_spanish && file == "review.html");
            assert_eq!(
                file.starts_with("es/"),
                is_spanish != leaves,
                "{name}: {href}"
            );
            let Some(block) = block else { continue };
            let id = format!(" id=\"{block}\"");
            assert!(
                site.read(&file).contains(&id),
                "{name}: {href} leads to nothing"
            );
        }
    }
}

#[test]
fn every_page_leads_to_itself_in_the_other_language() {
    let site = built("es");
    for (name, page, is_spanish) in pages(&site) {
        let other = match (is_spanish, name.trim_start_matches("es/")) {
            (true, "404.html") => "index.html".to_owned(),
            (false, "404.html") => "es/index.html".to_owned(),
            (true, english) => english.to_owned(),
            (false, english) => format!("es/{english}"),
        };
        let links = tags(page, "hreflang").into_iter();
        let links: Vec<_> = links.filter(|(tag, _)| tag.starts_with("a ")).collect();
        let [(tag, lang)] = links[..] else {
            panic!("{name}: {links:?}");
        };
        assert_eq!(
            target(name, attribute(tag, "href").unwrap_or_default()).0,
            other,
            "{name}"
        );
        assert_eq!(lang, if is_spanish { "en" } else { "es" });
        assert!(page.contains(if is_spanish {
            ">English</a>"
        } else {
            ">Español</a>"
        }));
    }
}

#[test]
fn words_by_region_are_chosen_in_english_only() {
    let site = built("es");
    assert!(site.read("settings.html").contains("value=\"us\""));
    assert!(!site.read("es/settings.html").contains("value=\"us\""));
}

#[test]
fn a_script_from_right_to_left_is_said_so_and_english_text_in_it_is_not() {
    let site = built("ar");
    assert_eq!(Lang::parse("ar").map(Lang::direction), Some("rtl"));
    assert!(
        site.read("ar/index.html")
            .starts_with("<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\" ")
    );
    let page = site.read("ar/guide/facts.html");
    let begins = "<article id=\"article\" lang=\"en\" dir=\"ltr\"><p class=\"untranslated\" lang=\"ar\" dir=\"rtl\">";
    assert!(page.contains(begins), "{page}");
    let manifest: Value = serde_json::from_str(site.read("ar/manifest.webmanifest")).expect("JSON");
    assert_eq!(manifest["dir"], "rtl");
}
