//! Other spellings of an address, on hosts that answer them, and without a network.

use bearings_host::{Habit, Server};
use serde_json::json;

use super::offline::{is_ours, saved};
use super::{ALL, WHOLE_GUIDE};
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 33: a page at another spelling of its address finds its root: the app starts, and links lead where they should",
        engines: ALL,
        run: other_spellings,
    },
    Journey {
        name: "fault 33: a page in place of what is not there finds its root, and the not-found page too",
        engines: ALL,
        run: in_place_of_another,
    },
    Journey {
        name: "fault 33: without a network other spellings of an address open their page",
        engines: ALL,
        run: offline,
    },
];

/// The links of the frame lead to the files of the site.
fn links_are_right(stage: &Stage, browser: &Browser, server: &Server, what: &str) -> Step {
    let script =
        "return [...document.querySelectorAll('nav.destinations a, a.brand')].map((a) => a.href)";
    let links = crate::stop::texts(&browser.js(script, &[])?);
    let wrong: Vec<_> = links
        .iter()
        .filter(|link| {
            let below = link.strip_prefix(&server.url());
            !below.is_some_and(|file| stage.site.routes.iter().any(|route| route == file))
        })
        .collect();
    check(
        !links.is_empty() && wrong.is_empty(),
        format!("links to files of {} on {what}", server.url()),
        format!("{wrong:?}; the page is {}", browser.state()),
    )
}

fn opens(stage: &Stage, browser: &Browser, server: &Server, path: &str) -> Step {
    browser.open_ready(&format!("{}{path}", server.url()))?;
    is_ours(browser, path)?;
    links_are_right(stage, browser, server, path)?;
    let other = if path.contains("help") {
        "index"
    } else {
        "help"
    };
    browser.follow(&format!("nav.destinations a[href*='{other}.html']"))?;
    is_ours(browser, &format!("{other} from {path}"))
}

fn other_spellings(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    let page = stage.site.page(1);
    let stem = page.trim_end_matches(".html");
    let encoded = page.replace('-', "%2D");
    let loud = page.to_uppercase().replace(".HTML", ".html");
    let cases: [(Option<Habit>, Vec<String>); 5] = [
        (None, vec![encoded, format!("{page}?fbclid=1")]),
        (
            Some(Habit::TakesSlashes),
            vec![format!("{stem}/"), "help/".into()],
        ),
        (Some(Habit::IgnoresCase), vec![loud]),
        (
            Some(Habit::HidesEndings),
            vec![stem.to_owned(), page.to_owned()],
        ),
        (Some(Habit::DropsSlash), vec!["index.html".into()]),
    ];
    for (habit, paths) in cases {
        let server = stage.serve()?;
        if let Some(habit) = habit {
            server.take_up(habit);
        }
        for path in paths {
            opens(stage, &browser, &server, &path)?;
        }
    }
    Ok(())
}

fn in_place_of_another(stage: &Stage) -> Step {
    let browser = stage.browser()?;
    let server = stage.serve()?;
    server.take_up(Habit::AnswersWith("index.html"));
    opens(stage, &browser, &server, "guide/no/such/")?;
    let server = stage.serve()?;
    server.take_up(Habit::AnswersWith("404.html"));
    browser.open(&format!("{}guide/no/such/", server.url()))?;
    let home = "return document.documentElement.dataset.home";
    let found = text(&browser.until("the site to be found", home, &[])?);
    check(
        server.url().ends_with(&found),
        format!("the root of {}", server.url()),
        found,
    )
}

fn offline(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    let page = stage.site.page(1);
    let stem = page.trim_end_matches(".html");
    browser.open_ready(&format!("{}{page}", server.url()))?;
    saved(&browser)?;
    let url = server.url();
    server.stop();
    for path in [
        "help/".to_owned(),
        "guide/".to_owned(),
        "guide/index.html".to_owned(),
        format!("{stem}/"),
        page.replace('-', "%2D"),
        page.to_uppercase(),
        page.replace('/', "//"),
    ] {
        browser.open(&format!("{url}{path}"))?;
        let there = "return location.href.endsWith('.html') && !/%|[A-Z]/.test(location.pathname) \
             && document.documentElement.hasAttribute('data-ready') \
             && document.querySelector('#article h1') !== null && location.href.startsWith(arguments[0])";
        let what = format!("the page meant by {path} to open under its own address");
        browser.until_within(WHOLE_GUIDE, &what, there, &[json!(url)])?;
    }
    Ok(())
}
