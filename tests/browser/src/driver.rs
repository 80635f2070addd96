//! A running driver, and for `WebKitGTK` the screen it needs.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::browser::PAUSE;
use crate::engine::{Engine, Missing, Programs, Setup, which};
use crate::wire::{Session, Wire, WireError};

/// Why a driver could not be started.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// A program is not installed.
    #[error(transparent)]
    Missing(#[from] Missing),
    /// A program did not start.
    #[error("{program} did not start: {source}")]
    Start {
        /// Its name.
        program: &'static str,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A program started and then did not answer.
    #[error("{program} started, but was not ready within {} s", LIMIT.as_secs())]
    Late {
        /// Its name.
        program: &'static str,
    },
}

/// How long a driver may take to come up.
const LIMIT: Duration = Duration::from_secs(20);

/// A running driver. Ends with the value.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    programs: Programs,
    wire: Wire,
    downloads: PathBuf,
    // In this order: the driver ends before its screen.
    _server: Process,
    _screen: Option<Process>,
}

impl Driver {
    /// Starts the driver of an engine on a port of its own. What its browsers save is put into the
    /// folder `downloads`.
    pub fn start(engine: Engine, downloads: &Path) -> Result<Self, DriverError> {
        let programs = Programs::find(engine)?;
        let mut command = Command::new(&programs.driver);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let port = free_port().map_err(|source| DriverError::Start {
            program: "a port",
            source,
        })?;
        let mut screen = None;
        match engine {
            Engine::Chromium => command.arg(format!("--port={port}")),
            Engine::Firefox => command.args(["--port", &port.to_string()]),
            Engine::WebKit => {
                let (process, display) = start_screen()?;
                let settings = own_settings(downloads).map_err(|source| DriverError::Start {
                    program: "MiniBrowser",
                    source,
                })?;
                screen = Some(process);
                command
                    .arg(format!("--port={port}"))
                    .env("DISPLAY", display)
                    .env("XDG_CONFIG_HOME", settings)
                    // What it needs as root in a container. Not `WEBKIT_DISABLE_COMPOSITING_MODE`:
                    // with it a screenshot is never answered.
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .env("LIBGL_ALWAYS_SOFTWARE", "1")
            }
        };
        let process = Process::start(engine.name(), command)?;
        let driver = Self {
            engine,
            programs,
            wire: Wire::to_port(port),
            downloads: downloads.to_owned(),
            _server: process,
            _screen: screen,
        };
        let started = Instant::now();
        while !driver.wire.is_up() {
            if started.elapsed() > LIMIT {
                return Err(DriverError::Late {
                    program: engine.name(),
                });
            }
            std::thread::sleep(PAUSE);
        }
        Ok(driver)
    }

    /// The engine it drives.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder that its browsers save files in.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Starts a browser.
    pub fn session(&self, setup: &Setup) -> Result<Session, WireError> {
        self.wire
            .session(&setup.capabilities(self.engine, &self.programs, &self.downloads))
    }
}

/// Makes the folder of settings that tells `WebKitGTK` where files go: it asks the desktop, and
/// neither the protocol nor `MiniBrowser` has a word for it.
fn own_settings(downloads: &Path) -> std::io::Result<PathBuf> {
    let settings = downloads.with_extension("settings");
    std::fs::create_dir_all(&settings)?;
    let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    std::fs::write(settings.join("user-dirs.dirs"), line)?;
    Ok(settings)
}

/// A child that is ended with the value.
#[derive(Debug)]
struct Process(Child);

impl Process {
    fn start(program: &'static str, mut command: Command) -> Result<Self, DriverError> {
        command.stdin(Stdio::null());
        command
            .spawn()
            .map(Self)
            .map_err(|source| DriverError::Start { program, source })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a screen without a monitor and returns its name, such as `:99`.
fn start_screen() -> Result<(Process, String), DriverError> {
    let program = "Xvfb";
    let mut command = Command::new(which(program).unwrap_or_else(|| program.into()));
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"]);
    // Without `-noreset` the screen starts anew when the last window closes, and a browser that
    // comes up just then finds none.
    command.args(["-nolisten", "tcp", "-noreset"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = Process::start(program, command)?;
    let mut display = String::new();
    if let Some(stdout) = process.0.stdout.take() {
        BufReader::new(stdout)
            .read_line(&mut display)
            .map_err(|source| DriverError::Start { program, source })?;
    }
    match display.trim() {
        "" => Err(DriverError::Late { program }),
        number => Ok((process, format!(":{number}"))),
    }
}

/// A port nobody listens on just now.
fn free_port() -> std::io::Result<u16> {
    TcpListener::bind("127.0.0.1:0")?
        .local_addr()
        .map(|address| address.port())
}
