//! The bar of the places: on every window, with every size of letters.

use serde_json::json;

use crate::journeys::records::open_bare;
use crate::stage::Stage;
use crate::stop::{Step, check, nothing, text, texts};

/// Widths and heights of windows, and how large the letters are, in per cent of the usual size.
const WINDOWS: &[(u32, u32, u32)] = &[
    (360, 640, 100),
    (360, 640, 150),
    (360, 640, 200),
    (320, 640, 200),
    (640, 360, 100),
    (640, 360, 200),
    (852, 393, 200),
    // A laptop at 400 per cent.
    (320, 256, 100),
];

/// A window is a frame: no driver makes one so small.
const LOAD: &str = "const [width, height, url] = arguments; \
     document.querySelector('iframe')?.remove(); \
     const frame = document.createElement('iframe'); \
     frame.style = `width: ${width}px; height: ${height}px; border: 0`; \
     frame.src = url; document.body.append(frame)";

const READY: &str = "const doc = document.querySelector('iframe').contentDocument; \
     return doc?.readyState === 'complete' && 'ready' in doc.documentElement.dataset";

/// What is wrong with the five places in the frame, where the page is scrolled to its middle.
const AMISS: &str = "const size = arguments[0]; const frame = document.querySelector('iframe'); \
     const page = frame.contentWindow, doc = frame.contentDocument; \
     doc.documentElement.style.fontSize = size * 1.125 + '%'; \
     page.scrollTo({ top: 1500, behavior: 'instant' }); \
     const links = [...doc.querySelectorAll('.destinations a')]; \
     return links.flatMap((link) => { const box = link.getBoundingClientRect(), word = link.lastElementChild; \
       const letters = parseFloat(page.getComputedStyle(link).fontSize); \
       return [box.top < 0 || box.bottom > page.innerHeight + 1 ? 'out of sight' : '', \
         box.height < 44 || box.width < 44 ? 'small' : '', \
         word.getBoundingClientRect().height > letters * 2 ? 'broken' : '', \
         word.getBoundingClientRect().bottom > box.bottom + 1 ? 'cut' : '', \
         word.scrollWidth > box.width + 1 ? 'too wide' : '', \
         letters < 14.4 * Math.min(size, 200) / 100 - 3 ? `letters of ${letters} px` : '', \
       ].filter(Boolean).map((what) => word.innerText + ' ' + what); })";

pub(super) fn in_sight(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open_bare(&browser, &server.url())?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    let mut complaints = Vec::new();
    for (width, height, size) in WINDOWS {
        browser.js(LOAD, &[json!(width), json!(height), json!(page)])?;
        browser.until("the page in a frame", READY, &[])?;
        let amiss = texts(&browser.js(AMISS, &[json!(size)])?);
        let window = format!("{width} x {height} px, letters of {size} %");
        complaints.extend(amiss.iter().map(|line| format!("{window}: {line}")));
    }
    nothing("five places in sight", &complaints)?;
    browser.open_ready(&page)?;
    let order = "const [nav, main] = ['.destinations', 'main'].map((css) => document.querySelector(css)); \
         return nav.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'after'";
    let order = text(&browser.js(order, &[])?);
    check(order == "before", "the places before the text", order)
}
