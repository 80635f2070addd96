//! How pages look, as a person has chosen it: tried on a paragraph, kept, and there before the first
//! paint of every page.

use serde_json::{Value, json};

use super::records::{key, open_bare, open_cleared};
use super::{ALL, offline};
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, nothing, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "each setting is seen at once on a paragraph, and before the first paint of the next page, also offline",
        engines: ALL,
        run: each,
    },
    Journey {
        name: "all settings go back to how it was at first, and come back again",
        engines: ALL,
        run: reset,
    },
    Journey {
        name: "a page that comes back, and one in another tab, looks as was chosen since",
        engines: ALL,
        run: elsewhere,
    },
    Journey {
        name: "fault 18: damaged settings: the page looks as at first, it is said, and nothing is lost",
        engines: ALL,
        run: damaged,
    },
    Journey {
        name: "who wants to know nothing of hard topics now finds no list of them",
        engines: ALL,
        run: not_now,
    },
    Journey {
        name: "fault 24: without script the settings say what the browser itself can do",
        engines: ALL,
        run: script_off,
    },
];

/// A choice, and what shows it: an expression about the style `of` an element of the text and of the
/// whole page, `all`.
const CHOICES: [(&str, &str, &str); 10] = [
    ("theme", "dark", "all.backgroundColor === 'rgb(19, 26, 25)'"),
    (
        "theme",
        "contrast",
        "all.backgroundColor === 'rgb(255, 255, 255)' || all.backgroundColor === 'rgb(0, 0, 0)'",
    ),
    ("theme", "night", "all.backgroundColor === 'rgb(16, 10, 4)'"),
    ("size", "200", "Math.abs(parseFloat(of.fontSize) - 36) < 1"),
    (
        "lines",
        "looser",
        "Math.abs(parseFloat(of.lineHeight) / parseFloat(of.fontSize) - 2.1) < 0.05",
    ),
    ("letters", "looser", "parseFloat(of.letterSpacing) > 3"),
    (
        "column",
        "narrow",
        "all.getPropertyValue('--measure').trim() === '27rem'",
    ),
    ("face", "serif", "of.fontFamily.startsWith('Palatino')"),
    ("motion", "less", "true"),
    ("region", "uk", "true"),
];

/// The style of the first paragraph that `css` finds, and of the page, are as `is_so` says.
fn looks(browser: &Browser, css: &str, word: &str, is_so: &str) -> Step {
    let script = format!(
        "const all = getComputedStyle(document.documentElement); \
         const of = getComputedStyle(document.querySelector(arguments[0])); \
         return document.documentElement.dataset.look?.split(' ').includes(arguments[1]) && ({is_so})"
    );
    let what = format!("{word} to be seen on {css}");
    browser
        .until(&what, &script, &[json!(css), json!(word)])
        .map(drop)
}

/// Opens the settings.
pub fn open(browser: &Browser, url: &str) -> Step {
    browser.open_ready(&format!("{url}settings.html"))
}

/// Chooses on the page of the settings, which is open. Above stands a paragraph that stays in sight,
/// so what is pressed is brought to the middle.
pub fn choose(browser: &Browser, setting: &str, name: &str) -> Step {
    let css = format!("input[name={setting}][value='{name}']");
    let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
    browser.js(script, &[json!(css)])?;
    browser.click(&css)
}

/// The rules were there before anything was painted.
fn is_first(browser: &Browser, page: &str) -> Step {
    let times = "const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
         const rules = performance.getEntriesByType('resource').find((it) => it.name.includes('/look-')); \
         return paint && [rules?.responseEnd ?? -1, paint.startTime]";
    let times = browser.until(&format!("{page} to be painted"), times, &[])?;
    let (rules, paint) = (times[0].as_f64(), times[1].as_f64());
    check(
        rules > Some(0.0) && rules <= paint,
        format!("the rules of the look before the first paint of {page}"),
        times.to_string(),
    )
}

fn each(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    let url = server.url();
    let page = format!("{url}{}", stage.site.page(1));
    offline::visit(&browser, &server, stage)?;
    browser.follow(".top a[href*='settings.html']")?;
    browser.ready()?;
    for (setting, name, is_so) in CHOICES {
        choose(&browser, setting, name)?;
        looks(
            &browser,
            "[data-sample]",
            &format!("{setting}-{name}"),
            is_so,
        )?;
    }
    browser.is_calm("the settings")?;
    server.stop();
    browser.open(&page)?;
    is_first(&browser, "a page that is saved")?;
    for (setting, name, is_so) in &CHOICES[2..] {
        looks(&browser, "#article p", &format!("{setting}-{name}"), is_so)?;
    }
    browser.ready()?;
    browser.is_calm("a page with a look")?;
    // Going on inside the app, and back on the place itself.
    browser.follow("nav.destinations a[href*=help]")?;
    looks(&browser, "#article p", "size-200", CHOICES[3].2)?;
    open(&browser, &url)?;
    for (setting, name, _) in &CHOICES[2..] {
        let chosen = "return document.querySelector(`input[name=${arguments[0]}]:checked`)?.value === arguments[1]";
        let what = format!("{setting} {name} to be remembered");
        browser.until(&what, chosen, &[json!(setting), json!(name)])?;
    }
    Ok(())
}

