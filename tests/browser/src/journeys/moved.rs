//! The same folder at another place, without a rebuild.

use super::ALL;
use super::steps::{no_boot_error, reads};
use crate::engine::{Engine, Setup};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "moved to another prefix the same folder works",
        engines: ALL,
        run: other_prefixes,
    },
    Journey {
        name: "opened from disk the pages have text, styles and links",
        engines: &[Engine::Chromium, Engine::Firefox],
        run: from_disk,
    },
];

fn other_prefixes(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    for prefix in ["/", "/x/", "/deep/er/still/than/that/"] {
        let server = stage.serve_at(prefix)?;
        browser.open_ready(&server.url())?;
        reads(&browser)?;
        browser.open_ready(&format!("{}{}", server.url(), stage.site.page(0)))?;
        reads(&browser)?;
        browser.follow("a[rel=next]")?;
        reads(&browser)?;
        browser.is_calm(prefix)?;
        let wrong: Vec<String> = server
            .requests()
            .iter()
            .filter(|seen| seen.path.starts_with('/') || seen.status != Some(200))
            .filter(|seen| seen.status != Some(304))
            .map(|seen| seen.path.clone())
            .collect();
        check(
            wrong.is_empty(),
            format!("every file below {prefix}"),
            wrong.join(" "),
        )?;
    }
    Ok(())
}

fn from_disk(stage: &Stage) -> Step {
    let browser = stage.start(&Setup::default())?;
    let base = format!("file://{}/", stage.site.dist.display());
    browser.open(&format!("{base}index.html"))?;
    reads(&browser)?;
    browser.open(&format!("{base}guide.html"))?;
    reads(&browser)?;
    let href = browser.follow("[data-contents] a[href*='guide/']")?;
    check(href.starts_with(&base), format!("links below {base}"), href)?;
    reads(&browser)?;
    browser.follow("a[rel=next]")?;
    reads(&browser)?;
    // From disk there is no app, and nothing that looks like a failure of it.
    no_boot_error(&browser)?;
    // Every link of every kind of page leads to a file.
    for route in &stage.site.routes {
        browser.open(&format!("{base}{route}"))?;
        let links = "return [...document.querySelectorAll('a[href]')].map((a) => a.href)\
             .filter((href) => href.startsWith('file:')).map((href) => \
             decodeURIComponent(href.split('#')[0].slice('file://'.length)))";
        for link in crate::stop::texts(&browser.js(links, &[])?) {
            if !std::path::Path::new(&link).is_file() {
                return failed(format!("every link in {route} to lead to a file"), link);
            }
        }
    }
    let complaints = browser.console()?;
    check(
        complaints.is_empty(),
        "an empty console",
        complaints.join("\n        "),
    )
}
