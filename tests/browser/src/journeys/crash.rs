//! A browser that is killed while notes are written.

use serde_json::json;

use super::notes::{TEXTS, are, has_status, nothing_told, open, type_at_end, type_on, write_note};
use crate::browser::Browser;
use crate::engine::{Engine, Setup};
use crate::stage::{Journey, Stage, kill};
use crate::stop::{Step, check, text, texts};

/// Where a profile outlives the browser.
const LASTING: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 14: the browser is killed right after \"Saved\"; the note is there",
        engines: LASTING,
        run: after_saved,
    },
    Journey {
        name: "fault 14: the browser is killed between two keys; nothing is corrupt, all that was \"Saved\" is there",
        engines: LASTING,
        run: between_keys,
    },
];

fn after_saved(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let profile = stage.profile()?;
    let setup = Setup::with_profile(&profile);
    let mut words = String::new();
    // The first note ever, then more of it: the record is there already.
    for more in ["Sleep was bad", ", better now"] {
        {
            let browser = stage.start(&setup)?;
            open(&browser, &server.url())?;
            if words.is_empty() {
                write_note(&browser, more)?;
            } else {
                are(&browser, &[&words])?;
                type_at_end(&browser, more)?;
            }
            words.push_str(more);
            has_status(&browser, &words, "saved")?;
            kill(&profile);
        }
        let browser = stage.start(&setup)?;
        open(&browser, &server.url())?;
        are(&browser, &[&words])?;
        has_status(&browser, &words, "saved")?;
        is_sound(&browser)?;
    }
    Ok(())
}

/// What somebody types without a pause, so that parts of it are saved on the way.
const LONG: &str =
    "Tired since Monday, and the left hip hurts more in the evening than it did last week";

fn between_keys(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let profile = stage.profile()?;
    let setup = Setup::with_profile(&profile);
    // What every later start has to show.
    let mut kept: Vec<String> = Vec::new();
    for (round, keys) in [2, 25, LONG.len()].into_iter().enumerate() {
        let before = format!("Saved in round {round}");
        let mut saved = String::new();
        {
            let browser = stage.start(&setup)?;
            open(&browser, &server.url())?;
            write_note(&browser, &before)?;
            has_status(&browser, &before, "saved")?;
            write_note(&browser, "")?;
            for key in LONG[..keys].chars() {
                type_on(&browser, &key.to_string())?;
                let said = text(&browser.js(SAID_TO_BE_SAVED, &[])?);
                if !said.is_empty() {
                    saved = said;
                }
            }
            kill(&profile);
        }
        kept.push(before);
        let browser = stage.start(&setup)?;
        open(&browser, &server.url())?;
        is_sound(&browser)?;
        let found = texts(&browser.js(TEXTS, &[])?);
        let begun = found.iter().filter(|note| !kept.contains(note));
        let begun: Vec<&String> = begun.collect();
        let is_whole = kept.iter().all(|note| found.contains(note))
            && match begun.as_slice() {
                [] => saved.is_empty(),
                [note] => note.starts_with(&saved) && LONG.starts_with(note.as_str()),
                _ => false,
            };
        check(
            is_whole,
            format!("{kept:?}, and one note that begins with “{saved}” and was typed"),
            format!("{found:?}"),
        )?;
        kept = found;
        for note in &kept {
            has_status(&browser, note, "saved")?;
        }
    }
    Ok(())
}

/// The words under the cursor, if the page says that they are saved.
const SAID_TO_BE_SAVED: &str = "const field = document.activeElement; \
     return field.closest('.note')?.dataset.saveStatus === 'saved' ? field.value : ''";

/// Nothing was found damaged, and the page complains of nothing.
fn is_sound(browser: &Browser) -> Step {
    nothing_told(browser, "nothing damaged")?;
    let aside = "return Object.keys(localStorage).every((key) => !key.includes(':damaged:'))";
    check(
        browser.js(aside, &[])? == json!(true),
        "no record set aside",
        "one",
    )?;
    browser.is_calm("the notes after a crash")
}
