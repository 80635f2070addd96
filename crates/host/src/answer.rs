//! From a request to an answer: pure but for reading the file, so that it is tested without a socket.

use std::time::Duration;

use bytes::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, StatusCode, Uri};

use crate::body::{AnswerBody, End};
use crate::cache;
use crate::capture;
use crate::compress::Encoding;
use crate::fault::Fault;
use crate::location::{Location, file_at, locate};
use crate::log::Seen;
use crate::mime::{self, Kind};
use crate::negotiate;
use crate::site::Site;

/// What a request gets.
#[derive(Debug)]
pub(crate) struct Answer {
    /// How long to wait before sending it.
    pub(crate) delay: Duration,
    /// The response; `None` is silence for ever.
    pub(crate) response: Option<Response<AnswerBody>>,
}

/// Answers one request and writes it into the log. May take a while: it compresses.
pub(crate) fn answer(site: &Site, method: &Method, uri: &Uri, asked: &HeaderMap) -> Answer {
    let place = locate(&site.prefix, uri.path());
    let path = match &place {
        Location::Inside(path) => path.clone(),
        Location::Folder | Location::Elsewhere => uri.path().to_owned(),
    };
    let fault = site.lock().faults.take(&path);
    let delay = if let Some(Fault::Delay(delay)) = &fault {
        *delay
    } else {
        Duration::ZERO
    };
    let response = (fault != Some(Fault::Hang)).then(|| {
        let draft = if uri.path() == capture::NEIGHBOUR {
            Draft::new(StatusCode::OK, Bytes::new(), mime::SCRIPT)
        } else {
            Draft::of(site, method, &place, fault.as_ref())
        };
        let mut response = draft.finish(method, asked, site.quick);
        for (pattern, name, value) in &site.lock().headers {
            if let (true, Ok(name), Ok(value)) = (
                pattern.fits(&path),
                name.parse::<HeaderName>(),
                value.parse::<HeaderValue>(),
            ) {
                response.1.headers_mut().insert(name, value);
            }
        }
        response
    });
    let mime = |response: &Response<AnswerBody>| {
        let value = response
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        value
            .and_then(|value| value.split(';').next())
            .unwrap_or("")
            .to_owned()
    };
    site.lock().log.push(Seen {
        method: method.to_string(),
        path,
        query: uri.query().unwrap_or("").to_owned(),
        status: response
            .as_ref()
            .map(|(_, response)| response.status().as_u16()),
        mime: response
            .as_ref()
            .map(|(_, response)| mime(response))
            .unwrap_or_default(),
        bytes: response.as_ref().map_or(0, |(bytes, _)| *bytes),
    });
    Answer {
        delay,
        response: response.map(|(_, response)| response),
    }
}

/// An answer before its form is chosen.
struct Draft {
    status: StatusCode,
    content: Bytes,
    kind: Kind,
    cache_control: &'static str,
    location: Option<String>,
    /// Where the body ends too soon, and how.
    cut: Option<(usize, End)>,
}

/// What a captive portal shows.
const PORTAL: &[u8] = b"<!doctype html><html><head><title>Sign in</title></head><body>Sign in to this network.</body></html>";

/// From this size on compressing takes long.
const LARGE: usize = 256 * 1024;

impl Draft {
    fn new(status: StatusCode, content: Bytes, kind: Kind) -> Self {
        Self {
            status,
            content,
            kind,
            cache_control: "no-cache",
            location: None,
            cut: None,
        }
    }

    fn of(site: &Site, method: &Method, place: &Location, fault: Option<&Fault>) -> Self {
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

    /// Chooses the form and writes the response; with the number of body bytes it carries.
    fn finish(
        self,
        method: &Method,
        asked: &HeaderMap,
        quick: bool,
    ) -> (usize, Response<AnswerBody>) {
        let ask = |name: HeaderName| {
            asked
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or("")
        };
        // A cut file is sent plain: half a Brotli stream would be a second, different fault.
        let wanted = match self.cut {
            Some(_) => Encoding::Identity,
            None => negotiate::encoding(ask(header::ACCEPT_ENCODING)),
        };
        let wanted = match wanted {
            Encoding::Brotli if quick && self.content.len() > LARGE => Encoding::QuickBrotli,
            other => other,
        };
        let form = cache::form(self.content, self.kind, wanted);
        let mut builder = Response::builder().header(header::CACHE_CONTROL, self.cache_control);
        if self.kind.compressible {
            builder = builder.header(header::VARY, "Accept-Encoding");
        }
        if let Some(to) = self.location {
            builder = builder.header(header::LOCATION, to);
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            builder = builder.header(header::ALLOW, "GET, HEAD");
        }
        if self.status == StatusCode::OK {
            builder = builder.header(header::ETAG, &form.etag);
            if self.cut.is_none() && negotiate::is_known(ask(header::IF_NONE_MATCH), &form.etag) {
                return (
                    0,
                    build(
                        builder.status(StatusCode::NOT_MODIFIED),
                        Bytes::new(),
                        End::Complete,
                    ),
                );
            }
        }
        builder = builder
            .status(self.status)
            .header(header::CONTENT_TYPE, self.kind.mime);
        if form.encoding != Encoding::Identity {
            builder = builder.header(header::CONTENT_ENCODING, form.encoding.name());
        }
        let (after, end) = self.cut.unwrap_or((form.bytes.len(), End::Complete));
        if end != End::Early {
            builder = builder.header(header::CONTENT_LENGTH, form.bytes.len());
        }
        if method == Method::HEAD {
            return (0, build(builder, Bytes::new(), End::Complete));
        }
        let sent = form.bytes.slice(..after.min(form.bytes.len()));
        (sent.len(), build(builder, sent, end))
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

fn build(builder: hyper::http::response::Builder, bytes: Bytes, end: End) -> Response<AnswerBody> {
    // A redirect address with a line break in it is the only way to get here with a bad header.
    builder
        .body(AnswerBody::new(bytes, end))
        .expect("tests give addresses without control characters")
}

#[cfg(test)]
mod tests;
