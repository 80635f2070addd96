//! What describes the installed app, in other languages than English, whose manifest is a file in
//! `public/`.

use bearings_content::{CompiledPage, Site};
use bearings_domain::route::{Destination, Route};
use bearings_domain::text::Text;
use serde_json::{Value, json};

/// Its name, in the folder of each language.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The English manifest in the words of another language: those of its pages and its strings. Who
/// installs it stays in this language. Pictures of the English guide are left out.
pub fn translated(english: &[u8], site: &Site) -> Vec<u8> {
    let mut manifest: Value = serde_json::from_slice(english).unwrap_or_default();
    let Some(fields) = manifest.as_object_mut() else {
        return Vec::new();
    };
    let brand = site.catalog.strings.get(Text::Brand);
    let page = |to: &Destination| site.destinations.iter().find(|page| page.route.to == *to);
    let today = page(&Destination::Today).map(|page| page.description.as_str());
    for (name, value) in [
        ("name", json!(brand)),
        ("short_name", json!(brand)),
        ("description", json!(today.unwrap_or_default())),
        ("lang", json!(site.lang.code())),
        ("dir", json!(site.lang.direction())),
    ] {
        fields.insert(name.to_owned(), value);
    }
    fields.remove("screenshots");
    for icon in entries(fields.get_mut("icons")) {
        if let Some(file) = icon["src"].as_str() {
            icon["src"] = json!(["../", file].concat());
        }
    }
    for shortcut in entries(fields.get_mut("shortcuts")) {
        let url = shortcut["url"].as_str().unwrap_or_default();
        let to = Route::parse(url.trim_start_matches("./")).to;
        if let Some(CompiledPage { title, .. }) = page(&to) {
            shortcut["name"] = json!(title);
        }
    }
    manifest.to_string().into_bytes()
}

fn entries(list: Option<&mut Value>) -> &mut [Value] {
    list.and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}
