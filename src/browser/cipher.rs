//! The browser's own cryptography: the keys of protected backups, and random numbers.

use super::dynamic::{Outcome, call, get, global, list, object, settled};
use bearings_domain::backup::sealed::{Header, Sealed};
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Whether texts can be protected here. Browsers offer it only to pages that came over a secure
/// connection.
pub fn is_there() -> bool {
    subtle().is_object()
}

/// Protects a text. Nothing if the browser refused.
pub async fn seal(passphrase: &str, text: &str) -> Option<Sealed> {
    let header = Header::new(random(), random());
    let text = Uint8Array::from(text.as_bytes());
    let ciphertext = apply("encrypt", passphrase, &header, &text).await.ok()?;
    Some(Sealed { header, ciphertext })
}

/// Opens a protected text. Nothing if the passphrase is wrong or the file was changed; which of
/// them nobody can tell.
pub async fn open(passphrase: &str, sealed: &Sealed) -> Option<String> {
    let text = Uint8Array::from(&*sealed.ciphertext);
    let text = apply("decrypt", passphrase, &sealed.header, &text).await;
    String::from_utf8(text.ok()?).ok()
}

/// Random bytes.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let filled = Uint8Array::from(&bytes[..]);
    _ = call(&global("crypto"), "getRandomValues", &[&filled]);
    filled.copy_to(&mut bytes);
    bytes
}

async fn apply(
    what: &str,
    passphrase: &str,
    header: &Header,
    text: &Uint8Array,
) -> Result<Vec<u8>, JsValue> {
    let (nonce, lines) = (header.nonce(), header.additional_data());
    let algorithm = object(&[
        ("name", &"AES-GCM".into()),
        ("iv", &bytes(nonce)),
        ("additionalData", &bytes(lines.as_bytes())),
    ]);
    let key = key(what, passphrase, header).await?;
    let done = settled(call(&subtle(), what, &[&algorithm, &key, text])).await?;
    Ok(Uint8Array::new(&done).to_vec())
}

async fn key(what: &str, passphrase: &str, header: &Header) -> Outcome {
    const DERIVATION: &str = "PBKDF2";
    // Devices write the same letters in different ways: "é" as one sign or as two.
    let passphrase: JsString = JsValue::from(passphrase).unchecked_into();
    let passphrase = String::from(passphrase.normalize("NFKC"));
    let raw = call(
        &subtle(),
        "importKey",
        &[
            &"raw".into(),
            &bytes(passphrase.as_bytes()),
            &DERIVATION.into(),
            &false.into(),
            &list(&[&"deriveKey".into()]),
        ],
    );
    let raw = settled(raw).await?;
    let derivation = object(&[
        ("name", &DERIVATION.into()),
        ("hash", &"SHA-256".into()),
        ("salt", &bytes(header.salt())),
        ("iterations", &header.iterations().into()),
    ]);
    let kind = object(&[("name", &"AES-GCM".into()), ("length", &256.into())]);
    let uses = list(&[&what.into()]);
    let key = call(
        &subtle(),
        "deriveKey",
        &[&derivation, &raw, &kind, &false.into(), &uses],
    );
    settled(key).await
}

fn subtle() -> JsValue {
    get(&global("crypto"), "subtle")
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}
