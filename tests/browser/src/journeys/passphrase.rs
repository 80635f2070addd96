//! Keyboards change what is typed: the same passphrase still opens the file.

use bearings_domain::Text;
use serde_json::json;

use super::ALL;
use super::backup::hands::Hands;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 45: a passphrase that a keyboard has improved opens the backup",
        engines: ALL,
        run: improved,
    },
    Journey {
        name: "fault 45: files of the first version open with an improved passphrase",
        engines: ALL,
        run: first_version,
    },
    Journey {
        name: "fault 45: two passphrases that differ make no backup, and both can be shown",
        engines: ALL,
        run: typed_twice,
    },
    Journey {
        name: "fault 45: what could not be opened again, or had no random numbers, is not called made",
        engines: ALL,
        run: fails_closed,
    },
    Journey {
        name: "fault 45: a passphrase is hidden again after the page was loaded again",
        engines: ALL,
        run: hidden_again,
    },
];

/// What was in the fields when the file was made, and what opens it.
const PAIRS: [(&str, &[&str]); 2] = [
    (
        "it\u{2019}s four green\u{2014}boats  at dawn",
        &[
            "it's four green--boats at dawn",
            "It\u{2018}s four green\u{2013}boats. At dawn ",
            "it's\u{200b} four green-boats. at dawn",
        ],
    ),
    (
        "\u{201c}four\u{201d} green boats ",
        &["\"four\" green boats"],
    ),
];

fn improved(stage: &Stage) -> Step {
    for (sealed, typed) in PAIRS {
        let hands = Hands::with_records(stage)?;
        hands.seal(sealed)?;
        let file = hands.save("#sealed-go")?;
        for typed in typed {
            hands.pick("backup.txt", file.as_bytes())?;
            hands.unlock(typed, Text::RestoreNothing)?;
        }
        hands.pick("backup.txt", file.as_bytes())?;
        hands.unlock("it's four green boats at dusk", Text::RestoreWrong)?;
        hands.browser.is_calm("the page of backups")?;
    }
    Ok(())
}

fn first_version(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let file = include_bytes!("../../fixtures/v1/protected.txt");
    for typed in [
        "four green boats at dawn",
        "Four green boats at dawn ",
        "\u{200b}four green. boats at dawn",
        "FOUR GREEN BOATS AT DAWN",
    ] {
        hands.pick("backup.txt", file)?;
        hands.unlock(typed, Text::RestoreLook)?;
    }
    hands.pick("backup.txt", file)?;
    hands.unlock("four green boats at dusk", Text::RestoreWrong)?;
    hands.browser.is_calm("the page of backups")
}

fn differs(hands: &Hands, differs: bool) -> Step {
    let script = "return (document.querySelector('#differs').textContent !== '') === arguments[0]";
    let what = format!("differing passphrases to be told: {differs}");
    hands.browser.until(&what, script, &[json!(differs)])?;
    Ok(())
}

fn typed_twice(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    hands.browser.click(".seal summary")?;
    hands.write("#new-passphrase", "four green boats")?;
    hands.write("#new-passphrase-again", "four gr")?;
    differs(&hands, false)?;
    hands.write("#new-passphrase-again", "four gm")?;
    differs(&hands, true)?;
    hands.browser.click("#seal-go")?;
    hands.said("#saved", Text::SealDiffer)?;
    hands.improve("#new-passphrase-again", "Four green. boats ")?;
    differs(&hands, false)?;
    hands.browser.click("[data-shows~=new-passphrase]")?;
    let shown = "return ['#new-passphrase', '#new-passphrase-again']\
         .every((css) => document.querySelector(css).type === 'text')";
    hands.browser.until("both to be shown", shown, &[])?;
    hands.browser.click("#seal-go")?;
    hands.said("#saved", Text::SealReady)?;
    let emptied = "return ['#new-passphrase', '#new-passphrase-again']\
         .every((css) => document.querySelector(css).value === '')";
    hands.browser.until("both to be emptied", emptied, &[])?;
    hands.browser.is_calm("the page of backups")
}

fn fails_closed(stage: &Stage) -> Step {
    const FAULTS: [&str; 2] = [
        "Crypto.prototype.getRandomValues = () => { throw new DOMException('refused') }",
        "const encrypt = SubtleCrypto.prototype.encrypt; \
         SubtleCrypto.prototype.encrypt = async function (...all) { \
         const bytes = new Uint8Array(await encrypt.apply(this, all)); \
         bytes[0] ^= 1; return bytes.buffer }",
    ];
    for fault in FAULTS {
        let hands = Hands::with_records(stage)?;
        hands.browser.js(fault, &[])?;
        hands.try_to_seal("four green boats", Text::SavedFailed)?;
        let nothing = "return document.querySelector('#sealed').hidden && __files.length === 0";
        hands.browser.until("nothing to save", nothing, &[])?;
        // The words are still in the fields, for another try.
        let kept = text(&hands.browser.js(
            "return document.querySelector('#new-passphrase').value",
            &[],
        )?);
        check(kept == "four green boats", "the passphrase kept", kept)?;
    }
    Ok(())
}

/// Firefox brings the state of controls back when a page is loaded again.
fn hidden_again(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    hands.browser.click(".seal summary")?;
    hands.browser.click("[data-shows~=new-passphrase]")?;
    let boxes = "return [...document.querySelectorAll('[data-shows]')].map((box) => box.checked)";
    let ticked = hands.browser.js(boxes, &[])?;
    check(ticked[0] == json!(true), "a tick", ticked.to_string())?;
    reload(&hands.browser)?;
    let ticked = hands.browser.js(boxes, &[])?;
    check(
        ticked
            .as_array()
            .is_some_and(|all| all.iter().all(|tick| *tick == json!(false))),
        "no tick after loading again",
        ticked.to_string(),
    )
}

/// Loads the page again as the button of the browser does; the command of the protocol might leave
/// out what browsers bring back.
fn reload(browser: &Browser) -> Step {
    let reload = "document.documentElement.dataset.was = ''; \
         setTimeout(() => location.reload(), 0)";
    browser.js(reload, &[])?;
    let is_other = "return !('was' in document.documentElement.dataset)";
    browser.until("the page to be loaded again", is_other, &[])?;
    browser.ready()
}
