//! Files that a person saves and picks. No file leaves the device.

use super::document;
use super::dynamic::{Outcome, call, get, global, list, make, object, settled};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// Asks the browser to save a text as a file. Returns the address that holds the text until it
/// is [`forgotten`](forget), or nothing if the browser refused. A page cannot learn whether and
/// where the file is then saved.
pub fn save(name: &str, media_type: &str, text: &str) -> Option<String> {
    let kind = object(&[("type", &media_type.into())]);
    let blob = make("Blob", &[&list(&[&text.into()]), &kind]).ok()?;
    let url = call(&global("URL"), "createObjectURL", &[&blob]).ok()?;
    let url = url.as_string()?;
    let link: HtmlElement = document().create_element("a").ok()?.dyn_into().ok()?;
    _ = link.set_attribute("href", &url);
    _ = link.set_attribute("download", name);
    link.set_hidden(true);
    // Some browsers only follow links that are in the page.
    let page = super::root();
    _ = page.append_child(&link);
    link.click();
    _ = page.remove_child(&link);
    Some(url)
}

/// Lets go of a text that was saved.
pub fn forget(url: &str) {
    _ = call(&global("URL"), "revokeObjectURL", &[&url.into()]);
}

/// A file that the browser would let a person share.
pub struct Shared(JsValue);

/// The wish to share, as it was made.
pub struct Asked(Outcome);

impl Shared {
    /// The text as such a file; nothing where the browser shares no files. Some share only texts
    /// and pictures: for them it is a text, which is restored as well.
    pub fn of(name: &str, media_type: &str, text: &str) -> Option<Self> {
        let as_text = [name, ".txt"].concat();
        let kinds = [(name, media_type), (&*as_text, "text/plain")];
        kinds.into_iter().find_map(|(name, media_type)| {
            let kind = object(&[("type", &media_type.into())]);
            let file = make("File", &[&list(&[&text.into()]), &name.into(), &kind]).ok()?;
            let data = object(&[("files", &list(&[&file]))]);
            let can_share = call(&global("navigator"), "canShare", &[&data]).ok()?;
            can_share.is_truthy().then_some(Self(data))
        })
    }

    /// Asks the browser to offer the ways that the device has.
    pub fn ask(self) -> Asked {
        Asked(call(&global("navigator"), "share", &[&self.0]))
    }
}

impl Asked {
    /// Whether it was handed on; not so when the person has thought better of it.
    pub async fn went(self) -> bool {
        settled(self.0).await.is_ok()
    }
}

/// A file that a person has picked.
pub struct Picked(JsValue);

/// The file picked in the field with this id.
pub fn picked(field: &str) -> Option<Picked> {
    let field = document().get_element_by_id(field)?;
    let file = get(&get(&field, "files"), "0");
    file.is_object().then_some(Picked(file))
}

impl Picked {
    /// Its length in bytes.
    pub fn bytes(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a length is a whole number; one that does not fit is too long anyway"
        )]
        let bytes = get(&self.0, "size").as_f64().unwrap_or(f64::MAX) as usize;
        bytes
    }

    /// Its text; nothing if it cannot be read, as when it was moved meanwhile.
    pub async fn text(&self) -> Option<String> {
        settled(call(&self.0, "text", &[])).await.ok()?.as_string()
    }
}

/// What is written in the field with this id: also what a person typed before the app had taken
/// over the page.
pub fn written(field: &str) -> String {
    let field = document().get_element_by_id(field);
    field
        .and_then(|field| get(&field, "value").as_string())
        .unwrap_or_default()
}

/// Empties the field with this id: a passphrase that is not needed any more, or a file, so that
/// the same one can be picked again.
pub fn empty(field: &str) {
    if let Some(field) = document().get_element_by_id(field) {
        _ = js_sys::Reflect::set(&field, &"value".into(), &"".into());
    }
}
