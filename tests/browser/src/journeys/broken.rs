//! A file of a release does not arrive as it was made, in every way that networks have: what is
//! saved goes on serving, it is said, and the next try succeeds.

use std::time::Duration;

use bearings_domain::Text;
use bearings_host::Fault;

use super::newer::{
    UPDATE, are_old, is_one_of, parts, prepare, serve_first, switch_to, update_fails, update_ready,
};
use super::offline::{saved, visit};
use super::{ALL, panel};
use crate::engine::children;
use crate::release::{Changes, SECOND};
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, failed};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 7: one file missing: the old version serves, it is said, the next try succeeds",
        engines: ALL,
        run: missing,
    },
    Journey {
        name: "fault 8: a captive portal answers: the old version serves, it is said, the next try succeeds",
        engines: ALL,
        run: portal,
    },
    Journey {
        name: "fault 9: a captive portal redirects: the old version serves, it is said, the next try succeeds",
        engines: ALL,
        run: redirect,
    },
    Journey {
        name: "fault 10: a file cut short: the old version serves, it is said, the next try succeeds",
        engines: ALL,
        run: cut,
    },
    Journey {
        name: "fault 11: a file hangs: it is given up, the old version serves, the next try succeeds",
        engines: ALL,
        run: hangs,
    },
];

/// All pages in one file.
const PACK: &str = "pages-*.json";

/// A file of each sort that an update fetches, in the order in which the worker asks for them:
/// what came before the broken one has arrived and is not asked for again. Pages come before the
/// rest, and the rest in the order of the names, whose hashes change with every build.
fn every_sort<'a>(stage: &'a Stage) -> [&'a str; 6] {
    let names = children(&stage.site.dist);
    let first = names.iter().find_map(|path| {
        let name = path.file_name()?.to_str()?;
        name.starts_with("app-")
            .then(|| path.extension().is_some_and(|end| end == "js"))
    });
    let (one, other) = match first {
        Some(true) => ("app-*.js", "app-*.wasm"),
        _ => ("app-*.wasm", "app-*.js"),
    };
    let page = stage.site.page(1);
    [
        "files-*.json",
        page,
        one,
        other,
        "catalog-*.json",
        "tools-*.wasm",
    ]
}

fn missing(stage: &Stage) -> Step {
    old_serves(stage, &Fault::NotFound, &every_sort(stage))?;
    first_visit(stage, PACK, Fault::NotFound)
}

fn portal(stage: &Stage) -> Step {
    for fault in [Fault::Html, Fault::HtmlAsOwnType] {
        old_serves(stage, &fault, &every_sort(stage))?;
    }
    first_visit(stage, "files-*.json", Fault::Html)?;
    first_visit(stage, PACK, Fault::HtmlAsOwnType)
}

fn redirect(stage: &Stage) -> Step {
    let fault = Fault::Redirect(format!("{PREFIX}index.html"));
    old_serves(stage, &fault, &every_sort(stage))?;
    first_visit(stage, PACK, fault)
}

fn cut(stage: &Stage) -> Step {
    for fault in [
        Fault::CutWithLength { after: 100 },
        Fault::CutWithoutLength { after: 100 },
    ] {
        old_serves(stage, &fault, &every_sort(stage))?;
    }
    first_visit(
        stage,
        "icons/icon-192.png",
        Fault::CutWithLength { after: 50 },
    )
}

fn hangs(stage: &Stage) -> Step {
    old_serves(stage, &Fault::Stall { after: 100 }, &["app-*.wasm"])?;
    old_serves(stage, &Fault::Hang, &[stage.site.page(1)])
}

/// The programs are built anew and page 1 says something new. Of that release one file after the
/// other cannot be had; in the end all can.
fn old_serves(stage: &Stage, fault: &Fault, files: &[&str]) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.browser()?;
    let url = server.url();
    let page = stage.site.page(1);
    visit(&browser, &server, stage)?;
    let changes = Changes::second(std::slice::from_ref(&page));
    server.set_root(prepare(stage, "broken", &changes)?);
    for file in files {
        let what = format!("{file} with {fault:?} could not be had");
        server.mend();
        server.fail(file, fault.clone());
        if *file == page {
            // A page that comes changed is taken out of the pack (fault 29), if the pack can be had.
            server.fail(PACK, fault.clone());
        }
        let before = server.count(file);
        update_fails(&browser, &what)?;
        check(
            server.count(file) > before,
            format!("{file} to be asked for"),
            "no request",
        )?;
        server.stop();
        let when = format!("when {what}");
        are_old(&browser, &url, &[page, "device.html"], &when)?;
        panel::says(&browser, stage, Text::OfflineFailed)?;
        server.resume()?;
    }
    server.mend();
    browser.open_ready(&format!("{url}{page}"))?;
    browser.js(UPDATE, &[])?;
    if let Err(stop) = update_ready(&browser) {
        return failed(format!("a later update after {fault:?}"), stop.to_string());
    }
    switch_to(&browser, SECOND)?;
    server.stop();
    for (route, is_new) in [
        (page, true),
        (stage.site.page(2), false),
        ("notes.html", false),
    ] {
        browser.open_ready(&format!("{url}{route}"))?;
        let what = format!("the new {route} offline after {fault:?}");
        is_one_of(&browser, &[parts(SECOND, is_new)], &what)?;
    }
    Ok(())
}

/// A file cannot be had when nothing is saved yet: it is said, and saving again succeeds.
fn first_visit(stage: &Stage, file: &str, fault: Fault) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.browser()?;
    server.fail(file, fault);
    browser.open_ready(&format!("{}device.html", server.url()))?;
    let told = "return document.documentElement.dataset.offline === 'failed'";
    let limit = Duration::from_secs(20);
    browser.until_within(limit, &format!("{file} to be missed"), told, &[])?;
    panel::says(&browser, stage, Text::OfflineFailed)?;
    server.mend();
    browser.click("[data-save-offline]:not([disabled])")?;
    saved(&browser)
}
