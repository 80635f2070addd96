//! Numbers, as they are said.

/// Digits as they are said: "seven", "twenty-five", "two thousand and six".
pub(super) fn count(word: &str) -> usize {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let percent = if word.ends_with('%') { 2 } else { 0 };
    match digits.parse::<usize>() {
        Ok(number) if number < 10_000 && !digits.starts_with('0') => said(number) + percent,
        _ => {
            digits
                .bytes()
                .map(|digit| said(usize::from(digit - b'0')))
                .sum::<usize>()
                + percent
        }
    }
}

fn said(number: usize) -> usize {
    const UP_TO_19: [usize; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    let rest = |rest: usize| if rest == 0 { 0 } else { said(rest) };
    match number {
        0..20 => UP_TO_19[number],
        20..100 => 2 + usize::from(number / 10 == 7) + rest(number % 10),
        100..1000 => said(number / 100) + 2 + rest(number % 100),
        _ => said(number / 1000) + 2 + rest(number % 1000),
    }
}
