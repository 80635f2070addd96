//! The page fits a small phone and nothing moves while it starts.

use serde_json::json;

use super::position::is_saved;
use super::records::{open_bare, open_cleared};
use super::{ALL, CHROMIUM};
use crate::engine::{Engine, Setup};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, nothing, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "no page is wider than a screen of 320 px",
        engines: ALL,
        run: narrow,
    },
    Journey {
        name: "fault 38: sideways, with large letters, no text lies under a notch",
        engines: CHROMIUM,
        run: notch,
    },
    Journey {
        name: "nothing shifts from the first paint until the app is ready, first visit or later",
        engines: CHROMIUM,
        run: still,
    },
];

const TOO_WIDE: &str = include_str!("../scripts/too_wide.js");

fn narrow(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let mut complaints = Vec::new();
    if stage.engine() == Engine::Chromium {
        let browser = stage.start(&Setup::default())?;
        browser.small_phone()?;
        for route in &stage.site.routes {
            browser.open_route(&format!("{}{route}", server.url()))?;
            let wide = texts(&browser.js(TOO_WIDE, &[])?);
            complaints.extend(wide.iter().map(|line| format!("{route}: {line}")));
        }
        return nothing("every page to fit 320 px", &complaints);
    }
    // The windows of the others cannot be so narrow; a frame can.
    let browser = stage.browser()?;
    open_bare(&browser, &server.url())?;
    for route in &stage.site.routes {
        let load = "document.querySelector('iframe')?.remove(); \
             const frame = document.createElement('iframe'); \
             frame.style = 'width: 320px; height: 640px; border: 0'; \
             frame.src = arguments[0]; document.body.append(frame)";
        let url = [json!(format!("{}{route}", server.url()))];
        browser.js(load, &url)?;
        let ready = "const doc = document.querySelector('iframe').contentDocument; \
             const said = doc?.documentElement?.dataset; return doc?.readyState === 'complete' \
             && doc.URL === arguments[0] && ('ready' in said || !('app' in said))";
        browser.until(&format!("{route} to be ready in a frame"), ready, &url)?;
        let script = format!(
            "return (function () {{ {TOO_WIDE} }}).call(null, document.querySelector('iframe'))"
        );
        let wide = texts(&browser.js(&script, &[])?);
        complaints.extend(wide.iter().map(|line| format!("{route}: {line}")));
    }
    nothing("every page to fit 320 px", &complaints)
}

/// No other engine here can pretend to have a notch.
fn notch(stage: &Stage) -> Step {
    const NOTCH: f64 = 59.0;
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    browser.screen(852, 393)?;
    let insets = json!({ "insets": { "left": NOTCH, "right": NOTCH, "bottom": 21 } });
    browser.cdp("Emulation.setSafeAreaInsetsOverride", &insets)?;
    let page = stage.site.page_with("popovertarget=term-");
    browser.open_ready(&format!("{}{}", server.url(), page.unwrap_or("help.html")))?;
    for size in [100, 150, 200] {
        let under = "document.documentElement.style.fontSize = arguments[0] + '%'; \
             document.querySelector('button.term')?.click(); \
             const all = document.querySelectorAll('.brand, h1, #article p, .destinations a, .term-card:popover-open p'); \
             return [...all].filter((e) => { const { left, right, width } = e.getBoundingClientRect(); \
             return width > 0 && (left < arguments[1] || right > innerWidth - arguments[1]); })\
             .map((e) => e.className + ' ' + e.textContent.slice(0, 30))";
        let under = texts(&browser.js(under, &[json!(size * 1125 / 1000), json!(NOTCH)])?);
        nothing(&format!("all text beside the notch at {size} %"), &under)?;
        browser.js(
            "document.querySelector(':popover-open')?.hidePopover()",
            &[],
        )?;
    }
    Ok(())
}

fn still(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    browser.small_phone()?;
    let mut complaints = Vec::new();
    for visit in ["first visit", "later visit"] {
        for route in &stage.site.routes {
            let url = format!("{}{route}", server.url());
            if visit == "first visit" {
                // What the last page kept would make this a later visit. Its last write comes
                // when it is left, so it is taken away on a page without the app.
                open_cleared(&browser, &server.url())?;
            }
            browser.open_route(&url)?;
            let shifts = texts(&browser.js(include_str!("../scripts/shifts.js"), &[])?);
            complaints.extend(
                shifts
                    .iter()
                    .map(|line| format!("{route}, {visit}: {line}")),
            );
        }
        // Something to come back to.
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
        browser.scroll_to(0.5)?;
        is_saved(&browser, "a place")?;
        browser.scroll_to(1.0)?;
        browser.settle()?;
    }
    nothing("no shift of the layout", &complaints)
}
