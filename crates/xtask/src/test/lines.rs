//! Reads the result lines of other programs.

use super::outcome::Counts;

/// Adds up `test result: ok. 30 passed; 0 failed; 1 ignored; ..` of every test program.
pub(super) fn libtest(text: &str) -> Counts {
    let results = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result:"));
    results.fold(Counts::default(), |all, line| {
        all + Counts {
            passed: before(line, "passed"),
            failed: before(line, "failed"),
            skipped: before(line, "ignored"),
        }
    })
}

/// The names of failed tests: `test store::reads ... FAILED`.
pub(super) fn failed_tests(text: &str) -> Vec<&str> {
    let name = |line: &'_ str| {
        line.trim()
            .strip_prefix("test ")?
            .strip_suffix(" ... FAILED")
            .map(str::len)
    };
    text.lines()
        .filter_map(|line| name(line).map(|length| &line.trim()["test ".len()..]["".len()..length]))
        .collect()
}

/// What node's test runner ends with: `# pass 30`, `# fail 1`, ..
pub(super) fn tap(text: &str) -> Counts {
    let summary = text.lines().filter_map(|line| {
        let (what, number) = line.strip_prefix("# ")?.split_once(' ')?;
        Some((what, number.parse().ok()?))
    });
    summary.fold(Counts::default(), |all, (what, number)| match what {
        "pass" => Counts {
            passed: number,
            ..all
        },
        "fail" | "cancelled" => Counts {
            failed: all.failed + number,
            ..all
        },
        "skipped" | "todo" => Counts {
            skipped: all.skipped + number,
            ..all
        },
        _ => all,
    })
}

/// The names of tests that failed in node: `not ok 3 - the root is the first page`.
pub(super) fn failed_in_tap(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix("not ok ")?.split_once(" - "))
        .map(|(_, name)| name)
        .collect()
}

/// The last `N passed, N failed, N skipped`.
pub(super) fn last_counts(text: &str) -> Option<Counts> {
    let is_counts = |line: &&str| {
        let parts: Vec<&str> = line.split(", ").collect();
        matches!(parts[..], [a, b, c] if a.ends_with(" passed") && b.ends_with(" failed") && c.ends_with(" skipped"))
    };
    let line = text.lines().map(str::trim).rfind(is_counts)?;
    Some(Counts {
        passed: before(line, "passed"),
        failed: before(line, "failed"),
        skipped: before(line, "skipped"),
    })
}

/// The number before a word.
fn before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line
        .split([' ', ',', ';', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().position(|found| *found == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Counts, failed_in_tap, failed_tests, last_counts, libtest, tap};

    const TEXT: &str = "\
running 2 tests
test a::one ... ok
test a::two ... FAILED

test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.08s
test result: ok. 30 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 1.20s
";

    #[test]
    fn the_results_of_every_test_program_are_added() {
        assert_eq!(
            libtest(TEXT),
            Counts {
                passed: 31,
                failed: 1,
                skipped: 2
            }
        );
        assert_eq!(libtest("error: could not compile"), Counts::default());
    }

    #[test]
    fn failed_tests_are_named() {
        assert_eq!(failed_tests(TEXT), ["a::two"]);
    }

    #[test]
    fn the_counts_and_names_of_node_are_read() {
        let text = "\
TAP version 13
# Subtest: a page opens
ok 1 - a page opens
# Subtest: a page heals
not ok 2 - a page heals
1..2
# tests 4
# suites 0
# pass 1
# fail 1
# cancelled 1
# skipped 1
# todo 0
# duration_ms 90.1
";
        assert_eq!(
            tap(text),
            Counts {
                passed: 1,
                failed: 2,
                skipped: 1
            }
        );
        assert_eq!(failed_in_tap(text), ["a page heals"]);
        assert_eq!(tap("SyntaxError: Unexpected token"), Counts::default());
    }

    #[test]
    fn the_last_counts_are_taken() {
        let text = "1 passed, 0 failed, 0 skipped\nmore\n120 passed, 2 failed, 3 skipped\nbye\n";
        assert_eq!(
            last_counts(text),
            Some(Counts {
                passed: 120,
                failed: 2,
                skipped: 3
            })
        );
        assert_eq!(last_counts("nothing of the kind, really, no"), None);
    }
}
