//! What a journey works with: the site, a server for it, and browsers.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use bearings_host::{Options, Server};

use crate::browser::{Browser, PAUSE};
use crate::driver::Driver;
use crate::engine::{Engine, Setup};
use crate::site::Site;
use crate::stop::{Step, failed};

/// Where the site is served unless a journey says otherwise: deep, as on a shared host.
pub const PREFIX: &str = "/a/b/c/";

/// One journey.
#[derive(Debug)]
pub struct Journey {
    /// What it shows, as a sentence; the filter looks in it.
    pub name: &'static str,
    /// Where it can be made.
    pub engines: &'static [Engine],
    /// The steps.
    pub run: fn(&Stage) -> Step,
}

/// What a journey works with.
#[derive(Debug)]
pub struct Stage<'a> {
    /// The finished site.
    pub site: &'a Site,
    /// The file of axe-core, if there is one.
    pub axe: Option<PathBuf>,
    driver: &'a Driver,
    /// A browser that several journeys share. Each has a server on a port of its own, which is an
    /// origin of its own, so they do not see each other's storage or cache.
    shared: RefCell<Option<Rc<Browser>>>,
    /// The browser used last, for the report of a failure.
    last: RefCell<Option<Rc<Browser>>>,
    profiles: PathBuf,
    counter: Cell<u32>,
}

impl<'a> Stage<'a> {
    /// A stage for one engine; profiles are made below `scratch`.
    pub fn new(site: &'a Site, driver: &'a Driver, axe: Option<PathBuf>, scratch: PathBuf) -> Self {
        Self {
            site,
            axe,
            driver,
            shared: RefCell::default(),
            last: RefCell::default(),
            profiles: scratch,
            counter: Cell::new(0),
        }
    }

    /// The engine the journey is made in.
    pub fn engine(&self) -> Engine {
        self.driver.engine()
    }

    /// Where the browser saves files, empty.
    pub fn downloads(&self) -> Step<&Path> {
        let folder = self.driver.downloads();
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder)?;
        Ok(folder)
    }

    /// Serves the site on a port of its own.
    pub fn serve(&self) -> Step<Server> {
        self.serve_at(PREFIX)
    }

    /// Serves the site at another prefix.
    pub fn serve_at(&self, prefix: &str) -> Step<Server> {
        let options = Options {
            prefix: prefix.to_owned(),
            capture: true,
            quick: true,
            ..Options::new(&self.site.dist)
        };
        Ok(Server::start(options)?)
    }

    /// Serves the site as any host does, so that the guide is saved on the device: in the other
    /// journeys the worker is an empty one, for saved pages would not tell what they complain of.
    pub fn serve_plain(&self) -> Step<Server> {
        let options = Options {
            prefix: PREFIX.to_owned(),
            quick: true,
            ..Options::new(&self.site.dist)
        };
        Ok(Server::start(options)?)
    }

    /// The site in a browser that lets it keep nothing.
    pub fn blocked(&self) -> Step<(Server, Rc<Browser>)> {
        let server = self.serve()?;
        let browser = self.start(&Setup {
            storage_off: true,
            ..Setup::default()
        })?;
        // In a sandbox `WebKitGTK` would also refuse the page its own scripts; it has a switch
        // instead.
        if self.engine() != Engine::WebKit {
            // Takes the page's origin away, and with it its storage ...
            server.set_header("*", "Content-Security-Policy", "sandbox allow-scripts");
            // ... and its right to files of its own site, which a browser that blocks storage
            // leaves it.
            server.set_header("*", "Access-Control-Allow-Origin", "*");
        }
        Ok((server, browser))
    }

    /// An empty folder for a release of the journey's own.
    pub fn scratch(&self, name: &str) -> Step<PathBuf> {
        let folder = self.profiles.join(format!("{}-{name}", self.engine()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The usual browser. Other journeys used it before: leave it as it was.
    pub fn browser(&self) -> Step<Rc<Browser>> {
        if let Some(browser) = self.shared.borrow().as_ref() {
            *self.last.borrow_mut() = Some(Rc::clone(browser));
            return Ok(Rc::clone(browser));
        }
        let browser = self.start(&Setup::default())?;
        *self.shared.borrow_mut() = Some(Rc::clone(&browser));
        Ok(browser)
    }

    /// A browser of the journey's own. It ends when the journey has dropped it and ended.
    pub fn start(&self, setup: &Setup) -> Step<Rc<Browser>> {
        // WebKitWebDriver has one browser at a time.
        self.quit();
        let session = self.driver.session(setup)?;
        let browser = Rc::new(Browser::new(session, self.engine()));
        browser.session.resize(1000, 800)?;
        *self.last.borrow_mut() = Some(Rc::clone(&browser));
        Ok(browser)
    }

    /// Ends the browsers that no journey holds.
    pub fn quit(&self) {
        self.last.borrow_mut().take();
        self.shared.borrow_mut().take();
    }

    /// The browser used last.
    pub fn last(&self) -> Option<Rc<Browser>> {
        self.last.borrow().clone()
    }

    /// After a journey: a browser of its own ends; a shared one too if the journey failed.
    pub fn clear(&self, passed: bool) {
        self.last.borrow_mut().take();
        if !passed {
            self.shared.borrow_mut().take();
        }
    }

    /// A folder for a profile that lives longer than one browser.
    pub fn profile(&self) -> Step<PathBuf> {
        self.counter.set(self.counter.get() + 1);
        let folder = self
            .profiles
            .join(format!("{}-{}", self.engine(), self.counter.get()));
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

/// Waits until something outside the browser is so.
pub fn wait(what: &str, is_so: impl Fn() -> bool) -> Step {
    let started = Instant::now();
    while !is_so() {
        if started.elapsed() > Duration::from_secs(30) {
            return failed(what, "30 s have gone by");
        }
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

/// Ends the browser with this profile as a crash does.
pub fn kill(profile: &Path) {
    // The pattern is the folder that only this browser was told.
    let _ = Command::new("pkill")
        .args(["-KILL", "-f", &profile.display().to_string()])
        .status();
}
