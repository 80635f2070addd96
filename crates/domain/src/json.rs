//! Just enough JSON for the catalog and the stored records.
//!
//! A general library brings floating point, error texts and code for every type it reads. Measured
//! on the release wasm: with `serde_json` this crate added 93 kB (38 kB in gzip), without it 32 kB
//! (13 kB), on every visitor's slow link. Here are texts, whole numbers, flags, lists, and a way to
//! step over anything else; the tests hold them against `serde_json`.

/// The text is not the JSON that was asked for. Where and why does not matter: a catalog or a
/// record is used whole or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// Reads JSON from the front of a text. Whitespace may be wherever JSON allows it.
pub(crate) struct Reader<'a> {
    rest: &'a str,
}

/// Reads the whole of a text: nothing may be left when `read` is done.
pub(crate) fn read_all<'a, T>(
    text: &'a str,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, Malformed>,
) -> Result<T, Malformed> {
    let mut reader = Reader { rest: text };
    let value = read(&mut reader)?;
    reader.skip_space();
    if reader.rest.is_empty() {
        Ok(value)
    } else {
        Err(Malformed)
    }
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Takes a sign or a word if it comes next.
    pub(crate) fn has(&mut self, expected: &str) -> bool {
        self.skip_space();
        match self.rest.strip_prefix(expected) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes a sign that must come next: a bracket, a brace, a comma.
    pub(crate) fn sign(&mut self, expected: &str) -> Result<(), Malformed> {
        if self.has(expected) {
            Ok(())
        } else {
            Err(Malformed)
        }
    }

    /// The text of the next value, whatever it is. It is looked into only as far as needed to
    /// find its end.
    pub(crate) fn raw(&mut self) -> Result<&'a str, Malformed> {
        self.skip_space();
        let bytes = self.rest.as_bytes();
        let (mut depth, mut at) = (0_usize, 0);
        let mut is_text = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' if is_text => at += 1,
                b'"' => is_text = !is_text,
                _ if is_text => {}
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth > 0 => depth -= 1,
                // The value ended before this sign.
                b',' | b':' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => break,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 1;
            if depth == 0 && !is_text {
                break;
            }
        }
        if depth > 0 || is_text || at == 0 {
            return Err(Malformed);
        }
        let (value, rest) = self.rest.split_at_checked(at).ok_or(Malformed)?;
        self.rest = rest;
        Ok(value)
    }

    /// A whole number.
    pub(crate) fn number<N: TryFrom<u64>>(&mut self) -> Result<N, Malformed> {
        let digits = self.raw()?;
        // `parse` takes a plus sign, JSON does not.
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Malformed);
        }
        let number: u64 = digits.parse().map_err(|_| Malformed)?;
        N::try_from(number).map_err(|_| Malformed)
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self) -> Result<bool, Malformed> {
        match self.raw()? {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Malformed),
        }
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Result<String, Malformed> {
        self.sign("\"")?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(['"', '\\']).ok_or(Malformed)?;
            let (plain, rest) = self.rest.split_at_checked(end).ok_or(Malformed)?;
            if plain.bytes().any(|byte| byte < b' ') {
                return Err(Malformed);
            }
            text.push_str(plain);
            let mut signs = rest.chars();
            if signs.next() == Some('"') {
                self.rest = signs.as_str();
                return Ok(text);
            }
            let escape = signs.next().ok_or(Malformed)?;
            self.rest = signs.as_str();
            text.push(match escape {
                '"' | '\\' | '/' => escape,
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => self.code_point()?,
                _ => return Err(Malformed),
            });
        }
    }

    /// What follows `\u`: one unit of UTF-16, or two where one is not enough.
    fn code_point(&mut self) -> Result<char, Malformed> {
        let first = self.unit()?;
        let is_pair = matches!(first, 0xd800..0xdc00);
        let units = if is_pair {
            self.rest = self.rest.strip_prefix("\\u").ok_or(Malformed)?;
            [first, self.unit()?]
        } else {
            [first, 0]
        };
        let used = if is_pair { 2 } else { 1 };
        let mut chars = char::decode_utf16(units.into_iter().take(used));
        chars.next().and_then(Result::ok).ok_or(Malformed)
    }

    fn unit(&mut self) -> Result<u16, Malformed> {
        let (digits, rest) = self.rest.split_at_checked(4).ok_or(Malformed)?;
        self.rest = rest;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Malformed);
        }
        u16::from_str_radix(digits, 16).map_err(|_| Malformed)
    }

    /// A list of values that are all alike.
    pub(crate) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        self.sign("[")?;
        let mut items = Vec::new();
        if self.has("]") {
            return Ok(items);
        }
        loop {
            items.push(read(self)?);
            if !self.has(",") {
                self.sign("]")?;
                return Ok(items);
            }
        }
    }

    /// The fields of an object, each with the text of its value: see [`Reader::raw`].
    pub(crate) fn fields(&mut self) -> Result<Vec<(String, &'a str)>, Malformed> {
        self.sign("{")?;
        let mut fields = Vec::new();
        if self.has("}") {
            return Ok(fields);
        }
        loop {
            let name = self.text()?;
            self.sign(":")?;
            fields.push((name, self.raw()?));
            if !self.has(",") {
                self.sign("}")?;
                return Ok(fields);
            }
        }
    }
}

/// Writes a text with its quotes.
pub(crate) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => {
                out.push('\\');
                out.push(sign);
            }
            '\0'..' ' => {
                out.push_str("\\u00");
                let code = u32::from(sign);
                out.extend(char::from_digit(code >> 4, 16));
                out.extend(char::from_digit(code & 0xf, 16));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
}

/// Writes a whole number.
pub(crate) fn write_number(out: &mut String, number: u64) {
    out.push_str(&number.to_string());
}

/// Writes a list.
pub(crate) fn write_list<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    out.push('[');
    for (position, item) in items.into_iter().enumerate() {
        if position > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

#[cfg(test)]
mod tests;
