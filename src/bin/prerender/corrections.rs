//! What readers must know has been put right: from the changelog into the list that the service
//! worker saves.
//!
//! All of it, and not only what the newest release says: a reader may have passed some releases
//! over. The worker shows what this device has not shown yet; a correction is known by its words.

use crate::{PrerenderError, shell};
use std::path::Path;

/// The heading in the changelog under which a release says what readers must know.
const HEADING: &str = "### Important correction";

/// So many travel, the newest first. Readers who were away longer get the new pages anyway.
const MOST: usize = 12;

/// The corrections of all releases, the newest first.
pub fn read() -> Result<Vec<String>, PrerenderError> {
    let text = shell::read(Path::new("CHANGELOG.md"))?;
    Ok(corrections_in(&String::from_utf8_lossy(&text)))
}

fn corrections_in(changelog: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut is_inside = false;
    for line in changelog.lines() {
        let words = line.trim();
        if line.starts_with('#') {
            is_inside = words == HEADING;
        } else if is_inside && !words.is_empty() {
            match found.last_mut() {
                // An indented line goes on with the one before.
                Some(last) if line.starts_with(' ') => {
                    last.push(' ');
                    last.push_str(words);
                }
                _ => found.push(words.trim_start_matches("- ").to_owned()),
            }
        }
    }
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corrections_of_every_release_are_read_the_newest_first() {
        let changelog = "# Changelog\n\n## Unreleased\n\n- x\n\n## 3\n\n### For readers\n\n- y\n\n\
                         ### Important correction\n\n- Three was wrong.\n- So was four.\n\n\
                         ### For those who check it\n\n- z\n\n## 2\n\n### Important correction\n\n\
                         Two was wrong.\n\n## 1\n\n- w\n";
        assert_eq!(
            corrections_in(changelog),
            ["Three was wrong.", "So was four.", "Two was wrong."]
        );
    }

    #[test]
    fn a_correction_under_unreleased_counts_for_what_is_published_now() {
        let changelog = "## Unreleased\n\n### Important correction\n\n- Not released.\n";
        assert_eq!(corrections_in(changelog), ["Not released."]);
    }

    #[test]
    fn a_sentence_over_two_lines_is_one_correction() {
        let changelog = "### Important correction\n\n- The number\n  was wrong.\n- Next.\n";
        assert_eq!(
            corrections_in(changelog),
            ["The number was wrong.", "Next."]
        );
    }

    #[test]
    fn a_changelog_without_corrections_tells_of_none() {
        assert!(corrections_in("## 1\n\n### For readers\n\n- x\n").is_empty());
    }

    #[test]
    fn the_list_stays_short() {
        let lines: Vec<String> = (0..40).map(|line| format!("- {line}.")).collect();
        let changelog = format!("{HEADING}\n\n{}\n", lines.join("\n"));
        let found = corrections_in(&changelog);
        assert_eq!(found.len(), MOST);
        assert_eq!(found.first().map(String::as_str), Some("0."));
    }
}
