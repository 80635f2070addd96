//! `cargo xtask pictures`: the pictures of the site, for the README and for the manifest.
//!
//! Made from the finished site in a Chromium that has never been anywhere, without the service
//! worker, at sizes that the manifest names. The same site gives the same bytes on the same machine;
//! another machine has other fonts.

mod palette;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bearings_host::{Fault, Options, Server};
use lexopt::{Arg, Parser};
use serde_json::json;

use crate::chrome::{Chrome, ChromeError};
use crate::fingerprint::Sources;
use crate::project::{DIST, ProjectError, SHELL};
use crate::tools::CHROMIUM;
use crate::{Failure, build, say};
pub(crate) use palette::PictureError;

/// Everything that the screen or the system of a machine could change, set to one thing.
const FLAGS: &[&str] = &[
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--disable-lcd-text",
];

/// What is copied into the site as it is.
const PUBLIC: &str = "public";

/// One picture.
struct Picture {
    /// The page, below the root of the site.
    page: &'static str,
    /// The element that stands near the top; without one it is the top of the page.
    about: Option<&'static str>,
    screen: Screen,
    is_dark: bool,
    /// Where it goes.
    files: &'static [&'static str],
}

/// A window, in CSS pixels, and how many pixels make one of them.
struct Screen {
    width: u32,
    height: u32,
    scale: u32,
}

const PHONE: Screen = Screen {
    width: 360,
    height: 640,
    scale: 2,
};
const WIDE: Screen = Screen {
    width: 1280,
    height: 800,
    scale: 1,
};

const PICTURES: [Picture; 3] = [
    Picture {
        page: "index.html",
        about: None,
        screen: PHONE,
        is_dark: false,
        files: &[
            "docs/screenshots/today-light.png",
            "public/screenshots/narrow.png",
        ],
    },
    Picture {
        page: "guide/bone-scan.html",
        about: None,
        screen: PHONE,
        is_dark: true,
        files: &["docs/screenshots/bone-scan-dark.png"],
    },
    Picture {
        page: "guide/how-cancer-spreads.html",
        about: Some("#article figure"),
        screen: WIDE,
        is_dark: false,
        files: &[
            "docs/screenshots/spread-wide.png",
            "public/screenshots/wide.png",
        ],
    },
];

/// Makes every picture.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    let mut is_built = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("no-build") => is_built = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let program = CHROMIUM.ensure()?;
    if !is_built {
        build::site()?;
    }
    let is_of_today = Sources::read()?.made_dist();
    let work = say::start(&format!("making pictures of {DIST}/"));
    let server = Server::start(Options::new(DIST))?;
    // Nothing is saved in the background, and nothing that is said about it changes.
    server.fail("sw.js", Fault::NotFound);
    let mut chrome = Chrome::start(&program, FLAGS)?;
    for picture in &PICTURES {
        let bytes = palette::smaller(&picture.take(&mut chrome, &server.url())?)?;
        for file in picture.files {
            write(Path::new(file), &bytes)?;
            println!("    {file} ({} kB)", bytes.len().div_ceil(1000));
        }
    }
    // They are copied into the site as they are, and the site is then what a build would make.
    for file in PICTURES.iter().flat_map(|picture| picture.files) {
        let Ok(below) = Path::new(file).strip_prefix(PUBLIC) else {
            continue;
        };
        for site in [DIST, SHELL].map(|site| Path::new(site).join(below)) {
            if site.is_file() {
                std::fs::copy(file, &site).map_err(ProjectError::at(&site))?;
            }
        }
    }
    if is_of_today {
        Sources::read()?.mark()?;
    }
    work.done("made; look at them before you commit them");
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let folder = file.parent().map_or_else(PathBuf::new, Path::to_owned);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, bytes))
        .map_err(ProjectError::at(file))
}

impl Picture {
    /// The picture as Chromium writes it: a PNG.
    fn take(&self, chrome: &mut Chrome, base: &str) -> Result<Vec<u8>, ChromeError> {
        let context = chrome.new_context()?;
        let tab = chrome.new_tab(Some(&context))?;
        let Screen {
            width,
            height,
            scale,
        } = self.screen;
        let colours = if self.is_dark { "dark" } else { "light" };
        let settle = include_str!("settle.js").trim_end();
        for (method, params) in [
            ("Page.enable", json!({})),
            (
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": scale > 1 }),
            ),
            ("Emulation.setScrollbarsHidden", json!({ "hidden": true })),
            (
                "Emulation.setEmulatedMedia",
                json!({ "features": [
                    { "name": "prefers-color-scheme", "value": colours },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ] }),
            ),
            (
                "Page.navigate",
                json!({ "url": format!("{base}{}", self.page) }),
            ),
        ] {
            chrome.call(&tab.session, method, &params)?;
        }
        let call = format!("({settle}\n)({})", json!(self.about));
        chrome.evaluate(&tab.session, &call)?;
        let format = json!({ "format": "png" });
        let shot = chrome.call(&tab.session, "Page.captureScreenshot", &format)?;
        chrome.end_context(&context)?;
        let data = shot["data"].as_str().unwrap_or_default();
        STANDARD.decode(data).map_err(|_| ChromeError::Refused {
            method: "Page.captureScreenshot".to_owned(),
            why: "no picture".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{PICTURES, Screen};

    #[test]
    fn every_picture_of_the_manifest_is_made_at_the_size_it_says() {
        let manifest = include_str!("../../../../public/manifest.webmanifest");
        let manifest: Value = serde_json::from_str(manifest).expect("JSON");
        for named in manifest["screenshots"].as_array().expect("a list") {
            let file = format!("public/{}", named["src"].as_str().expect("a name"));
            let picture = PICTURES
                .iter()
                .find(|picture| picture.files.contains(&file.as_str()))
                .expect("made here");
            let Screen {
                width,
                height,
                scale,
            } = picture.screen;
            let size = format!("{}x{}", width * scale, height * scale);
            assert_eq!(named["sizes"], size, "{file}");
        }
    }
}
