//! Other words in the same number: titles drawn from the guide's own words, sentences with their
//! words in another order. Compressed, such a page is about as large as the one it came from, and
//! every rule about lengths and reading level still holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use bearings_domain::{Catalog, Destination, PageId, PartKind};

/// The new name of a page.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) id: String,
    title: String,
}

/// The new name of each page of the guide.
pub(super) type Names = BTreeMap<PageId, Name>;

/// How the ids of self-tests begin; the content compiler knows them by it.
const CHECK: &str = "check-";

/// The longest title that the content compiler accepts, in characters.
const MAX_TITLE: usize = 60;

/// The words that new titles are drawn from, and the words to keep apart.
#[derive(Debug)]
pub(super) struct Words {
    pool: Vec<String>,
    /// Words that must not meet in one line: a shuffle could make a forbidden phrase of them.
    apart: Vec<Vec<String>>,
    taken: BTreeSet<String>,
    dice: u64,
}

impl Words {
    /// Reads the words of titles and headings, and the list of forbidden words.
    pub(super) fn read(guide: &Catalog, language: &Path) -> io::Result<Self> {
        let mut pool = BTreeSet::new();
        // A page may not have the name of a place.
        let destinations = Destination::FIXED.iter().filter_map(Destination::id);
        let mut taken: BTreeSet<String> = destinations.map(str::to_owned).collect();
        for part in &guide.parts {
            for page in &part.pages {
                taken.insert(page.id.to_string());
                if part.kind == PartKind::Choose {
                    continue;
                }
                let file = language.join(format!("{}/{}.md", part.id, page.id));
                let text = fs::read_to_string(file)?;
                let headings = text.lines().filter(|line| line.starts_with("##"));
                for line in headings.chain([page.title.as_str()]) {
                    pool.extend(
                        line.split(' ')
                            .filter(|word| is_plain(word))
                            .map(str::to_owned),
                    );
                }
            }
        }
        let forbidden = fs::read_to_string(language.join("forbidden.toml"))?;
        Ok(Self {
            pool: pool.into_iter().collect(),
            apart: phrases(&forbidden),
            taken,
            dice: 1,
        })
    }

    /// New names for every page of the guide.
    pub(super) fn names(&mut self, guide: &Catalog) -> Names {
        let mut names = Names::new();
        for part in &guide.parts {
            for page in &part.pages {
                let is_check = page.id.as_str().starts_with(CHECK);
                let before = if is_check { CHECK } else { "" };
                // As many ids follow from their titles as in the guide; others leave a word out.
                let follows = PageId::from_title(&page.title).as_ref() == Ok(&page.id);
                let name = loop {
                    let title = self.title(&page.title);
                    let words: Vec<&str> = title.split(' ').collect();
                    let kept = words.len() - usize::from(!follows);
                    let id = format!("{before}{}", words[..kept].join("-").to_lowercase());
                    let is_like_it = id.starts_with(CHECK) == is_check;
                    if id.len() <= 64 && is_like_it && self.taken.insert(id.clone()) {
                        break Name { id, title };
                    }
                };
                names.insert(page.id.clone(), name);
            }
        }
        names
    }

    /// A title with as many words as the given one, and at least two.
    pub(super) fn title(&mut self, like: &str) -> String {
        let count = like.split(' ').count().max(2);
        loop {
            let drawn: Vec<usize> = (0..count).map(|_| self.draw()).collect();
            let words: Vec<&str> = drawn.iter().map(|nth| self.pool[*nth].as_str()).collect();
            let title = words.join(" ");
            if title.len() <= MAX_TITLE && self.is_free(&title) {
                return title[..1].to_uppercase() + &title[1..];
            }
        }
    }

    /// The line with its plain words in another order; everything else stays where it is.
    pub(super) fn shuffled(&mut self, line: &str) -> String {
        // The words of a region are checked letter by letter.
        if !self.is_free(line) || line.contains("](say:") {
            return line.to_owned();
        }
        let mut words: Vec<&str> = line.split(' ').collect();
        let mut plain: Vec<usize> = (0..words.len()).filter(|at| is_plain(words[*at])).collect();
        while let Some(last) = plain.pop() {
            let other = self.roll(plain.len() + 1);
            if let Some(other) = plain.get(other) {
                words.swap(last, *other);
            }
        }
        words.join(" ")
    }

    /// Whether no order of these words is a forbidden phrase.
    fn is_free(&self, line: &str) -> bool {
        let small = line.to_lowercase();
        let words: Vec<&str> = small
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .collect();
        let has = |wanted: &String| match wanted.strip_suffix('*') {
            Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
            None => words.contains(&wanted.as_str()),
        };
        !self.apart.iter().any(|phrase| phrase.iter().all(has))
    }

