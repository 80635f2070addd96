//! What a person does on the page of backups, and what storage holds meanwhile.

use std::collections::BTreeMap;
use std::rc::Rc;

use bearings_domain::ids::{BlockId, FieldName, ItemId, PageId};
use bearings_domain::store::{ItemKind, Kind, Slot, Stored};
use bearings_domain::{Items, Millis, Position, Progress, Text, Writer};
use bearings_host::Server;
use serde_json::json;

use crate::browser::Browser;
use crate::journeys::records::{key, open_bare};
use crate::stage::{PREFIX, Stage};
use crate::stop::{Step, check, text};

/// A moment like any other.
const NOW: Millis = Millis(1_795_363_200_000);

/// Everything in storage.
pub type Storage = BTreeMap<String, String>;

/// A person's hands on the page.
pub struct Hands<'a> {
    /// The browser.
    pub browser: Rc<Browser>,
    stage: &'a Stage<'a>,
    server: Server,
}

impl<'a> Hands<'a> {
    /// Hands in a browser.
    pub fn new(stage: &'a Stage<'a>, server: Server, browser: Rc<Browser>) -> Self {
        Self {
            browser,
            stage,
            server,
        }
    }

    /// The page open, with records of every sort in storage.
    pub fn with_records(stage: &'a Stage<'a>) -> Step<Self> {
        let hands = Self::new(stage, stage.serve()?, stage.browser()?);
        hands.prepare(&Self::records())?;
        Ok(hands)
    }

