//! The browser's own cryptography: the keys of protected backups, and random numbers.

use super::dynamic::{Outcome, call, get, global, list, object, settled};
use bearings_domain::backup::passphrase;
use bearings_domain::backup::sealed::{Header, Sealed};
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::JsValue;

/// Whether texts can be protected here. Browsers offer it only to pages that came over a secure
/// connection.
pub fn is_there() -> bool {
    subtle().is_object()
}

/// Protects a text with a passphrase in its [canonical form](canonical). Nothing if the browser
/// refused.
pub async fn seal(passphrase: &str, text: &str) -> Option<Sealed> {
    let header = Header::new(random()?, random()?);
    let text = Uint8Array::from(text.as_bytes());
    let ciphertext = apply("encrypt", passphrase, &header, &text).await.ok()?;
    Some(Sealed { header, ciphertext })
}

/// Opens a protected text with what was typed. Nothing if the passphrase is wrong or the file was
/// changed; which of them cannot be told.
pub async fn open(typed: &str, sealed: &Sealed) -> Option<String> {
    if !sealed.header.is_as_typed() {
        return open_with(&canonical(typed), sealed).await;
    }
    for form in passphrase::likely(typed, small, large) {
        // Devices write the same letters in different ways: "é" as one sign or as two.
        let text = open_with(&composed(&form), sealed).await;
        if text.is_some() {
            return text;
        }
    }
    None
}

/// The one form of a passphrase that everything a keyboard may make of it has.
pub fn canonical(typed: &str) -> String {
    passphrase::canonical(&composed(&small(&composed(typed))))
}

/// Random bytes; nothing if the browser refused them. Without them nothing can be protected.
fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let filled = Uint8Array::from(&bytes[..]);
    call(&global("crypto"), "getRandomValues", &[&filled]).ok()?;
    filled.copy_to(&mut bytes);
    Some(bytes)
}

async fn open_with(passphrase: &str, sealed: &Sealed) -> Option<String> {
    let text = Uint8Array::from(&*sealed.ciphertext);
    let text = apply("decrypt", passphrase, &sealed.header, &text).await;
    String::from_utf8(text.ok()?).ok()
}

fn composed(text: &str) -> String {
    String::from(JsString::from(text).normalize("NFKC"))
}

fn small(text: &str) -> String {
    String::from(JsString::from(text).to_lower_case())
}

fn large(text: &str) -> String {
    String::from(JsString::from(text).to_upper_case())
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
