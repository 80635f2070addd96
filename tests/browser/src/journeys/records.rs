//! What lies in the browser's storage, and what journeys do to it behind the app's back.

use serde_json::json;

use crate::browser::Browser;
use crate::stage::PREFIX;
use crate::stop::Step;

/// The key of a record of the site. Spelled out, not taken from the app: keys never change.
pub fn key(name: &str) -> String {
    format!("bearings:{PREFIX}:{name}")
}

/// Opens a page of the site's origin on which no app runs: one that is left writes what it
/// remembers. `base` is the address of the site.
pub fn open_bare(browser: &Browser, base: &str) -> Step {
    browser.open(&format!("{base}__test/capture.js"))
}

/// Opens a page on which no app runs, and empties local storage.
pub fn open_cleared(browser: &Browser, base: &str) -> Step {
    open_bare(browser, base)?;
    clear(browser)
}

/// Empties local storage; the journal stays.
pub fn clear(browser: &Browser) -> Step {
    browser.js("localStorage.clear()", &[]).map(drop)
}

/// Takes away all that the person has: local storage and the journal.
pub fn clear_all(browser: &Browser) -> Step {
    let empty = "localStorage.clear(); return new Promise((done) => { \
         const gone = indexedDB.deleteDatabase(arguments[0]); \
         gone.onsuccess = gone.onerror = () => done(true); })";
    browser.js(empty, &[json!(key("journal"))]).map(drop)
}

/// Fills local storage in ever smaller pieces, to the last character.
pub fn fill(browser: &Browser) -> Step {
    let fill = "let piece = 'x'.repeat(1 << 20), n = 0; while (piece) { \
         try { localStorage.setItem('filler' + n++, piece) } \
         catch { piece = piece.slice(0, piece.length >> 1) } }";
    browser.js(fill, &[]).map(drop)
}

/// Takes away what [`fill`] has put in.
pub fn make_room(browser: &Browser) -> Step {
    let room = "for (const key of Object.keys(localStorage)) \
         if (key.startsWith('filler')) localStorage.removeItem(key)";
    browser.js(room, &[]).map(drop)
}

/// Waits until the record of what was read has the page with this id; `what` is said if it does
/// not.
pub fn has_mark(browser: &Browser, page: &str, what: &str) -> Step {
    let script = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
    let args = [json!(key("progress")), json!(page)];
    browser.until(what, script, &args).map(drop)
}

/// Waits until the journal is as expected: `is_so` is an expression in JavaScript about `texts`,
/// the list of the texts in it.
pub fn journal_is(browser: &Browser, what: &str, is_so: &str) -> Step {
    let script = format!(
        "return new Promise((done) => {{ const open = indexedDB.open(arguments[0]); \
         open.onerror = () => done(['it cannot be opened']); \
         open.onsuccess = () => {{ const db = open.result; \
         if (!db.objectStoreNames.contains('records')) {{ db.close(); return done([]); }} \
         const all = db.transaction('records').objectStore('records').getAll(); \
         all.onsuccess = () => {{ db.close(); done(all.result); }}; }}; }})\
         .then((texts) => {is_so})"
    );
    browser
        .until(what, &script, &[json!(key("journal"))])
        .map(drop)
}
