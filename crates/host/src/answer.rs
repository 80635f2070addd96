//! From a request to an answer: pure but for reading the file, so that it is tested without a socket.

mod draft;
mod response;

use std::time::Duration;

use bytes::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, StatusCode, Uri};

use crate::body::AnswerBody;
use crate::capture;
use crate::fault::Fault;
use crate::location::{Location, locate};
use crate::log::Seen;
use crate::mime;
use crate::site::Site;
use draft::Draft;

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

#[cfg(test)]
mod tests;
