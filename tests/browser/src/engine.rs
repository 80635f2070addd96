//! The three engines: how each driver is started and what a session of it asks for.

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through `chromedriver`.
    Chromium,
    /// Firefox ESR, through `geckodriver`.
    Firefox,
    /// `WebKitGTK`, through `WebKitWebDriver` and its `MiniBrowser`.
    WebKit,
}

impl Engine {
    /// All of them, in the order they run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How a session differs from the usual one.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// A profile kept between sessions; none means a fresh one.
    pub profile: Option<PathBuf>,
    /// Scripts of pages do not run.
    pub script_off: bool,
    /// `WebKitGTK` has no local storage at all. The others block it when the server says so.
    pub storage_off: bool,
    /// `open` returns at once instead of waiting for the page's load event, for pages that hang.
    pub impatient: bool,
    /// What else Firefox lacks. Chromium has no switches for it, but a journey can take things
    /// away before the page is there; `WebKitGTK` has neither.
    pub lacks: Option<Lack>,
}

/// Something that a browser lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// WebAssembly.
    Wasm,
    /// Service workers.
    Workers,
    /// Room for the guide.
    Room,
}

impl Setup {
    /// The usual session, with a profile kept between sessions.
    pub fn with_profile(profile: &Path) -> Self {
        Self {
            profile: Some(profile.to_owned()),
            ..Self::default()
        }
    }

    /// The capabilities of a session of that engine, which saves files into the folder `downloads`
    /// and asks nobody. `WebKitGTK` takes that from its [driver](crate::driver::Driver::start).
    pub fn capabilities(&self, engine: Engine, programs: &Programs, downloads: &Path) -> Value {
        let mut caps = json!({
            "pageLoadStrategy": if self.impatient { "none" } else { "normal" },
            "timeouts": { "script": 30_000, "pageLoad": 30_000 },
        });
        match engine {
            Engine::Chromium => {
                caps["browserName"] = json!("chrome");
                caps["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                caps["goog:chromeOptions"] = self.chromium(programs, downloads);
            }
            Engine::Firefox => {
                caps["browserName"] = json!("firefox");
                caps["moz:firefoxOptions"] = self.firefox(programs, downloads);
            }
            Engine::WebKit => {
                let mut args = vec!["--automation".to_owned()];
                if self.script_off {
                    // Takes scripts out of the page and still lets the driver run its own.
                    args.push("--enable-javascript-markup=false".to_owned());
                }
                if self.storage_off {
                    args.push("--enable-html5-local-storage=false".to_owned());
                }
                caps["webkitgtk:browserOptions"] =
                    json!({ "binary": programs.browser, "args": args });
            }
        }
        caps
    }

    fn chromium(&self, programs: &Programs, downloads: &Path) -> Value {
        let mut args: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--window-size=1000,800",
        ]
        .map(str::to_owned)
        .into();
        if self.script_off {
            args.push("--blink-settings=scriptEnabled=false".to_owned());
        }
        if let Some(profile) = &self.profile {
            args.push(format!("--user-data-dir={}", profile.display()));
        }
        let prefs = json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        });
        json!({ "binary": programs.browser, "args": args, "prefs": prefs })
    }

    fn firefox(&self, programs: &Programs, downloads: &Path) -> Value {
        let mut args = vec![
            "-headless".to_owned(),
            "-remote-allow-system-access".to_owned(),
        ];
        if let Some(profile) = &self.profile {
            args.extend(["-profile".to_owned(), profile.display().to_string()]);
        }
        let mut prefs = json!({
            "javascript.enabled": !self.script_off,
            "javascript.options.wasm": self.lacks != Some(Lack::Wasm),
            "dom.serviceWorkers.enabled": self.lacks != Some(Lack::Workers),
            // A folder of our own, and no question what to do with a file.
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
            "browser.download.always_ask_before_handling_new_types": false,
            // Nothing but the page under test may use the network.
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
        });
        if self.lacks == Some(Lack::Room) {
            // Kilobytes for all sites together.
            prefs["dom.quotaManager.temporaryStorage.fixedLimit"] = json!(300);
        }
        json!({ "binary": programs.browser, "args": args, "prefs": prefs })
    }
}

/// Where the programs of an engine are.
#[derive(Debug, Clone)]
pub struct Programs {
    /// The `WebDriver` server.
    pub driver: PathBuf,
    /// The browser it starts.
    pub browser: PathBuf,
}

impl Programs {
    /// Looks for the programs of an engine; the error names what is missing.
    pub fn find(engine: Engine) -> Result<Self, Missing> {
        let (driver, browsers): (_, &[&str]) = match engine {
            Engine::Chromium => (
                "chromedriver",
                &["chromium", "chromium-browser", "google-chrome"],
            ),
            Engine::Firefox => ("geckodriver", &["firefox-esr", "firefox"]),
            Engine::WebKit => ("WebKitWebDriver", &["MiniBrowser"]),
        };
        let missing = |what: &str| Missing {
            engine,
            what: what.to_owned(),
        };
        let driver = which(driver).ok_or_else(|| missing(driver))?;
        let browser = browsers.iter().find_map(|name| which(name));
        let browser = browser.ok_or_else(|| missing(browsers[0]))?;
        if engine == Engine::WebKit && which("Xvfb").is_none() {
            return Err(missing("Xvfb"));
        }
        Ok(Self { driver, browser })
    }
}

/// A program that is not on this machine.
#[derive(Debug, thiserror::Error)]
#[error("{what} is not installed (Debian: {})", self.remedy())]
pub struct Missing {
    engine: Engine,
    what: String,
}

impl Missing {
    fn remedy(&self) -> &'static str {
        match self.engine {
            Engine::Chromium => "apt-get install chromium chromium-driver",
            Engine::Firefox => "apt-get install firefox-esr; cargo install geckodriver --locked",
            Engine::WebKit => "apt-get install webkit2gtk-driver xvfb",
        }
    }
}

/// A program on `PATH`, among our own tools, or where distributions hide it.
pub fn which(name: &str) -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&on_path).collect();
    folders.extend(children(&tools()).into_iter().map(|tool| tool.join("bin")));
    for lib in ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(Path::new) {
        // `MiniBrowser` stands in `webkit2gtk-4.1`, on Debian one folder deeper.
        for folder in std::iter::once(lib.to_owned()).chain(arch_folders(lib)) {
            folders.extend(
                ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|w| folder.join(w)),
            );
        }
    }
    folders
        .into_iter()
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// The folder of the tools that the tasks installed.
pub fn tools() -> PathBuf {
    match std::env::var_os("BEARINGS_TOOLS") {
        Some(folder) => folder.into(),
        None => std::env::home_dir()
            .unwrap_or_default()
            .join(".cache/bearings/tools"),
    }
}

/// The folders in a folder, newest name last; none if it cannot be read.
pub fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn arch_folders(lib: &Path) -> Vec<PathBuf> {
    let is_arch = |path: &PathBuf| path.to_string_lossy().ends_with("-linux-gnu");
    children(lib).into_iter().filter(is_arch).collect()
}
