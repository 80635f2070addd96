//! What can be seen of a note: the line of the cursor, and the side of the text.

use serde_json::json;

use super::PUT;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::journeys::backup::hands::{self, Hands};
use crate::journeys::notes::{are, has_status, open, write_note};
use crate::journeys::records;
use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

/// Where the line of the cursor is, and what stands in the way below it. The lines are short: none
/// is broken.
const LINE: &str = "const field = document.activeElement, style = getComputedStyle(field); \
     const nth = field.value.slice(0, field.selectionStart).split('\\n').length - 1; \
     const height = parseFloat(style.lineHeight); \
     const top = field.getBoundingClientRect().top + parseFloat(style.paddingTop) + nth * height; \
     const notice = document.querySelector('[data-notice=not-saved]:not([hidden])'); \
     const end = notice ? notice.getBoundingClientRect().top : innerHeight; \
     return [top, top + height, end]";

/// The line of the cursor can be seen, whole.
fn is_in_sight(browser: &Browser, when: &str) -> Step {
    let script = format!(
        "const [top, foot, end] = (function () {{ {LINE} }})(); return top >= 0 && foot <= end"
    );
    if browser.until("the line", &script, &[]).is_err() {
        let seen = browser.js(LINE, &[])?;
        return check(
            false,
            format!("the line of the cursor in sight {when}"),
            format!("top, foot, end of what is free: {seen}"),
        );
    }
    Ok(())
}

pub(super) fn in_sight(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    open(&browser, &server.url())?;
    browser.resize(700, 640)?;
    write_note(&browser, "")?;
    let lines: Vec<String> = (1..=80).map(|nth| format!("Line {nth}")).collect();
    browser.js(PUT, &[json!([lines.join("\n")])])?;
    has_status(&browser, &lines.join("\n"), "saved")?;
    let cursor_has_status = |status: &str| {
        let script = "return document.activeElement.closest('.note')?.dataset.saveStatus \
             === arguments[0]";
        browser
            .until(
                &format!("the note to be {status}"),
                script,
                &[json!(status)],
            )
            .map(drop)
    };
    for line in [0, 40] {
        let at = lines[..line].join("\n").len() + usize::from(line > 0);
        let go = "const field = document.activeElement; \
             field.setSelectionRange(arguments[0], arguments[0]); \
             const top = field.getBoundingClientRect().top + scrollY; \
             const height = parseFloat(getComputedStyle(field).lineHeight); \
             scrollTo({ top: top + arguments[1] * height - 300, behavior: 'instant' })";
        browser.js(go, &[json!(at), json!(line)])?;
        records::fill(&browser)?;
        // More than what is left of the last bytes.
        browser.js(
            PUT,
            &[json!([
                "A longer beginning, so that there is no room for it "
            ])],
        )?;
        cursor_has_status("not-saved")?;
        browser.visible("[data-notice=not-saved]")?;
        browser.settle()?;
        is_in_sight(
            &browser,
            &format!("in line {line} when the notice has come"),
        )?;
        records::make_room(&browser)?;
        cursor_has_status("saved")?;
        browser.settle()?;
        is_in_sight(
            &browser,
            &format!("in line {line} when the notice has gone"),
        )?;
    }
    browser.is_calm("a notice that comes and goes")
}

pub(super) fn right_to_left(stage: &Stage) -> Step {
    let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
    let browser = &hands.browser;
    let arabic = "\u{627}\u{644}\u{648}\u{631}\u{643} \u{64a}\u{624}\u{644}\u{645}\u{646}\u{64a} (Tramadol).";
    let mixed = format!("{arabic}\nAsk about the hip.");
    hands.prepare(&[hands::note("1", "Ask."), hands::note("2", &mixed)])?;
    open(browser, &hands.url(""))?;
    are(browser, &["Ask.", &mixed])?;
    let sides = "return [...document.querySelectorAll('.note textarea')].map((field) => \
         field.value[0] + ' ' + getComputedStyle(field).direction).sort().join()";
    let sides = text(&browser.js(sides, &[])?);
    check(
        sides == "A ltr,\u{627} rtl",
        "each note on its own side",
        sides,
    )?;
    // Each paragraph by its own first letter, on paper too.
    let paper = "const field = document.querySelector('.note textarea'); \
         return [getComputedStyle(field).unicodeBidi, \
         getComputedStyle(field.parentElement, '::after').unicodeBidi]";
    let paper = texts(&browser.js(paper, &[])?);
    check(
        paper == ["plaintext", "plaintext"],
        "each paragraph on its own side, in the field and on paper",
        format!("{paper:?}"),
    )?;
    browser.open_ready(&hands.url("device.html"))?;
    hands.catch_files()?;
    let copy = hands.save("[data-click=readable]")?;
    let style = "const frame = document.createElement('iframe'); frame.srcdoc = arguments[0]; \
         return new Promise((done) => { frame.onload = () => { \
         const all = [...frame.contentDocument.querySelectorAll('dd')]; \
         const page = frame.contentWindow; \
         const told = all.map((dd) => dd.dir + ' ' + page.getComputedStyle(dd).direction).sort(); \
         frame.remove(); done(told); }; document.body.append(frame); })";
    let sides = texts(&browser.js(style, &[json!(copy)])?);
    check(
        sides == ["auto ltr", "auto rtl"],
        "each note on its own side in the copy to read",
        format!("{sides:?}"),
    )
}
