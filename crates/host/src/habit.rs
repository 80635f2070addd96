//! What some real hosts do with addresses and pages, always.

use std::path::Path;

use bytes::Bytes;

/// A habit of a host. Several may hold at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Something on the way writes a script into every page, as some antivirus programs and hosts do.
    WritesIntoPages,
    /// Comments and the spaces between elements are taken out of every page, as "minifying" proxies
    /// do.
    TakesCommentsOut,
    /// `x.html` is redirected to `x`, which is answered: Cloudflare Pages, `serve`.
    HidesEndings,
    /// `x/` is answered with `x.html`, without a redirect: sirv, `CloudFront` with a function.
    TakesSlashes,
    /// Capitals do not count: hosts on Windows.
    IgnoresCase,
    /// `index.html` is redirected to the folder without its slash, which is answered: `serve`.
    DropsSlash,
    /// What is not there is answered with this file and 200, as for apps of one page.
    AnswersWith(&'static str),
}

/// The script that is written into pages.
const WRITTEN: &[u8] = b"<head><script>/**/</script>";

/// The habits in force.
#[derive(Clone, Debug, Default)]
pub(crate) struct Habits(Vec<Habit>);

impl Habits {
    /// Adds a habit.
    pub(crate) fn add(&mut self, habit: Habit) {
        self.0.push(habit);
    }

    /// Whether the folder itself is answered without its slash.
    pub(crate) fn answers_folder(&self) -> bool {
        self.has(&Habit::DropsSlash)
    }

    fn has(&self, habit: &Habit) -> bool {
        self.0.contains(habit)
    }

    /// Where the host sends whoever asks for this path, as the last part of the new address.
    pub(crate) fn redirect(&self, prefix: &str, path: &str) -> Option<String> {
        if self.has(&Habit::DropsSlash) && path == "index.html" {
            return Some(prefix.trim_end_matches('/').to_owned());
        }
        if self.has(&Habit::HidesEndings) {
            return path
                .strip_suffix(".html")
                .map(|stem| [prefix, stem].concat());
        }
        None
    }

    /// The file that is meant, as it is spelt below `root`.
    pub(crate) fn file(&self, root: &Path, path: &str) -> String {
        let mut path = path.to_owned();
        if self.has(&Habit::TakesSlashes) {
            path.truncate(path.trim_end_matches('/').len());
        }
        if self.has(&Habit::IgnoresCase) {
            path = path.to_lowercase();
        }
        let page = format!("{path}.html");
        let hides = self.has(&Habit::HidesEndings) || self.has(&Habit::TakesSlashes);
        if hides && root.join(&page).is_file() {
            path = page;
        }
        path
    }

    /// The file in place of one that is not there.
    pub(crate) fn instead(&self) -> Option<&'static str> {
        self.0.iter().find_map(|habit| match habit {
            Habit::AnswersWith(file) => Some(*file),
            _ => None,
        })
    }

    /// A page as it arrives.
    pub(crate) fn page(&self, page: Bytes) -> Bytes {
        if self.has(&Habit::TakesCommentsOut) {
            return without_comments(&page);
        }
        if !self.has(&Habit::WritesIntoPages) {
            return page;
        }
        let head = b"<head>";
        let at = page.windows(head.len()).position(|part| part == head);
        at.map_or(page.clone(), |at| {
            let (before, after) = page.split_at(at);
            [before, WRITTEN, &after[head.len()..]].concat().into()
        })
    }
}

/// A page without its comments and without the spaces that stand between two elements.
fn without_comments(page: &[u8]) -> Bytes {
    let text = String::from_utf8_lossy(page);
    let mut pieces = text.split("<!--");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once("-->").map_or("", |(_, rest)| rest));
    }
    plain.replace("> <", "><").into()
}

#[cfg(test)]
mod tests {
    use super::{Habit, Habits};
    use crate::testing::Folder;
    use bytes::Bytes;

    fn with(habit: Habit) -> Habits {
        let mut habits = Habits::default();
        habits.add(habit);
        habits
    }

    #[test]
    fn without_habits_nothing_is_spelt_otherwise() {
        let folder = Folder::new(&[("help.html", "h")]);
        let habits = Habits::default();
        assert_eq!(habits.file(folder.path(), "help"), "help");
        assert_eq!(habits.redirect("/a/", "help.html"), None);
        assert_eq!(habits.page(Bytes::from("<head>")), "<head>");
    }

    #[test]
    fn a_page_without_comments_has_all_its_elements() {
        let page = with(Habit::TakesCommentsOut).page(Bytes::from("<p>a<!-- b --></p> <i>c</i>"));
        assert_eq!(page, "<p>a</p><i>c</i>");
    }

    #[test]
    fn each_habit_spells_addresses_in_its_own_way() {
        let folder = Folder::new(&[("help.html", "h")]);
        let root = folder.path();
        let hides = with(Habit::HidesEndings);
        assert_eq!(
            hides.redirect("/a/", "help.html").as_deref(),
            Some("/a/help")
        );
        assert_eq!(hides.file(root, "help"), "help.html");
        assert_eq!(with(Habit::TakesSlashes).file(root, "help/"), "help.html");
        assert_eq!(
            with(Habit::IgnoresCase).file(root, "HELP.html"),
            "help.html"
        );
        let drops = with(Habit::DropsSlash);
        assert_eq!(drops.redirect("/a/", "index.html").as_deref(), Some("/a"));
    }

    #[test]
    fn a_script_is_written_after_the_head_begins() {
        let page = with(Habit::WritesIntoPages).page(Bytes::from("<html><head><title>"));
        assert_eq!(page, "<html><head><script>/**/</script><title>");
    }
}
