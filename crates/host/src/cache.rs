//! Compressed forms, kept in memory by the hash of the content: each is made once.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::compress::Encoding;
use crate::mime::Kind;

/// One form of a file, ready to send.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// How the bytes are written; `Identity` when compressing would have made them longer.
    pub(crate) encoding: Encoding,
    /// The bytes on the wire.
    pub(crate) bytes: Bytes,
    /// The strong entity tag, quotes included; each encoding has its own.
    pub(crate) etag: String,
}

/// The kept forms, shared by all servers of the process: the journeys start many, for one site.
static FORMS: LazyLock<Mutex<HashMap<(String, Encoding), Bytes>>> = LazyLock::new(Mutex::default);

/// The form of this content in the wanted encoding.
pub(crate) fn form(content: Bytes, kind: Kind, wanted: Encoding) -> Form {
    let hash = hash(&content);
    if kind.compressible && wanted != Encoding::Identity {
        let packed = packed(&hash, &content, wanted);
        if packed.len() < content.len() {
            let etag = format!("\"{hash}-{}\"", wanted.name());
            return Form {
                encoding: wanted,
                bytes: packed,
                etag,
            };
        }
    }
    Form {
        encoding: Encoding::Identity,
        bytes: content,
        etag: format!("\"{hash}\""),
    }
}

fn packed(hash: &str, content: &[u8], wanted: Encoding) -> Bytes {
    let key = (hash.to_owned(), wanted);
    if let Some(kept) = lock().get(&key) {
        return kept.clone();
    }
    // Not under the lock: one large file must not hold up the others.
    let made = Bytes::from(wanted.apply(content));
    lock().entry(key).or_insert(made).clone()
}

fn lock() -> std::sync::MutexGuard<'static, HashMap<(String, Encoding), Bytes>> {
    FORMS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The first 16 bytes of SHA-256, in hex.
fn hash(content: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(content)[..16]
        .iter()
        .fold(String::with_capacity(32), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to memory cannot fail");
            hex
        })
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::form;
    use crate::compress::Encoding;
    use crate::mime;

    fn text() -> Bytes {
        Bytes::from("hot spots ".repeat(100))
    }

    #[test]
    fn the_tag_names_the_content_and_the_encoding() {
        let plain = form(text(), mime::HTML, Encoding::Identity);
        let brotli = form(text(), mime::HTML, Encoding::Brotli);
        assert_ne!(plain.etag, brotli.etag, "a strong tag means the same bytes");
        assert_eq!(brotli.etag, form(text(), mime::HTML, Encoding::Brotli).etag);
        let other = form(Bytes::from_static(b"x"), mime::HTML, Encoding::Identity);
        assert_ne!(plain.etag, other.etag);
    }

    #[test]
    fn what_does_not_shrink_is_sent_as_it_is() {
        let tiny = form(Bytes::from_static(b"ok"), mime::HTML, Encoding::Brotli);
        assert_eq!(tiny.encoding, Encoding::Identity);
        let picture = form(text(), mime::of("a.png"), Encoding::Brotli);
        assert_eq!(picture.encoding, Encoding::Identity);
    }

    #[test]
    fn each_form_is_made_once() {
        let first = form(text(), mime::HTML, Encoding::Brotli).bytes;
        let second = form(text(), mime::HTML, Encoding::Brotli).bytes;
        assert_eq!(
            first.as_ptr(),
            second.as_ptr(),
            "the same memory, not made again"
        );
    }
}
