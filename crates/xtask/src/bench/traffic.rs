//! What travelled, by type, as the browser saw it: bytes on the wire, headers included.

use std::ops::AddAssign;
use std::time::{Duration, Instant};

use serde_json::Value;

/// What kind of file travelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Js,
    Wasm,
    Json,
    Image,
    Other,
}

impl Kind {
    /// In the order of the tables.
    pub(super) const ALL: [Self; 6] = [
        Self::Html,
        Self::Js,
        Self::Wasm,
        Self::Json,
        Self::Image,
        Self::Other,
    ];

    /// The name in JSON and in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Js => "js",
            Self::Wasm => "wasm",
            Self::Json => "json",
            Self::Image => "image",
            Self::Other => "other",
        }
    }

    fn of(mime: &str) -> Self {
        match mime {
            "text/html" => Self::Html,
            "text/javascript" | "application/javascript" => Self::Js,
            "application/wasm" => Self::Wasm,
            "application/json" => Self::Json,
            _ if mime.starts_with("image/") => Self::Image,
            _ => Self::Other,
        }
    }
}

/// Sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traffic {
    /// How many requests.
    pub(super) requests: u64,
    /// Bytes, in the order of [`Kind::ALL`].
    pub(super) bytes: [u64; Kind::ALL.len()],
}

impl Traffic {
    /// All bytes.
    pub(super) fn all(&self) -> u64 {
        self.bytes.iter().sum()
    }

    /// The bytes of one kind.
    pub(super) fn of(&self, kind: Kind) -> u64 {
        self.bytes[kind as usize]
    }
}

impl AddAssign<&Request> for Traffic {
    fn add_assign(&mut self, request: &Request) {
        self.requests += 1;
        self.bytes[request.kind as usize] += request.bytes;
    }
}

/// One request.
#[derive(Debug)]
pub(super) struct Request {
    id: String,
    url: String,
    /// From the browser's own clock to the epoch, in seconds.
    to_epoch: f64,
    /// When all of it had come, in milliseconds since the epoch.
    ended: f64,
    kind: Kind,
    bytes: u64,
    is_done: bool,
}

/// Every request of a tab, in order.
#[derive(Debug, Default)]
pub(super) struct Log {
    requests: Vec<Request>,
    changed: Option<Instant>,
}

impl Log {
    /// Takes in an event of the domain `Network`; others say nothing here.
    pub(super) fn note(&mut self, method: &str, params: &Value) {
        let id = params["requestId"].as_str().unwrap_or("");
        let now = params["timestamp"].as_f64().unwrap_or(0.0);
        if method == "Network.requestWillBeSent" {
            // A redirect is a second request under the same id.
            self.end(id, &params["redirectResponse"]["encodedDataLength"], now);
            let url = params["request"]["url"].as_str().unwrap_or("");
            if url.starts_with("http") {
                self.requests.push(Request {
                    id: id.to_owned(),
                    url: url.to_owned(),
                    to_epoch: params["wallTime"].as_f64().unwrap_or(0.0) - now,
                    ended: f64::INFINITY,
                    kind: Kind::Other,
                    bytes: 0,
                    is_done: false,
                });
            }
        } else if method == "Network.responseReceived" {
            let mime = params["response"]["mimeType"].as_str().unwrap_or("");
            if let Some(request) = self.open(id) {
                request.kind = Kind::of(mime);
            }
        } else if method == "Network.loadingFinished" || method == "Network.loadingFailed" {
            self.end(id, &params["encodedDataLength"], now);
        } else {
            return;
        }
        self.changed = Some(Instant::now());
    }

    fn open(&mut self, id: &str) -> Option<&mut Request> {
        self.requests
            .iter_mut()
            .find(|request| request.id == id && !request.is_done)
    }

    fn end(&mut self, id: &str, bytes: &Value, now: f64) {
        if let Some(request) = self.open(id) {
            request.is_done = true;
            request.ended = (request.to_epoch + now) * 1000.0;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number of bytes, written as a JSON number"
            )]
            let bytes = bytes.as_f64().unwrap_or(0.0) as u64;
            request.bytes = bytes;
        }
    }

    /// Whether nothing is on its way, and nothing has changed for this long.
    pub(super) fn is_quiet(&self, time: Duration) -> bool {
        self.requests.iter().all(|request| request.is_done)
            && self.changed.is_none_or(|changed| changed.elapsed() > time)
    }

    /// Whether this file has arrived.
    pub(super) fn has(&self, url: &str) -> bool {
        self.requests
            .iter()
            .any(|request| request.url == url && request.is_done && request.bytes > 0)
    }

    /// The sums of all requests answered until this moment, in milliseconds since the epoch.
    pub(super) fn until(&self, moment: f64) -> Traffic {
        let mut traffic = Traffic::default();
        for request in self
            .requests
            .iter()
            .filter(|request| request.ended <= moment)
        {
            traffic += request;
        }
        traffic
    }

    /// How many requests went to another address than one that begins like this.
    pub(super) fn elsewhere(&self, base: &str) -> usize {
        let away = |request: &&Request| !request.url.starts_with(base);
        self.requests.iter().filter(away).count()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Kind, Log};

    #[test]
    fn bytes_are_added_by_type_and_by_the_moment_of_the_answer() {
        let mut log = Log::default();
        // The third is asked for early and comes late. The browser's clock is ten seconds behind.
        for (id, url, mime, sent, ended, bytes) in [
            ("1", "http://h/a.html", "text/html", 11.0, 1.5, 900),
            ("2", "http://h/a.wasm", "application/wasm", 12.0, 2.25, 5000),
            ("3", "http://h/b.html", "text/html", 12.0, 3.0, 800),
        ] {
            log.note(
                "Network.requestWillBeSent",
                &json!({ "requestId": id, "request": { "url": url }, "wallTime": sent, "timestamp": sent - 10.0 }),
            );
            log.note(
                "Network.responseReceived",
                &json!({ "requestId": id, "response": { "mimeType": mime } }),
            );
            log.note(
                "Network.loadingFinished",
                &json!({ "requestId": id, "encodedDataLength": bytes, "timestamp": ended }),
            );
        }
        let before = log.until(12_500.0);
        assert_eq!((before.requests, before.all()), (2, 5900));
        assert_eq!(log.until(f64::INFINITY).of(Kind::Html), 1700);
        assert!(log.has("http://h/b.html"));
        assert_eq!(log.elsewhere("http://h/"), 0);
        assert_eq!(log.elsewhere("http://other/"), 3);
    }

    #[test]
    fn a_request_on_its_way_is_not_quiet() {
        let mut log = Log::default();
        log.note(
            "Network.requestWillBeSent",
            &json!({ "requestId": "1", "request": { "url": "http://h/" }, "wallTime": 1.0 }),
        );
        assert!(!log.is_quiet(std::time::Duration::ZERO));
        assert!(!log.has("http://h/"));
    }
}
