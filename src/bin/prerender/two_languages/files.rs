//! What lies beside the pages, and what is saved on a device.

use super::site::{Built, attribute, built, built_after};
use bearings_domain::catalog::Catalog;
use serde_json::Value;
use std::fs;

/// What the worker of a language saves: the names in its list, and the pages in its pack.
fn saved(site: &Built, folder: &str) -> (Vec<String>, Vec<String>) {
    let worker = site.read(&format!("{folder}sw.js"));
    assert!(worker.contains(&format!("const FOLDER = {folder:?};")));
    let (_, list) = worker.split_once("const LIST = [\"").expect("a list");
    let list = list.split('"').next().unwrap_or_default();
    let list: Value = serde_json::from_str(site.read(list)).expect("JSON");
    let names = list["files"].as_array().expect("files").iter();
    let names = names.filter_map(|file| file[0].as_str()).map(str::to_owned);
    let pack = list["pack"][0].as_str().expect("a pack");
    let pack: Value = serde_json::from_str(site.read(pack)).expect("JSON");
    let pages = pack["pages"].as_object().expect("pages").keys();
    (names.collect(), pages.cloned().collect())
}

#[test]
fn each_language_has_its_texts_and_all_have_one_program() {
    let site = built("es");
    let files = |page: &str| -> Vec<String> {
        let files = attribute(site.read(page), "data-files").unwrap_or_default();
        let each = files
            .split(' ')
            .inspect(|file| assert!(site.has(file), "{page}: {file}"));
        each.map(str::to_owned).collect()
    };
    for (english, spanish) in [
        ("guide/first.html", "es/guide/first.html"),
        ("notes.html", "es/notes.html"),
    ] {
        assert_eq!(files(english)[0], files(spanish)[0], "WebAssembly");
        assert_ne!(files(english)[1], files(spanish)[1], "texts");
        // The script names the texts of the chunks.
        for what in ["data-app", "data-build"] {
            assert_ne!(
                attribute(site.read(english), what),
                attribute(site.read(spanish), what)
            );
        }
    }
    let (english, spanish) = (files("notes.html"), files("es/notes.html"));
    assert_eq!(
        english.get(3),
        spanish.get(3),
        "the WebAssembly of the chunk"
    );
    assert!(spanish[2].starts_with("tools-es-"), "{spanish:?}");
    let script = attribute(site.read("es/notes.html"), "data-app").unwrap_or_default();
    assert!(site.read(script).contains("tools-es-"));
    let catalog = |page| {
        let files = files(page);
        let mut catalog = Catalog::from_texts(site.read(&files[1])).expect("texts");
        let pages = files
            .last()
            .map(|name| site.read(name))
            .expect("a list of pages");
        catalog.learn_pages(pages).expect("a list of pages");
        catalog
    };
    let titles = |catalog: &Catalog| -> Vec<String> {
        let pages = catalog.parts.iter().flat_map(|part| &part.pages);
        pages.map(|page| page.title.clone()).collect()
    };
    assert_eq!(
        titles(&catalog("es/notes.html")),
        [
            "La primera página",
            "All facts",
            "Lo que te llevas",
            "La página difícil"
        ]
    );
    let ids = |catalog: &Catalog| -> Vec<_> {
        let pages = catalog.parts.iter().flat_map(|part| &part.pages);
        pages.map(|page| page.id.clone()).collect()
    };
    // Marks and positions are kept by these names, whatever the language.
    assert_eq!(ids(&catalog("notes.html")), ids(&catalog("es/notes.html")));
}

#[test]
fn who_reads_one_language_saves_nothing_of_another() {
    let site = built("es");
    let (names, pages) = saved(&site, "es/");
    assert!(
        pages.iter().all(|name| name.starts_with("es/")),
        "{pages:?}"
    );
    assert!(pages.iter().any(|name| name == "es/guide/facts.html"));
    let is_shared = |name: &String| {
        [
            "app-",
            "tools-",
            "shared-",
            "search-",
            "look-",
            "texts-es-",
            "catalog-es-",
            "favicon.svg",
            "icons/",
        ]
        .iter()
        .any(|start| name.starts_with(start))
    };
    let others: Vec<_> = names
        .iter()
        .filter(|name| !name.starts_with("es/") && !is_shared(name))
        .collect();
    assert_eq!(others, [""; 0]);
    // Search works without a network too.
    for (start, end) in [
        ("search-", ".wasm"),
        ("search-", ".css"),
        ("search-es-", ".json"),
        ("search-pages-es-", ".bin"),
        ("search-blocks-es-", ".bin"),
        ("shared-", ".wasm"),
        ("look-", ".css"),
    ] {
        let is_it = |name: &&String| name.starts_with(start) && name.ends_with(end);
        assert_eq!(names.iter().filter(is_it).count(), 1, "{start}{end}");
    }
    assert!(names.iter().any(|name| name == "es/manifest.webmanifest"));
    // The worker itself is no file of its release.
    assert!(!names.iter().any(|name| name.ends_with("sw.js")));

    let (names, pages) = saved(&site, "");
    let spanish = |name: &&String| name.starts_with("es/") || name.contains("-es-");
    assert_eq!(
        names.iter().chain(&pages).filter(spanish).count(),
        0,
        "{names:?}"
    );
}

