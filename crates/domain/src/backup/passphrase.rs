//! One form for all the ways in which a keyboard may write down the same passphrase.
//!
//! Keyboards and suggestion bars change what is typed: curly quotes for straight ones, a dash for
//! two hyphens, ". " for two spaces, a capital first letter, a space at the end. Nobody sees most
//! of it in a field of dots. Files of version 2 are sealed with the [`canonical`] form, which is
//! the same for all of those, so that one derivation opens them. Files of version 1 were sealed
//! with whatever was in the field: for them there are the [`likely`] forms.

/// The fewest characters of the canonical form of a new passphrase: shorter ones are guessed in
/// minutes.
pub const SHORTEST: usize = 8;

/// The most forms that are tried on a file of version 1. Each takes a slow phone seconds.
pub const MOST_FORMS: usize = 10;

/// How a text is changed to another case; the browser has the tables for it.
pub type Case = fn(&str) -> String;

/// What is hashed for a file of version 2. The text is in the form NFKC and in small letters, which
/// the browser sees to. This form is frozen with that version: whatever changes it shuts files.
///
/// Signs without width go; quotes are straight; a run of hyphens and dashes is one hyphen; words,
/// without the full stops at their ends, are one space apart.
pub fn canonical(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| !has_no_width(*sign)) {
        match plain_sign(sign) {
            '-' if plain.ends_with('-') => {}
            sign => plain.push(sign),
        }
    }
    words(&plain)
}

/// The forms that a passphrase may have had when a file of version 1 was sealed, what was typed
/// first; no form twice, at most [`MOST_FORMS`].
pub fn likely(typed: &str, small: Case, large: Case) -> Vec<String> {
    let bare: String = typed.chars().filter(|sign| !has_no_width(*sign)).collect();
    let bare = bare.trim();
    let plain = straight(bare);
    let typographic = curly(bare, "\u{2014}");
    let mut forms = Vec::new();
    for form in [
        typed.to_owned(),
        bare.to_owned(),
        plain.clone(),
        first(&plain, small),
        [bare, " "].concat(),
        first(&plain, large),
        typographic.clone(),
        curly(bare, "\u{2013}"),
        first(&typographic, large),
        small(&plain),
    ] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// Signs that cannot be seen: no text of letters means another thing with them.
fn has_no_width(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

fn plain_sign(sign: char) -> char {
    match sign {
        '\u{2018}'..='\u{201b}' | '\u{2b9}' | '\u{2bc}' | '\u{2032}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        sign => sign,
    }
}

/// Words one space apart: two spaces become a full stop and a space on many phones.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let word = word.trim_end_matches('.');
        if !word.is_empty() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// As it was typed on a keyboard that improves nothing.
fn straight(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\u{2013}' | '\u{2014}' => plain.push_str("--"),
            sign => plain.push(plain_sign(sign)),
        }
    }
    words(&plain)
}

/// As a keyboard improves it, with this dash for two hyphens.
fn curly(text: &str, dash: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_opening = out.is_empty() || out.ends_with(' ');
        match sign {
            '-' if signs.next_if_eq(&'-').is_some() => out.push_str(dash),
            ' ' if signs.next_if_eq(&' ').is_some() => out.push_str(". "),
            '\'' if is_opening => out.push('\u{2018}'),
            '\'' => out.push('\u{2019}'),
            '"' if is_opening => out.push('\u{201c}'),
            '"' => out.push('\u{201d}'),
            sign => out.push(sign),
        }
    }
    out
}

/// The text with its first letter in another case.
fn first(text: &str, case: Case) -> String {
    // No text is cut at an index: that alone would bring 3 kB of messages into the program.
    let mut rest = text.chars();
    let letter: String = rest.next().into_iter().collect();
    [&case(&letter), rest.as_str()].concat()
}

#[cfg(test)]
mod tests;
