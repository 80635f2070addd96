//! Programs of the system: found, or installed with apt where we may, or named in one line.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::find::on_path;
use super::{GECKODRIVER, Tool, ToolError};
use crate::process::{Job, Show};
use crate::say;

/// Whether the lists of packages have been brought up to date in this run.
static FRESH: OnceLock<bool> = OnceLock::new();

/// A program and the Debian package it comes in.
#[derive(Debug)]
pub(crate) struct Program {
    /// Any of these will do.
    names: &'static [&'static str],
    package: &'static str,
}

/// Runs `wasm-opt` and `tsc`, and the tests of the service worker.
pub(crate) static NODE: Program = Program {
    names: &["node"],
    package: "nodejs",
};
/// Brings npm packages.
pub(super) static NPM: Program = Program {
    names: &["npm"],
    package: "npm",
};
/// Runs the HTML checker.
pub(crate) static JAVA: Program = Program {
    names: &["java"],
    package: "default-jre-headless",
};

/// What the browser journeys need besides geckodriver.
pub(super) static PROGRAMS: [Program; 6] = [
    Program {
        names: &["chromium", "chromium-browser", "google-chrome"],
        package: "chromium",
    },
    Program {
        names: &["chromedriver"],
        package: "chromium-driver",
    },
    Program {
        names: &["firefox-esr", "firefox"],
        package: "firefox-esr",
    },
    Program {
        names: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
    },
    Program {
        names: &["MiniBrowser"],
        package: "webkit2gtk-driver",
    },
    Program {
        names: &["Xvfb"],
        package: "xvfb",
    },
];

/// A browser engine and everything it takes to drive it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK` with its driver, on a screen that nobody sees.
    WebKit,
}

impl Engine {
    /// In the order they run.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name that the journeys know.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds or installs all of it; gives the programs that may have to go on PATH.
    pub(crate) fn ensure(self) -> Result<Vec<PathBuf>, ToolError> {
        let programs = match self {
            Self::Chromium => &PROGRAMS[..2],
            Self::Firefox => &PROGRAMS[2..3],
            Self::WebKit => &PROGRAMS[3..],
        };
        let mut found = Vec::new();
        for program in programs {
            found.push(program.ensure()?);
        }
        if self == Self::Firefox {
            found.push(GECKODRIVER.ensure()?);
        }
        Ok(found)
    }
}

impl Tool for Program {
    fn name(&self) -> String {
        self.names[0].to_owned()
    }

    fn find(&self) -> Option<PathBuf> {
        self.names
            .iter()
            .find_map(|name| on_path(name).or_else(|| beside_webkit(name)))
    }

    fn install(&self) -> Result<PathBuf, ToolError> {
        let remedy = format!("install it: apt-get install {}", self.package);
        let failed = || ToolError::new(&self.name(), remedy.clone());
        let before = rights().ok_or_else(failed)?;
        let work = say::start(&format!(
            "installing {} with apt (up to two minutes)",
            self.package
        ));
        FRESH.get_or_init(|| apt(before, &["update", "-qq"]));
        let ok = apt(
            before,
            &[
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                self.package,
            ],
        );
        let found = self.find().filter(|_| ok).ok_or_else(failed)?;
        work.done(&format!("installed {}", found.display()));
        Ok(found)
    }
}

/// `MiniBrowser` lies beside the `WebKitGTK` library and not on PATH.
fn beside_webkit(name: &str) -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    libraries
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
                .map(|library| folder.join(library))
        })
        .map(|library| library.join(name))
        .find(|program| name == "MiniBrowser" && program.is_file())
}

/// What to write before `apt-get`: nothing as root, `sudo -n` if it asks no password; `None` if we may not.
fn rights() -> Option<&'static [&'static str]> {
    on_path("apt-get")?;
    let root = Job::new("id", "id").args(["-u"]).output()?.trim() == "0";
    if root {
        return Some(&[]);
    }
    Job::new("sudo", "sudo")
        .args(["-n", "true"])
        .output()
        .map(|_| &["sudo", "-n"][..])
}

fn apt(before: &[&str], args: &[&str]) -> bool {
    let words = [
        before,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"],
        args,
    ]
    .concat();
    let done = Job::new("apt-get", words[0])
        .args(&words[1..])
        .run(Show::Pulse);
    done.is_ok_and(|done| {
        if !done.ok {
            done.print_end(10);
        }
        done.ok
    })
}