#[test]
fn with_english_alone_nothing_tells_of_languages() {
    let (one, two) = (built(""), built("es"));
    for (name, text) in &one.files {
        assert!(
            !text.contains("hreflang") && !text.contains("untranslated"),
            "{name}"
        );
        assert!(!name.starts_with("es/"), "{name}");
    }
    // A second language changes no program and no catalog of the first.
    for name in one.files.keys() {
        let is_program = ["app-", "catalog-", "tools-", "search-", "shared-"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_program || ["rescue.js", "manifest.webmanifest"].contains(&name.as_str()) {
            assert_eq!(one.read(name), two.read(name), "{name}");
        }
    }
    assert!(!one.read("guide/first.html").contains("+ FOLDER"));
}

#[test]
fn the_loader_finds_the_worker_and_the_manifest_of_its_language() {
    let site = built("es");
    assert!(
        site.read("es/index.html")
            .contains("new URL(\"sw.js\", home + \"es/\")")
    );
    assert!(site.read("index.html").contains("new URL(\"sw.js\", home)"));
    assert!(site.has("es/rescue.js") && site.has("es/kill-switch.js"));
    assert!(site.read("es/rescue.js").contains("¡"));
}

#[test]
fn the_manifest_is_in_its_language_and_leads_back_to_it() {
    let site = built("es");
    let manifest: Value = serde_json::from_str(site.read("es/manifest.webmanifest")).expect("JSON");
    assert_eq!(manifest["lang"], "es");
    assert_eq!(manifest["dir"], "ltr");
    assert_eq!(manifest["description"], "El lugar Hoy.");
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"]),
        (&"./".into(), &"./".into())
    );
    let first = |list: &str, field: &str| manifest[list][0][field].as_str().map(str::to_owned);
    assert_eq!(
        first("icons", "src").as_deref(),
        Some("../icons/icon-192.png")
    );
    assert_eq!(first("shortcuts", "name").as_deref(), Some("Guía"));
    assert!(manifest["screenshots"].is_null());
}

#[test]
fn the_not_found_page_looks_for_the_folder_of_its_language() {
    let site = built("es");
    let page = site.read("es/404.html");
    assert!(page.contains("<h1 id=\"title\" tabindex=\"-1\">No existe</h1>"));
    let (_, rest) = page
        .split_once("fetch(`${folder}../catalog-es-")
        .expect("the name of its catalog");
    let name = format!("catalog-es-{}", rest.split('`').next().unwrap_or_default());
    assert!(site.has(&name), "{name}");
    assert!(site.read("404.html").contains("fetch(`${folder}catalog-"));
}

#[test]
fn a_change_of_one_language_is_no_new_release_of_another() {
    let before = built("es");
    let after = built_after("es", |content| {
        let page = content.join("es/one/first.md");
        let text = fs::read_to_string(&page).expect("a page can be read");
        let text = text.replace("muestra los huesos", "enseña los huesos");
        fs::write(page, text).expect("a page can be written");
    });
    let changed = |name: &&String| before.files.get(*name) != after.files.get(*name);
    let changed: Vec<_> = after.files.keys().filter(changed).collect();
    // The rules of looks are named after the build of the language.
    let of_spanish = |name: &&String| name.starts_with("es/") || name.contains("-es-");
    let others: Vec<_> = changed.iter().filter(|name| !of_spanish(name)).collect();
    assert!(
        matches!(others[..], [look] if look.starts_with("look-")),
        "{others:?}"
    );
    for name in ["es/guide/first.html", "es/sw.js"] {
        assert!(
            changed.iter().any(|changed| *changed == name),
            "{name}: {changed:?}"
        );
    }
}
