//! From a draft to the response: compressed or not, known to the browser or not, whole or cut.

use bytes::Bytes;
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::{Method, Response, StatusCode};

use super::draft::Draft;
use crate::body::{AnswerBody, End};
use crate::cache;
use crate::compress::Encoding;
use crate::negotiate;

/// From this size on compressing takes long.
const LARGE: usize = 256 * 1024;

impl Draft {
    /// Chooses the form and writes the response; with the number of body bytes it carries.
    pub(super) fn finish(
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

fn build(builder: hyper::http::response::Builder, bytes: Bytes, end: End) -> Response<AnswerBody> {
    // A redirect address with a line break in it is the only way to get here with a bad header.
    builder
        .body(AnswerBody::new(bytes, end))
        .expect("tests give addresses without control characters")
}
