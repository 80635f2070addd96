//! The server's handle: start, look, change, stop.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use std::{io, thread};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::answer::{Answer, answer};
use crate::fault::Fault;
use crate::habit::Habit;
use crate::location::normal_prefix;
use crate::log::Seen;
use crate::pattern::Pattern;
use crate::site::Site;

/// How to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with the finished site.
    pub root: PathBuf,
    /// Where it appears: `/`, or `/some/sub/path/`.
    pub prefix: String,
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Whether every page first loads a script that keeps its complaints in `window.__captured`.
    pub capture: bool,
    /// Whether large files are compressed less hard: at quality 11 all pages in one file take ten
    /// seconds and more, on a busy machine longer than the worker waits. Not where bytes count.
    pub quick: bool,
}

impl Options {
    /// Serves a folder at `/` on a free port, with nothing added to its pages.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            prefix: "/".to_owned(),
            port: 0,
            capture: false,
            quick: false,
        }
    }
}

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// There is no such folder.
    #[error("{} is not a folder; build the site first", .0.display())]
    NoRoot(PathBuf),
    /// The prefix cannot be part of an address.
    #[error("`{0}` cannot be a prefix; write it like /some/sub/path/")]
    Prefix(String),
    /// The port is taken, or not allowed.
    #[error("cannot listen on port {port} of this machine: {source}")]
    Bind {
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The machine refused a thread or an event loop.
    #[error("cannot start the server: {0}")]
    Runtime(io::Error),
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    site: Arc<Site>,
    address: SocketAddr,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Starts serving on loopback, on a thread of its own.
    pub fn start(options: Options) -> Result<Self, HostError> {
        if !options.root.is_dir() {
            return Err(HostError::NoRoot(options.root));
        }
        let prefix = normal_prefix(&options.prefix).ok_or(HostError::Prefix(options.prefix))?;
        let site = Arc::new(Site::new(
            options.root,
            prefix,
            options.capture,
            options.quick,
        ));
        let (address, running) = listen(&site, options.port)?;
        Ok(Self {
            site,
            address,
            running: Some(running),
        })
    }

    /// The address and port; the same after [`resume`](Self::resume).
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the site's root, ending in a slash: `http://127.0.0.1:8080/some/sub/path/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.prefix)
    }

    /// Closes the listener and every open connection; when it returns, the port refuses.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            // The thread may have ended already; either way nothing listens after the join.
            let _ = running.stop.send(());
            let _ = running.thread.join();
        }
    }

    /// Listens again on the same port after [`stop`](Self::stop); log and faults are as they were.
    pub fn resume(&mut self) -> Result<(), HostError> {
        if self.running.is_none() {
            self.running = Some(listen(&self.site, self.address.port())?.1);
        }
        Ok(())
    }

    /// Serves another folder from now on: a new version of the site is published.
    pub fn set_root(&self, root: impl Into<PathBuf>) {
        self.site.lock().root = root.into();
    }

    /// Every request for a matching file goes wrong from now on.
    ///
    /// A file is named by its path below the prefix, by its address, or with one `*`: `app-*.wasm`.
    pub fn fail(&self, file: &str, fault: Fault) {
        self.site.lock().faults.add(self.pattern(file), fault, None);
    }

    /// Only the next `times` requests for a matching file go wrong.
    pub fn fail_times(&self, file: &str, times: usize, fault: Fault) {
        self.site
            .lock()
            .faults
            .add(self.pattern(file), fault, Some(times));
    }

    /// The host has this habit from now on.
    pub fn take_up(&self, habit: Habit) {
        self.site.lock().habits.add(habit);
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        self.site.lock().faults.clear();
    }

    /// Sets a response header for matching files, over what the server would say.
    pub fn set_header(&self, file: &str, name: &str, value: &str) {
        let entry = (self.pattern(file), name.to_owned(), value.to_owned());
        self.site.lock().headers.push(entry);
    }

    /// How many requests have come for matching files.
    pub fn count(&self, file: &str) -> usize {
        let pattern = self.pattern(file);
        self.site
            .lock()
            .log
            .iter()
            .filter(|seen| pattern.fits(&seen.path))
            .count()
    }

    /// Every request so far, in the order of arrival.
    pub fn requests(&self) -> Vec<Seen> {
        self.site.lock().log.clone()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        self.site.lock().log.clear();
    }

    fn pattern(&self, file: &str) -> Pattern {
        Pattern::new(&self.site.prefix, file)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn listen(site: &Arc<Site>, port: u16) -> Result<(SocketAddr, Running), HostError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(HostError::Runtime)?;
    let bind = |source| HostError::Bind { port, source };
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(bind)?;
    let address = listener.local_addr().map_err(bind)?;
    let (stop, stopped) = oneshot::channel();
    let site = Arc::clone(site);
    let serve = move || {
        runtime.block_on(async {
            tokio::select! {
                () = accept(listener, site) => {}
                _ = stopped => {}
            }
        });
        // Whatever is still compressing holds no socket; nobody waits for it.
        runtime.shutdown_timeout(Duration::from_millis(50));
    };
    let thread = thread::Builder::new()
        .name("host".to_owned())
        .spawn(serve)
        .map_err(HostError::Runtime)?;
    Ok((address, Running { stop, thread }))
}

/// Takes connections until dropped; the set takes its connections with it.
async fn accept(listener: TcpListener, site: Arc<Site>) {
    let mut connections = JoinSet::new();
    loop {
        // A connection that failed before it began is the browser's to repeat.
        if let Ok((stream, _)) = listener.accept().await {
            let _ = stream.set_nodelay(true);
            let site = Arc::clone(&site);
            connections.spawn(async move {
                let service = service_fn(move |request| respond(Arc::clone(&site), request));
                // The error is the person's closed tab, or a cut that a test asked for.
                let _ = http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn respond(
    site: Arc<Site>,
    request: hyper::Request<hyper::body::Incoming>,
) -> Result<hyper::Response<crate::body::AnswerBody>, Infallible> {
    let (parts, _) = request.into_parts();
    let work = move || answer(&site, &parts.method, &parts.uri, &parts.headers);
    let Answer { delay, response } = match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(_) => std::future::pending().await,
    };
    tokio::time::sleep(delay).await;
    match response {
        Some(response) => Ok(response),
        None => std::future::pending().await,
    }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