    fn draw(&mut self) -> usize {
        self.roll(self.pool.len())
    }

    /// A number below `sides`, the same ones in every run.
    fn roll(&mut self, sides: usize) -> usize {
        // SplitMix64.
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed >> 33) % sides.max(1) as u64).unwrap_or(0)
    }
}

/// A page under its new name: other words, links to the pages of the same copy, and no seed facts,
/// which are said in the original.
pub(super) fn page(words: &mut Words, text: &str, name: &Name, names: &Names) -> String {
    let mut new = String::with_capacity(text.len());
    let (mut fences, mut says) = (0, false);
    for line in text.lines() {
        if line == "+++" {
            fences += 1;
        }
        if fences < 2 && line.starts_with('[') {
            says = line == "[says]";
        }
        let field = SHUFFLED.iter().find_map(|key| line.strip_prefix(key));
        let line = match line {
            _ if says && fences < 2 => continue,
            _ if fences < 2 && line.starts_with("id = ") && !new.contains("\nid = ") => {
                format!("id = {:?}", name.id)
            }
            _ if fences < 2 && line.starts_with("title = ") => format!("title = {:?}", name.title),
            _ if fences == 2 => words.shuffled(line),
            _ => match field {
                Some(value) => line[..line.len() - value.len()].to_owned() + &words.shuffled(value),
                None => line.to_owned(),
            },
        };
        new.push_str(&with_new_links(&line, names));
        new.push('\n');
    }
    new
}

/// Texts among the facts of a page.
const SHUFFLED: &[&str] = &["in_short = ", "question = ", "feedback = "];

/// `page:ct-scan#what` with the new name of the page.
fn with_new_links(line: &str, names: &Names) -> String {
    let mut pieces = line.split("page:");
    let mut new = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece
            .find(|c: char| !matches!(c, 'a'..='z' | '0'..='9' | '-'))
            .unwrap_or(piece.len());
        let name = PageId::parse(&piece[..end]).ok();
        let name = name
            .and_then(|id| names.get(&id))
            .map(|name| name.id.as_str());
        new.push_str("page:");
        new.push_str(name.unwrap_or(&piece[..end]));
        new.push_str(&piece[end..]);
    }
    new
}

/// A word in small letters and nothing else: no marks, no link, no name.
fn is_plain(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase())
}

/// The words of each forbidden phrase: `words = ["lost to cancer", "battle*"]`.
fn phrases(list: &str) -> Vec<Vec<String>> {
    list.lines()
        .filter_map(|line| line.strip_prefix("words = "))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .map(|phrase| phrase.split([' ', '-']).map(str::to_owned).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Name, Names, Words, page, phrases};
    use bearings_domain::PageId;

    fn words() -> Words {
        Words {
            pool: ["bone", "scan", "what", "means"].map(str::to_owned).into(),
            apart: phrases("words = [\"give up hope\", \"battl*\"]"),
            taken: std::collections::BTreeSet::new(),
            dice: 1,
        }
    }

    #[test]
    fn a_shuffled_line_has_the_same_words_and_keeps_its_marks() {
        let line = "- Eat, drink and take your [own medicines](page:x) as normal. {#eat}";
        let shuffled = words().shuffled(line);
        assert_ne!(shuffled, line);
        let sorted = |line: &str| {
            let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            words.sort();
            words
        };
        assert_eq!(sorted(&shuffled), sorted(line));
        assert!(shuffled.starts_with("- Eat, "), "{shuffled}");
        assert!(shuffled.ends_with(" normal. {#eat}"), "{shuffled}");
    }

    #[test]
    fn a_line_that_could_become_a_forbidden_phrase_stays_as_it_is() {
        for line in [
            "do not ever give them up or lose hope",
            "old battles again and more",
        ] {
            assert_eq!(words().shuffled(line), line);
        }
    }

    #[test]
    fn a_page_gets_its_new_name_and_its_links_follow() {
        let name = |id: &str| Name {
            id: id.to_owned(),
            title: "New".to_owned(),
        };
        let id = |id| PageId::parse(id).expect("an id");
        let names = Names::from([(id("a"), name("a-new")), (id("b"), name("b-new"))]);
        let text = "+++\nid = \"a\"\ntitle = \"A\"\nin_short = \"Bone bone bone.\"\n\n[says]\nS01 = [\"x\"]\n\n[[question]]\nid = \"q\"\n+++\n\n[it](page:b#x) {#x}\n";
        assert_eq!(
            page(&mut words(), text, &names[&id("a")], &names),
            "+++\nid = \"a-new\"\ntitle = \"New\"\nin_short = \"Bone bone bone.\"\n\n[[question]]\nid = \"q\"\n+++\n\n[it](page:b-new#x) {#x}\n"
        );
    }
}
