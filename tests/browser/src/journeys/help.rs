//! Help at 3 a.m.: whom to call is in sight, a sign is one tap away, and paper holds all of it.

use base64::Engine as _;
use serde_json::json;

use super::CHROMIUM;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "Help has its numbers on the first screen, and a temperature one tap away",
        engines: CHROMIUM,
        run: first_screen,
    },
    Journey {
        name: "Help prints on two sheets, and the card to carry on one side",
        engines: CHROMIUM,
        run: on_paper,
    },
];

/// The emergency numbers that are in sight without scrolling, above the bar of the destinations.
const IN_SIGHT: &str = "const bar = document.querySelector('.destinations').getBoundingClientRect().top; \
     return [...document.querySelectorAll('.call a')].filter((a) => { \
       const r = a.getBoundingClientRect(); return r.height >= 48 && r.top >= 0 && r.bottom <= bar; \
     }).map((a) => a.getAttribute('href')).join(' ')";

fn first_screen(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.screen(360, 640)?;
    let help = format!("{}help.html", server.url());
    browser.open_ready(&help)?;
    let all = text(&browser.js(IN_SIGHT, &[])?);
    for number in ["tel:999", "tel:911", "tel:112", "tel:000", "tel:111"] {
        check(
            all.split(' ').any(|seen| seen == number),
            format!("{number} on the first screen"),
            &all,
        )?;
    }

    browser.click("#quick-fever a")?;
    let near = "const y = document.getElementById('fever').getBoundingClientRect().top; \
         return y >= -2 && y < 300";
    browser.until("the sign of a temperature on the screen", near, &[])?;

    // Who has chosen a region sees its number alone; the others are one tap away.
    browser.open_ready(&format!("{}settings.html", server.url()))?;
    browser.click("input[name=region][value='uk']")?;
    let chosen = "return document.documentElement.dataset.look === 'region-uk'";
    browser.until("the region to be chosen", chosen, &[])?;
    browser.open_ready(&help)?;
    let one = text(&browser.js(IN_SIGHT, &[])?);
    check(one == "tel:999", "999 alone on the first screen", one)?;
    browser.click("details.countries summary")?;
    browser.visible("details.countries a[href='tel:911']")?;
    browser.is_calm("Help")
}

fn on_paper(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    // Four sides are two sheets, printed on both. A4 is narrower than Letter, and longer.
    for (page, most) in [("help.html", 4), ("guide/card-to-carry.html", 1)] {
        browser.open_ready(&format!("{}{page}", server.url()))?;
        for (paper, width, height) in [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)] {
            let sides = sides(&browser, width, height)?;
            check(
                (1..=most).contains(&sides),
                format!("{page} on at most {most} sides of {paper}"),
                format!("{sides} sides"),
            )?;
        }
    }
    browser.is_calm("printing")
}

/// How many sides the open page takes on this paper, in inches.
fn sides(browser: &Browser, width: f64, height: f64) -> Step<usize> {
    let paper = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false });
    let made = browser.cdp("Page.printToPDF", &paper)?;
    let pdf = base64::engine::general_purpose::STANDARD.decode(text(&made["data"]));
    let Ok(pdf) = pdf else {
        return failed("a PDF", "something that is no base64");
    };
    let pdf = String::from_utf8_lossy(&pdf);
    Ok(pdf.matches("/Type /Page\n").count())
}