    /// Notes, a place, marks, a record set aside, and one of a newer release.
    pub fn records() -> Vec<(String, String)> {
        let mut progress = Progress::default();
        progress.mark_read(&page("biopsy"), NOW);
        vec![
            note(
                "1",
                "Rest <b>well</b> & ask: \u{201c}why?\u{201d}\nThen \u{1f33f}",
            ),
            note("2", "The second note"),
            position("biopsy", NOW),
            record(&Slot::One(Kind::Progress), &Stored::Progress(progress)),
            (key("place:damaged:7"), String::from("{torn")),
            (
                key("visit:v1"),
                String::from(r#"{"app":"bearings","kind":"visit","v":99}"#),
            ),
        ]
    }

    /// The same person later.
    pub fn later() -> Vec<(String, String)> {
        let mut progress = Progress::default();
        progress.mark_read(&page("bone-scan"), NOW);
        vec![
            note("2", "The second note"),
            note("3", "The third note"),
            position("bone-scan", Millis(NOW.0 + 5)),
            record(&Slot::One(Kind::Progress), &Stored::Progress(progress)),
        ]
    }

    /// An address of the site.
    pub fn url(&self, page: &str) -> String {
        format!("{}{page}", self.server.url())
    }

    /// Puts these records into storage, and nothing else of ours, and opens the page anew.
    pub fn prepare(&self, records: &[(String, String)]) -> Step {
        open_bare(&self.browser, &self.url(""))?;
        let fill = "localStorage.clear(); localStorage.setItem('neighbour', 'untouched'); \
             for (const [key, text] of arguments[0]) localStorage.setItem(key, text)";
        self.browser.js(fill, &[json!(records)])?;
        self.browser.open_ready(&self.url("device.html"))?;
        self.catch_files()
    }

    /// Keeps what the page saves.
    pub fn catch_files(&self) -> Step {
        let script = include_str!("../../scripts/catch_files.js");
        self.browser.js(script, &[]).map(drop)
    }

    /// Everything in storage, but for the mark that something was erased: it is no record.
    pub fn storage(&self) -> Step<Storage> {
        let script = "return Object.fromEntries(Object.entries(localStorage)\
             .filter(([key]) => !key.startsWith('bearings-erased:')))";
        let all = self.browser.js(script, &[])?;
        let entries = all.as_object().into_iter().flatten();
        Ok(entries
            .map(|(key, value)| (key.clone(), text(value)))
            .collect())
    }

    /// Storage is as it was.
    pub fn is_storage(&self, expected: &Storage, when: &str) -> Step {
        let now = self.storage()?;
        check(
            now == *expected,
            format!("storage as before {when}: {expected:?}"),
            format!("{now:?}"),
        )
    }

    /// Presses a button that saves a file, and returns the text of the file.
    pub fn save(&self, button: &str) -> Step<String> {
        self.browser.js("window.__files.length = 0", &[])?;
        self.browser.click(button)?;
        let saved = "return typeof window.__files[0]?.text === 'string'";
        self.browser.until("a file to be saved", saved, &[])?;
        let name = text(&self.browser.js("return window.__files[0].name", &[])?);
        let is_name = name.starts_with("bearings-") && name.contains('.');
        check(is_name, "a file with a name", name)?;
        Ok(text(
            &self.browser.js("return window.__files[0].text", &[])?,
        ))
    }

    /// Picks a file.
    pub fn pick(&self, name: &str, content: &[u8]) -> Step {
        let path = self.stage.profile()?.join(name);
        std::fs::write(&path, content)?;
        // What was said of the file before must not be taken for what is said of this one.
        let script = "for (const node of document.querySelector('#restore-said').childNodes) \
             if (node.nodeType === 3) node.data = ''";
        self.browser.js(script, &[])?;
        let field = self.browser.find("#backup-file:not(:disabled)")?;
        let path = path.display().to_string();
        Ok(self.browser.session.type_into(&field, &path)?)
    }

    /// Writes a text into a field, in place of what was there.
    pub fn write(&self, css: &str, text: &str) -> Step {
        let field = self.browser.find(css)?;
        self.browser
            .js("arguments[0].value = ''", &[field.as_arg()])?;
        Ok(self.browser.session.type_into(&field, text)?)
    }

    /// Puts a text into a field as keyboards do that change what was typed: at once, and not sign
    /// by sign.
    pub fn improve(&self, css: &str, text: &str) -> Step {
        let script = "const field = document.querySelector(arguments[0]); \
             field.value = arguments[1]; \
             field.dispatchEvent(new Event('input', { bubbles: true }))";
        self.browser
            .js(script, &[json!(css), json!(text)])
            .map(drop)
    }

    /// Makes a protected backup, which is not saved yet.
    pub fn seal(&self, passphrase: &str) -> Step {
        self.try_to_seal(passphrase, Text::SealReady)
    }

    /// Asks for a protected backup, and waits for what the page then says.
    pub fn try_to_seal(&self, passphrase: &str, expected: Text) -> Step {
        self.browser
            .js("document.querySelector('.seal').open = true", &[])?;
        self.improve("#new-passphrase", passphrase)?;
        self.improve("#new-passphrase-again", passphrase)?;
        self.browser.click("#seal-go")?;
        self.said("#saved", expected)
    }

    /// Opens a protected file with a passphrase, and waits for what the page then says.
    pub fn unlock(&self, passphrase: &str, expected: Text) -> Step {
        self.said("#restore-said", Text::RestoreLocked)?;
        self.improve("#passphrase", passphrase)?;
        self.browser.click("#unlock-go")?;
        self.said("#restore-said", expected)
    }

    /// Opens a protected file, which is picked, with a passphrase typed sign by sign, and waits for
    /// what the page then says.
    pub fn type_passphrase(&self, passphrase: &str, expected: Text) -> Step {
        self.write("#passphrase", passphrase)?;
        self.browser.click("#unlock-go")?;
        self.said("#restore-said", expected)
    }

    /// Restores the file that is picked, once the page has looked at it.
    pub fn restore(&self) -> Step {
        self.said("#restore-said", Text::RestoreLook)?;
        self.browser.click("[data-click=restore]")?;
        self.said("#restore-said", Text::RestoreDone)
    }

    /// Waits until the page says this.
    pub fn said(&self, css: &str, expected: Text) -> Step {
        let words = self.stage.site.texts.get(expected);
        let script =
            "return document.querySelector(arguments[0]).innerText.trim() === arguments[1]";
        let what = format!("{css} to say “{words}”");
        self.browser
            .until(&what, script, &[json!(css), json!(words)])
            .map(drop)
    }

    /// Erases everything, and looks that it is gone and the neighbour is not.
    pub fn erase(&self) -> Step {
        self.browser.click("[data-click=ask]")?;
        self.browser.click("[data-click=erase]")?;
        self.said("#erase-said", Text::EraseDone)?;
        let left = self.storage()?;
        check(
            left == BTreeMap::from([("neighbour".to_owned(), "untouched".to_owned())]),
            "nothing but the neighbour's record",
            format!("{left:?}"),
        )?;
        let mark = "return localStorage.getItem(arguments[0])";
        let key = format!("bearings-erased:{PREFIX}");
        let mark = text(&self.browser.js(mark, &[json!(key)])?);
        check(
            !mark.is_empty() && mark.chars().all(|sign| sign.is_ascii_digit()),
            "a mark that something was erased, and nothing else in it",
            mark,
        )
    }
}

/// The record of a note.
pub fn note(id: &str, text: &str) -> (String, String) {
    let id = ItemId::parse(id).expect("a valid id");
    let name = FieldName::parse("text").expect("a valid name");
    let mut items = Items::default();
    items.create(&id, &[(&name, text)], Writer::new(7), NOW);
    let item = items.get(&id).expect("it was made").clone();
    let kind = ItemKind::Note;
    record(&Slot::Item(kind, id), &Stored::Item(kind, item))
}

fn position(id: &str, at: Millis) -> (String, String) {
    let position = Position {
        at,
        page: page(id),
        block: BlockId::parse("title").expect("a valid id"),
        offset: 0,
    };
    record(&Slot::One(Kind::Position), &Stored::Position(position))
}

fn page(id: &str) -> PageId {
    PageId::parse(id).expect("a valid id")
}

fn record(slot: &Slot, value: &Stored) -> (String, String) {
    (slot.key(PREFIX), value.encode(NOW))
}
