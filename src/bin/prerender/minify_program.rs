//! Makes a program smaller without changing what it does: what the browser lends it goes by short
//! names.
//!
//! wasm-bindgen gives every function that it imports a long name with a hash, which is both in
//! the JavaScript and in the WebAssembly and cannot be compressed: 4.7 of 97 kB (Brotli) when
//! that was measured. `minify_script` does the rest.

use crate::PrerenderError;
use crate::shell::Built;
use std::collections::{HashMap, HashSet};

/// The section of a module that lists its imports.
const IMPORTS: u8 = 2;
/// The first bytes of every module: the magic number and the version.
const HEADER: usize = 8;
/// The kind of an import that is a function.
const FUNCTION: u8 = 0;

/// The same program in fewer bytes.
pub fn minify_program(program: &Built) -> Result<Built, PrerenderError> {
    let script = String::from_utf8_lossy(&program.script);
    let mut names = ShortNames::apart_from(&script);
    let wasm = rename_imports(&program.wasm, &mut names).ok_or(PrerenderError::Imports)?;
    let script = rename_words(&script, &names.given).into_bytes();
    Ok(Built { script, wasm })
}

/// Gives each long name a short one that nothing else in the script has.
struct ShortNames {
    taken: HashSet<String>,
    given: HashMap<String, String>,
    next: usize,
}

impl ShortNames {
    fn apart_from(script: &str) -> Self {
        let words = pieces(script).filter(|piece| is_word(piece));
        Self {
            taken: words.map(str::to_owned).collect(),
            given: HashMap::new(),
            next: 0,
        }
    }

    fn of(&mut self, long: &str) -> String {
        if let Some(short) = self.given.get(long) {
            return short.clone();
        }
        loop {
            let short = format!("_{:x}", self.next);
            self.next += 1;
            if !self.taken.contains(&short) {
                self.given.insert(long.to_owned(), short.clone());
                return short;
            }
        }
    }
}

/// The module with other names for its imports; nothing if it is not built as we know it.
fn rename_imports(wasm: &[u8], names: &mut ShortNames) -> Option<Vec<u8>> {
    let (header, mut rest) = wasm.split_at_checked(HEADER)?;
    let mut out = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let section = take_bytes(&mut rest)?;
        out.push(id);
        if id == IMPORTS {
            put_bytes(&mut out, &renamed(section, names)?);
        } else {
            put_bytes(&mut out, section);
        }
    }
    Some(out)
}

fn renamed(mut section: &[u8], names: &mut ShortNames) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = take_number(&mut section)?;
    put_number(&mut out, count);
    for _ in 0..count {
        put_bytes(&mut out, take_bytes(&mut section)?);
        let name = std::str::from_utf8(take_bytes(&mut section)?).ok()?;
        put_bytes(&mut out, names.of(name).as_bytes());
        let (&kind, after) = section.split_first()?;
        section = after;
        if kind != FUNCTION {
            return None;
        }
        out.push(kind);
        put_number(&mut out, take_number(&mut section)?);
    }
    section.is_empty().then_some(out)
}

/// A number in LEB128: seven bits a byte, the lowest first.
fn take_number(from: &mut &[u8]) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = from.split_first()?;
        *from = rest;
        number |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

/// Bytes with their number before them.
fn take_bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_number(from)?;
    let (bytes, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(bytes)
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

fn rename_words(script: &str, names: &HashMap<String, String>) -> String {
    let short = |piece| names.get(piece).map_or(piece, String::as_str);
    pieces(script).map(short).collect()
}

/// Words, and what is between them.
fn pieces(script: &str) -> impl Iterator<Item = &str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_in_word = is_of_word(first);
        let end = rest.find(|sign| is_of_word(sign) != is_in_word);
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(is_of_word)
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || sign == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one type, these imported functions, and a section of our own behind them.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = Vec::new();
        put_number(&mut imports, names.len());
        for name in names {
            put_bytes(&mut imports, b"./app_bg.js");
            put_bytes(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(1);
        put_bytes(&mut wasm, &[1, 0x60, 0, 0]);
        wasm.push(IMPORTS);
        put_bytes(&mut wasm, &imports);
        wasm.push(0);
        put_bytes(&mut wasm, &[1, b'x'].repeat(100));
        wasm
    }

    fn program(script: &str, wasm: Vec<u8>) -> Built {
        Built {
            script: script.as_bytes().to_vec(),
            wasm,
        }
    }

    #[test]
    fn an_import_has_the_same_short_name_on_both_sides() {
        let script = "const _1 = { __wbg_now_8: f, __wbg_now_86: g };\n";
        let before = program(script, module(&["__wbg_now_86", "__wbg_now_8"]));
        let after = minify_program(&before).expect("the program is whole");
        assert_eq!(after.wasm, module(&["_0", "_2"]));
        let script = String::from_utf8(after.script).expect("the script is text");
        assert_eq!(script, "const _1 = { _2: f, _0: g };\n");
    }

    #[test]
    fn a_module_that_is_cut_or_imports_more_than_functions_is_refused() {
        let wasm = module(&["a"]);
        let cut = wasm[..wasm.len() - 1].to_vec();
        assert!(minify_program(&program("", cut)).is_err());
        let memory = wasm
            .iter()
            .rposition(|byte| *byte == b'a')
            .expect("the name is there");
        let mut other = wasm;
        other[memory + 1] = 2;
        assert!(minify_program(&program("", other)).is_err());
    }

    #[test]
    fn numbers_of_any_length_come_back() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 3_000_000] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            assert_eq!(take_number(&mut bytes.as_slice()), Some(number));
        }
    }
}
