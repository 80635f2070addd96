//! The form of a backup that is protected by a passphrase. What is secret about it is the
//! browser's to do; here is only how the file is written and read.
//!
//! ```text
//! bearings-sealed 2
//! kdf PBKDF2-HMAC-SHA-256 600000
//! salt AAECAwQFBgcICQoLDA0ODw==
//! nonce AAECAwQFBgcICQoL
//! <ciphertext of AES-256-GCM with its tag, in Base64>
//! ```
//!
//! The first four lines, as [`Header::additional_data`] gives them, are authenticated with the
//! text: a changed field fails like a wrong passphrase. There is no hint
//! at the passphrase in the file. The passphrase goes into the hash in UTF-8. In version 2 it is in
//! its [`canonical`](super::passphrase::canonical) form; in version 1 it was what had been typed, in
//! the form NFKC: devices write the same letters in different ways.

use super::{LIMIT, base64};

/// How often the hash is repeated for a new file: what OWASP recommends for PBKDF2-HMAC-SHA-256.
pub const ITERATIONS: u32 = 600_000;

/// How often a file may ask for. Fewer protect nothing; more would stop a phone for minutes.
pub const BELIEVABLE_ITERATIONS: std::ops::RangeInclusive<u32> = 100_000..=10_000_000;

/// The longest text that is read, in bytes: that of a backup of [`LIMIT`].
pub const SEALED_LIMIT: usize = (LIMIT + TAG) / 3 * 4 + 1_000;

/// The version that is written today. All before it are still opened.
const VERSION: u32 = 2;
/// The version whose key is made from what was typed.
const AS_TYPED: u32 = 1;
const MAGIC: &str = "bearings-sealed ";
const KDF: &str = "kdf ";
const KDF_NAME: &str = "PBKDF2-HMAC-SHA-256";
const SALT: &str = "salt ";
const NONCE: &str = "nonce ";
/// The bytes of the tag that ends every ciphertext.
const TAG: usize = 16;

/// What must be known to open the file, besides the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    version: u32,
    iterations: u32,
    salt: [u8; 16],
    nonce: [u8; 12],
}

/// A protected backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How to open it.
    pub header: Header,
    /// The text of the backup under AES-256-GCM, and the tag after it.
    pub ciphertext: Vec<u8>,
}

/// Why a file cannot be opened, whatever the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealedError {
    /// It is longer than [`SEALED_LIMIT`], and was not looked into.
    #[error("the file has {bytes} bytes, more than a backup can have")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// It is no protected backup: perhaps a plain one, see [`Backup::read`](super::Backup::read).
    #[error("the file is no protected backup of ours")]
    NotSealed,
    /// A newer release made it.
    #[error("the file is of version {version}, which is newer than this build")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// It asks for another way to make the key, or for one that is too weak or takes too long.
    #[error("the file asks for a key that we would not make")]
    Unreasonable,
    /// It is one of ours, and not what it was when it was made.
    #[error("the file was changed or cut short after it was made")]
    Damaged,
}

impl Header {
    /// The header of a new file. Both must be fresh from the browser's generator: a nonce that is
    /// used twice gives both texts away.
    pub const fn new(salt: [u8; 16], nonce: [u8; 12]) -> Self {
        let (version, iterations) = (VERSION, ITERATIONS);
        Self {
            version,
            iterations,
            salt,
            nonce,
        }
    }

    /// Whether the key is made from the passphrase as it was typed, not from its canonical form.
    pub const fn is_as_typed(&self) -> bool {
        self.version == AS_TYPED
    }

    /// How often the hash is repeated.
    pub const fn iterations(&self) -> u32 {
        self.iterations
    }

    /// The salt of the key.
    pub const fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The nonce of the text.
    pub const fn nonce(&self) -> &[u8; 12] {
        &self.nonce
    }

    /// The lines of the header, each with its end. Their bytes are the additional data.
    pub fn additional_data(&self) -> String {
        let (version, iterations) = (self.version.to_string(), self.iterations.to_string());
        let (salt, nonce) = (base64::encode(&self.salt), base64::encode(&self.nonce));
        [
            MAGIC,
            &version,
            "\n",
            KDF,
            KDF_NAME,
            " ",
            &iterations,
            "\n",
            SALT,
            &salt,
            "\n",
            NONCE,
            &nonce,
            "\n",
        ]
        .concat()
    }
}

impl Sealed {
    /// Whether a text claims to be a protected backup.
    pub fn is_claimed(text: &str) -> bool {
        trimmed(text).starts_with(MAGIC)
    }

    /// The text of the file.
    pub fn print(&self) -> String {
        let mut out = self.header.additional_data();
        out.push_str(&base64::encode(&self.ciphertext));
        out.push('\n');
        out
    }

    /// A protected backup from the text of a file. No text makes this panic or take long.
    pub fn parse(text: &str) -> Result<Self, SealedError> {
        if text.len() > SEALED_LIMIT {
            return Err(SealedError::TooLarge { bytes: text.len() });
        }
        // Programs that pass on a text may change the ends of its lines.
        let mut lines = trimmed(text).lines();
        let mut line = || lines.next().ok_or(SealedError::Damaged);
        let version = line()
            .ok()
            .and_then(|line| line.strip_prefix(MAGIC))
            .ok_or(SealedError::NotSealed)?;
        let version = known_version(version)?;
        let kdf = after(line()?, KDF)?;
        let salt = bytes(after(line()?, SALT)?)?;
        let nonce = bytes(after(line()?, NONCE)?)?;
        let ciphertext = base64::decode(line()?).ok_or(SealedError::Damaged)?;
        if lines.next().is_some() || ciphertext.len() < TAG {
            return Err(SealedError::Damaged);
        }
        let header = Header {
            version,
            iterations: iterations(kdf)?,
            salt,
            nonce,
        };
        Ok(Self { header, ciphertext })
    }
}

fn trimmed(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_matches([' ', '\n', '\r', '\t'])
}

fn known_version(digits: &str) -> Result<u32, SealedError> {
    match number(digits)? {
        version @ AS_TYPED..=VERSION => Ok(version),
        0 => Err(SealedError::Damaged),
        version => Err(SealedError::Newer { version }),
    }
}

fn iterations(kdf: &str) -> Result<u32, SealedError> {
    let (name, count) = kdf.split_once(' ').ok_or(SealedError::Damaged)?;
    let count = number(count)?;
    if name == KDF_NAME && BELIEVABLE_ITERATIONS.contains(&count) {
        Ok(count)
    } else {
        Err(SealedError::Unreasonable)
    }
}

/// A number as we write it: anything else would be authenticated as something that is not there.
fn number(digits: &str) -> Result<u32, SealedError> {
    let is_ours = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.is_empty()
        && (digits == "0" || !digits.starts_with('0'));
    if is_ours {
        // More digits than fit are a very large number.
        Ok(digits.parse().unwrap_or(u32::MAX))
    } else {
        Err(SealedError::Damaged)
    }
}

fn after<'a>(line: &'a str, name: &str) -> Result<&'a str, SealedError> {
    line.strip_prefix(name).ok_or(SealedError::Damaged)
}

fn bytes<const N: usize>(text: &str) -> Result<[u8; N], SealedError> {
    let bytes = base64::decode(text).and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or(SealedError::Damaged)
}

#[cfg(test)]
mod tests;