const LOOK: &str = "return (document.documentElement.dataset.look ?? '') === arguments[0]";

pub fn look_is(browser: &Browser, look: &str) -> Step {
    let what = format!("a page that looks like this: “{look}”");
    browser.until(&what, LOOK, &[json!(look)]).map(drop)
}

fn reset(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open_cleared(&browser, &server.url())?;
    open(&browser, &server.url())?;
    let undo = "[data-click=undo-settings]";
    browser.hidden(undo)?;
    choose(&browser, "theme", "night")?;
    choose(&browser, "size", "150")?;
    choose(&browser, "how-much", "show-me")?;
    let chosen = "theme-night size-150 how-much-show-me";
    look_is(&browser, chosen)?;
    browser.click("[data-click=reset-settings]")?;
    look_is(&browser, "")?;
    let focus = "return document.activeElement.id === 'settings-said' \
         && document.activeElement.innerText.trim() !== ''";
    browser.until("what was done to be told", focus, &[])?;
    browser.click(undo)?;
    look_is(&browser, chosen)?;
    browser.hidden(undo)?;
    open(&browser, &server.url())?;
    look_is(&browser, chosen)?;
    // After another choice there is nothing to go back to.
    browser.click("[data-click=reset-settings]")?;
    choose(&browser, "theme", "light")?;
    browser.hidden(undo)?;
    look_is(&browser, "theme-light")?;
    browser.is_calm("the settings")
}

fn elsewhere(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open_cleared(&browser, &url)?;
    browser.open_ready(&format!("{url}help.html"))?;
    let (first, _) = browser.second_window()?;
    open(&browser, &url)?;
    choose(&browser, "theme", "night")?;
    look_is(&browser, "theme-night")?;
    browser.close_window(&first)?;
    looks(&browser, "#article p", "theme-night", CHOICES[2].2)?;
    browser.follow(".top a[href*='settings.html']")?;
    browser.ready()?;
    choose(&browser, "theme", "dark")?;
    look_is(&browser, "theme-dark")?;
    browser.leave("h1")?;
    browser.js("history.back()", &[])?;
    browser.arrive(&format!("{url}help.html"))?;
    looks(&browser, "#article p", "theme-dark", CHOICES[0].2)?;
    browser.is_calm("a page that came back")
}

fn damaged(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open_cleared(&browser, &url)?;
    open(&browser, &url)?;
    choose(&browser, "size", "200")?;
    look_is(&browser, "size-200")?;
    open_bare(&browser, &url)?;
    let record = [json!(key("settings"))];
    let spoil = "const text = localStorage.getItem(arguments[0]).replace('\"200\"', '\"2'); \
         localStorage.setItem(arguments[0], text); return text";
    let spoiled = browser.js(spoil, &record)?;
    browser.open_ready(&format!("{url}{}", stage.site.page(1)))?;
    browser.visible("[data-notice=damaged]")?;
    look_is(&browser, "")?;
    let usual = "return Math.abs(parseFloat(getComputedStyle(document.querySelector('#article p')).fontSize) - 18) < 1";
    browser.until("letters of the usual size", usual, &[])?;
    let aside = "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0] + ':damaged:'))\
         .map((key) => localStorage.getItem(key))";
    let aside = browser.js(aside, &record)?;
    check(
        aside == Value::Array(vec![spoiled]),
        "the damaged record to be set aside as it was",
        aside.to_string(),
    )?;
    open(&browser, &url)?;
    choose(&browser, "theme", "night")?;
    browser.open_ready(&format!("{url}help.html"))?;
    look_is(&browser, "theme-night")
}

fn not_now(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open_cleared(&browser, &url)?;
    let contents = format!("{url}guide.html");
    browser.open_ready(&contents)?;
    browser.visible(".part-choose")?;
    open(&browser, &url)?;
    choose(&browser, "how-much", "not-now")?;
    look_is(&browser, "how-much-not-now")?;
    browser.open_ready(&contents)?;
    browser.hidden(".part-choose")?;
    let listed = "return [...document.querySelectorAll('.contents a')].filter((link) => \
         link.getClientRects().length > 0 && link.href.endsWith('choose.html')).map((link) => link.href)";
    nothing("no list of hard topics", &texts(&browser.js(listed, &[])?))
}

fn script_off(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup {
        script_off: true,
        ..Setup::default()
    })?;
    browser.open(&format!("{}{}", server.url(), stage.site.page(1)))?;
    browser.follow(".top a[href*='settings.html']")?;
    browser.visible(".without-app")?;
    browser.visible("#zoom")?;
    browser.hidden("[data-settings]")
}
