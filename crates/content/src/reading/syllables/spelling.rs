//! The rules of spelling: groups of vowels, vowels that do not melt, and what is silent.

/// Endings before which a silent `e` stays silent: safe-ly, care-ful, home-less, move-ment.
const SILENT_E_BEFORE: &[&str] = &["ly", "ful", "fully", "less", "ness", "ment", "ments"];

/// The syllables of a word in small letters; `extra` are those of an ending that was taken off.
pub(super) fn count(letters: &str, extra: usize) -> usize {
    let groups = vowel_groups(letters);
    (groups + extra + kept_apart(letters))
        .saturating_sub(silent(letters))
        .max(1)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Which letters are vowels. `y` is one unless another vowel follows at the start of a word or
/// between two vowels: "yes", "beyond".
fn vowels(word: &str) -> Vec<bool> {
    let bytes = word.as_bytes();
    let vowel = |at: usize| bytes.get(at).copied().is_some_and(is_vowel);
    (0..bytes.len())
        .map(|at| match bytes[at] {
            b'y' => !(vowel(at + 1) && (at == 0 || vowel(at - 1))),
            byte => is_vowel(byte),
        })
        .collect()
}

fn vowel_groups(word: &str) -> usize {
    let vowels = vowels(word);
    (0..vowels.len())
        .filter(|at| vowels[*at] && (*at == 0 || !vowels[*at - 1]))
        .count()
}

/// Vowels that meet without melting into one syllable: di-agnosis, bi-opsy, us-u-al.
fn kept_apart(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mut extra = 0;
    for at in 1..bytes.len() {
        let before = if at >= 2 { bytes[at - 2] } else { b' ' };
        let rest = &word.get(at + 1..).unwrap_or_default();
        let soft = matches!(before, b't' | b's' | b'c' | b'g' | b'x');
        extra += usize::from(match (bytes[at - 1], bytes[at]) {
            (b'i', b'a') => {
                let melts = soft && !rest.starts_with('t') || rest.starts_with("ge");
                !melts || at == 2
            }
            (b'i', b'o') => !soft || at == 2 || word.starts_with("physio"),
            (b'e', b'o') => before != b'g' && before != b'p',
            (b'i' | b'e' | b'a', b'u') => bytes[at - 1] == b'i',
            (b'u', b'a') => before != b'q' && before != b'g',
            (b'u', b'e') => {
                before != b'q' && before != b'g' && rest.starts_with(['n', 'l', 't', 'r'])
            }
            (b'u' | b'a', b'o') | (b'i', b'i') => before != b'q',
            (b'o' | b'e', b'i') => *rest == "ng" || *rest == "ngs",
            (b'u', b'i') => before != b'q' && before != b'g' && *rest == "ng",
            (b'y', b'i') => at >= 2 && !is_vowel(before) && rest.starts_with("ng"),
            (b'y', b'o' | b'a') => at >= 2 && !is_vowel(before),
            (b'i', b'e') => {
                let long = word.len() > 5;
                (*rest == "r" || *rest == "rs" || *rest == "st") && long
                    || (rest.starts_with("nt") || rest.starts_with("nc"))
                        && !matches!(before, b't' | b'c')
                    || rest.starts_with("ty")
                    || word.starts_with("diet")
                    || word.starts_with("quiet")
            }
            (b'e', b'a') => {
                word.ends_with("rea")
                    || word.starts_with("creat") && !word.starts_with("creature")
                    || word.contains("react")
                    || word.starts_with("reas") && rest.starts_with("ss")
                    || word.starts_with("reali")
            }
            _ => false,
        });
    }
    // A last m that is sung: metabolis-m, rhyth-m.
    extra + usize::from(word.ends_with("sm") || word.ends_with("thm"))
}

/// Vowel groups that are written but not said.
fn silent(word: &str) -> usize {
    if word.len() < 3 {
        return 0;
    }
    silent_ending(word) + silent_inside(word)
}

fn silent_ending(word: &str) -> usize {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if let Some(before) = stem
        .strip_suffix("gue")
        .or_else(|| stem.strip_suffix("que"))
    {
        // fatigue, technique, tongue; but ar-gue
        return usize::from(!before.ends_with('r') && vowel_groups(before) > 0);
    }
    let (before, ending) = if let Some(before) = word.strip_suffix("es") {
        (before, "es")
    } else if let Some(before) = word.strip_suffix("ed") {
        (before, "ed")
    } else if let Some(before) = word.strip_suffix('e') {
        (before, "e")
    } else {
        return 0;
    };
    // Of the whole word: what `y` is depends on the letter after it.
    let vowels = &vowels(word)[..before.len()];
    let Some(false) = vowels.last() else { return 0 };
    if !vowels.contains(&true) {
        // the, she
        return 0;
    }
    let said = match ending {
        "es" => ["s", "x", "z", "ch", "sh", "c", "g"]
            .iter()
            .any(|end| before.ends_with(end)),
        "ed" => before.ends_with(['t', 'd']),
        _ => false,
    };
    // lit-tle, ta-bles, han-dled; but not called, feel
    let sung = before.ends_with('l')
        && vowels.len() >= 2
        && !vowels[vowels.len() - 2]
        && !before.ends_with("ll");
    usize::from(!said && !sung)
}

/// The silent `e` before an ending that begins with a consonant: safe-ly, some-times.
fn silent_inside(word: &str) -> usize {
    SILENT_E_BEFORE
        .iter()
        .filter_map(|ending| word.strip_suffix(ending)?.strip_suffix('e'))
        .any(|stem| {
            let vowels = vowels(stem);
            let sung = stem.ends_with('l') && vowels.len() >= 2 && !vowels[vowels.len() - 2];
            vowels.contains(&true) && vowels.last() == Some(&false) && !sung
        })
        .into()
}
