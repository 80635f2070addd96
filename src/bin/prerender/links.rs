//! Every file that a page or the manifest names is there, or nothing is published: on a device
//! without a network a missing one could not be fetched later.

use crate::manifest::MANIFEST;
use crate::{PrerenderError, shell};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The attributes that name a file as seen from the page.
const FROM_PAGE: [&str; 3] = ["href", "src", "content"];

/// The attributes of `<html>` that name files for the loader, as seen from `data-root`.
const FROM_ROOT: [&str; 2] = ["data-app", "data-files"];

/// Looks for every file that is named in `out`; lists all that are not there, with the files that
/// name them.
pub fn check(out: &Path) -> Result<(), PrerenderError> {
    let mut files = BTreeSet::new();
    let mut named = Vec::new();
    for path in shell::files_below(out)? {
        let file = path.to_string_lossy().replace('\\', "/");
        let is_page = path.extension().is_some_and(|end| end == "html");
        if is_page || path.ends_with(MANIFEST) {
            let text = shell::read(&out.join(&path))?;
            let text = String::from_utf8_lossy(&text);
            let found = if is_page {
                named_in_page(&text)
            } else {
                named_in_manifest(&text)
            };
            named.extend(found.into_iter().map(|name| (file.clone(), name)));
        }
        files.insert(file);
    }
    let absent = absent(&files, &named);
    if absent.is_empty() {
        Ok(())
    } else {
        Err(PrerenderError::Absent(absent.join("\n")))
    }
}

/// One line for each file that is not there: its name, and the files that name it.
fn absent(files: &BTreeSet<String>, named: &[(String, String)]) -> Vec<String> {
    let mut absent: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (file, name) in named {
        let Some(target) = target(file, name) else {
            continue;
        };
        if !files.contains(&target) {
            absent.entry(target).or_default().insert(file);
        }
    }
    let line = |(target, by): (String, BTreeSet<&str>)| {
        let first = by.first().copied().unwrap_or_default();
        match by.len() {
            1 => format!("{target}: named by {first}"),
            more => format!("{target}: named by {first} and {} more", more - 1),
        }
    };
    absent.into_iter().map(line).collect()
}

/// The file that `name` means on the page `file`; none for another site or another place on the
/// same page. What lies above the site keeps its dots, and is never there.
fn target(file: &str, name: &str) -> Option<String> {
    let path = name.split(['#', '?']).next().unwrap_or_default();
    let is_elsewhere = path
        .split('/')
        .next()
        .is_some_and(|start| start.contains(':'));
    if path.is_empty() || is_elsewhere {
        return None;
    }
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                if folders.pop().is_none() {
                    return Some(path.to_owned());
                }
            }
            step => folders.push(step),
        }
    }
    let target = folders.join("/");
    Some(match (path.ends_with(['/', '.']), target.as_str()) {
        (true, "") => String::from("index.html"),
        (true, _) => format!("{target}/index.html"),
        (false, _) => target,
    })
}

/// The names in the tags of a page; not those in its scripts and styles.
fn named_in_page(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        for part in ["script", "style"] {
            if tag.starts_with(part) {
                let end = format!("</{part}>");
                rest = rest.split_once(&end).map_or("", |(_, rest)| rest);
            }
        }
        // Of all that <meta> says, only pictures are files.
        let is_told = tag.starts_with("meta") && !tag.contains("image");
        if !is_told {
            let seen = FROM_PAGE.iter().filter_map(|name| attribute(tag, name));
            found.extend(seen.map(str::to_owned));
        }
        let root = attribute(tag, "data-root").unwrap_or_default();
        let loaded = FROM_ROOT.iter().filter_map(|name| attribute(tag, name));
        let loaded = loaded.flat_map(|names| names.split(' '));
        found.extend(loaded.map(|name| [root, name].concat()));
    }
    found
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

/// The pictures of the manifest, and the pages it leads to.
fn named_in_manifest(text: &str) -> Vec<String> {
    let manifest: Value = serde_json::from_str(text).unwrap_or_default();
    let lists = ["icons", "screenshots", "shortcuts"];
    let entries = lists.iter().filter_map(|list| manifest[*list].as_array());
    let named = entries
        .flatten()
        .flat_map(|entry| [&entry["src"], &entry["url"]]);
    named
        .chain([&manifest["start_url"]])
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[track_caller]
    fn check_absent(file: &str, name: &str, is_absent: bool) {
        let files = all(&["index.html", "guide/a.html", "icons/one.png"]);
        let named = [(file.to_owned(), name.to_owned())];
        assert_eq!(!absent(&files, &named).is_empty(), is_absent, "{name}");
    }

    #[test]
    fn a_name_means_what_it_means_in_the_folder_of_its_page() {
        check_absent("index.html", "guide/a.html", false);
        check_absent("index.html", "./guide/a.html?x=1#block", false);
        check_absent("guide/a.html", "../icons/one.png", false);
        check_absent("guide/a.html", "../", false);
        check_absent("index.html", "./", false);
        check_absent("guide/a.html", "icons/one.png", true);
        check_absent("guide/a.html", "../../index.html", true);
        check_absent("index.html", "guide/", true);
    }

    #[test]
    fn other_sites_and_places_on_the_same_page_are_not_looked_for() {
        check_absent("index.html", "#title", false);
        check_absent("index.html", "https://example.org/no.html", false);
        check_absent("index.html", "tel:112", false);
        check_absent("index.html", "", false);
    }

    #[test]
    fn every_file_in_the_tags_of_a_page_is_found() {
        let page = "<html data-root=\"../\" data-app=\"a.js\" data-files=\"b.wasm c.json\"><head>\
            <meta name=\"description\" content=\"A text.\">\
            <meta property=\"og:image\" content=\"card.png\">\
            <script>const a = '<a href=\"no.html\">';</script><style>a[href=\"no\"]{}</style>\
            <link rel=\"icon\" href=\"i.svg\"></head><body><a class=\"x\" href=\"c.html\">c</a></body>";
        let found = [
            "../a.js",
            "../b.wasm",
            "../c.json",
            "card.png",
            "i.svg",
            "c.html",
        ];
        assert_eq!(named_in_page(page), found);
    }

    #[test]
    fn the_pictures_and_pages_of_the_manifest_are_found() {
        let manifest = "{\"start_url\": \"./\", \"icons\": [{\"src\": \"i.png\"}], \
            \"screenshots\": [{\"src\": \"s.png\"}], \"shortcuts\": [{\"url\": \"./help.html\"}]}";
        let found = ["i.png", "s.png", "./help.html", "./"];
        assert_eq!(named_in_manifest(manifest), found);
    }

    #[test]
    fn all_that_is_missing_is_listed_once_with_the_page_that_names_it() {
        let named = [
            ("a.html", "x.png"),
            ("a.html", "x.png"),
            ("guide/b.html", "../x.png"),
            ("b.html", "y.png"),
        ];
        let named = named.map(|(file, name)| (file.to_owned(), name.to_owned()));
        assert_eq!(
            absent(&BTreeSet::new(), &named),
            [
                "x.png: named by a.html and 1 more",
                "y.png: named by b.html"
            ]
        );
    }
}
