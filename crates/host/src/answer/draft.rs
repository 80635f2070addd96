//! What a request gets, before its form is chosen: the file, a fault, a redirect, or not found.

use bytes::Bytes;
use hyper::{Method, StatusCode};

use crate::body::End;
use crate::capture;
use crate::fault::Fault;
use crate::location::{Location, file_at};
use crate::mime::{self, Kind};
use crate::negotiate;
use crate::site::Site;

/// An answer before its form is chosen.
pub(super) struct Draft {
    pub(super) status: StatusCode,
    pub(super) content: Bytes,
    pub(super) kind: Kind,
    pub(super) cache_control: &'static str,
    pub(super) location: Option<String>,
    /// Where the body ends too soon, and how.
    pub(super) cut: Option<(usize, End)>,
}

/// What a captive portal shows.
const PORTAL: &[u8] = b"<!doctype html><html><head><title>Sign in</title></head><body>Sign in to this network.</body></html>";

impl Draft {
    /// An answer without faults that is asked for anew each time.
    pub(super) fn new(status: StatusCode, content: Bytes, kind: Kind) -> Self {
        Self {
            status,
            content,
            kind,
            cache_control: "no-cache",
            location: None,
            cut: None,
        }
    }

    /// What the site has at this place, with its habits and the fault that is due.
    pub(super) fn of(
        site: &Site,
        method: &Method,
        place: &Location,
        fault: Option<&Fault>,
    ) -> Self {
        if method != Method::GET && method != Method::HEAD {
            return Self::new(
                StatusCode::METHOD_NOT_ALLOWED,
                Bytes::new(),
                mime::of("a.txt"),
            );
        }
        let habits = site.lock().habits.clone();
        let path = match place {
            Location::Inside(path) => path,
            Location::Folder if habits.answers_folder() => "",
            Location::Folder => {
                return Self::redirect(StatusCode::MOVED_PERMANENTLY, site.prefix.clone());
            }
            Location::Elsewhere => {
                return Self::new(
                    StatusCode::NOT_FOUND,
                    Bytes::from_static(b"Not found\n"),
                    mime::of("a.txt"),
                );
            }
        };
        match fault {
            Some(Fault::NotFound) => return Self::missing(site),
            Some(Fault::Html) => {
                return Self::new(StatusCode::OK, Bytes::from_static(PORTAL), mime::HTML);
            }
            Some(Fault::HtmlAsOwnType) => {
                return Self::new(StatusCode::OK, Bytes::from_static(PORTAL), mime::of(path));
            }
            Some(Fault::Redirect(to)) => return Self::redirect(StatusCode::FOUND, to.clone()),
            _ => {}
        }
        if let Some(to) = habits.redirect(&site.prefix, path) {
            return Self::redirect(StatusCode::PERMANENT_REDIRECT, to);
        }
        let root = site.lock().root.clone();
        let mut draft = Self::file(site, &habits.file(&root, path));
        draft.cut = match fault {
            Some(Fault::CutWithLength { after }) => Some((*after, End::Broken)),
            Some(Fault::CutWithoutLength { after }) => Some((*after, End::Early)),
            Some(Fault::Stall { after }) => Some((*after, End::Never)),
            Some(Fault::Slow { piece, pause }) => {
                let (piece, pause) = (*piece, *pause);
                Some((usize::MAX, End::Slow { piece, pause }))
            }
            _ => None,
        };
        draft
    }

    fn file(site: &Site, path: &str) -> Self {
        if site.capture && path == capture::PATH {
            return Self::new(
                StatusCode::OK,
                Bytes::from_static(capture::SCRIPT.as_bytes()),
                mime::SCRIPT,
            );
        }
        if site.capture && path == capture::WORKER {
            return Self::new(StatusCode::OK, Bytes::new(), mime::SCRIPT);
        }
        let root = site.lock().root.clone();
        let read = |path: &str| file_at(&root, path).and_then(|file| std::fs::read(file).ok());
        let Some(content) = read(path) else {
            let instead = site.lock().habits.instead();
            let page = instead.and_then(read).map(Bytes::from);
            return page.map_or_else(
                || Self::missing(site),
                |page| {
                    Self::new(
                        StatusCode::OK,
                        site.as_it_arrives(page, mime::HTML),
                        mime::HTML,
                    )
                },
            );
        };
        let kind = if path.is_empty() {
            mime::HTML
        } else {
            mime::of(path)
        };
        let content = site.as_it_arrives(Bytes::from(content), kind);
        Self {
            cache_control: negotiate::cache_control(path),
            ..Self::new(StatusCode::OK, content, kind)
        }
    }

    fn missing(site: &Site) -> Self {
        let root = site.lock().root.clone();
        match file_at(&root, "404.html").and_then(|file| std::fs::read(file).ok()) {
            Some(page) => Self::new(
                StatusCode::NOT_FOUND,
                site.as_it_arrives(Bytes::from(page), mime::HTML),
                mime::HTML,
            ),
            None => Self::new(
                StatusCode::NOT_FOUND,
                Bytes::from_static(b"Not found\n"),
                mime::of("a.txt"),
            ),
        }
    }

    fn redirect(status: StatusCode, to: String) -> Self {
        Self {
            location: Some(to),
            ..Self::new(status, Bytes::new(), mime::of("a.txt"))
        }
    }
}

impl Site {
    /// A file with what the host, or a test, writes into it.
    fn as_it_arrives(&self, content: Bytes, kind: Kind) -> Bytes {
        if kind != mime::HTML {
            return content;
        }
        let content = self.lock().habits.page(content);
        if self.capture {
            capture::inject(&content, &self.prefix)
        } else {
            content
        }
    }
}
