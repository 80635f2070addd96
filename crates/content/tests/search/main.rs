//! What search finds in the guide for what people may type.

mod guide;
mod queries;

use bearings_domain::settings::HowMuch;
use guide::{Guide, guide, written};
use queries::Query;

#[derive(Default)]
struct Score {
    all: usize,
    first: usize,
    top3: usize,
    signs: usize,
    signs_first: usize,
    choose_wrong: usize,
}

impl Score {
    fn add(&mut self, guide: &Guide, query: &Query, failures: &mut Vec<String>) {
        let answer = guide.find(&query.text, HowMuch::ShowMe);
        let top = &answer.hits[..answer.hits.len().min(3)];
        let met = |wanted: &[String], hit| wanted.iter().any(|wanted| guide.is_met(wanted, hit));
        let first = top.first().is_some_and(|hit| met(&query.first, hit));
        let top3 = top.iter().any(|hit| met(&query.top3, hit) || met(&query.first, hit));
        let is_choose_wrong = top.iter().any(|hit| {
            let named = query.top3.iter().chain(&query.first).any(|wanted| guide.is_met(wanted, hit));
            Guide::is_choose(hit) && !named
        });
        self.all += 1;
        self.first += usize::from(first);
        self.top3 += usize::from(top3);
        self.signs += usize::from(query.is_sign);
        self.signs_first += usize::from(query.is_sign && first);
        self.choose_wrong += usize::from(is_choose_wrong);
        if !first || !top3 || is_choose_wrong {
            let mark = match (query.is_sign, top3, first) {
                (true, _, false) => "SIGN ",
                (_, false, _) => "TOP3 ",
                (_, _, false) => "first",
                _ => "CHOOSE",
            };
            let found: Vec<_> = answer.hits.iter().take(4).map(written).collect();
            failures.push(format!("{mark} {} | wanted {} | got {}", query.text, query.first.join(" "), found.join(", ")));
        }
    }

    fn print(&self, name: &str) {
        let share = |count: usize, of: usize| 100.0 * count as f64 / of as f64;
        println!(
            "{name}: {} queries, {:.1} % in the first three, {:.1} % first, {:.1} % of signs first ({} of {}), choose wrong {}",
            self.all,
            share(self.top3, self.all),
            share(self.first, self.all),
            share(self.signs_first, self.signs),
            self.signs_first,
            self.signs,
            self.choose_wrong,
        );
    }
}

#[test]
fn search_finds_what_people_are_after() {
    let guide = guide();
    let queries = queries::all();
    for query in &queries {
        for wanted in query.first.iter().chain(&query.top3) {
            if !guide.is_there(wanted) { println!("STALE {wanted} in {}", query.text); }
        }
    }
    let mut tuned = Score::default();
    let mut failures = Vec::new();
    let mut apart = Score::default();
    for query in &queries {
        if query.is_kept_apart {
            apart.add(&guide, query, &mut Vec::new());
        } else {
            tuned.add(&guide, query, &mut failures);
        }
    }
    for failure in &failures { println!("{failure}"); }
    tuned.print("tuned");
    if std::env::var_os("APART").is_some() { apart.print("kept apart"); }
    if let Ok(own) = std::env::var("OWN") {
        for text in own.split(';') {
            let found: Vec<_> = guide.find(text, HowMuch::ShowMe).hits.iter().take(4).map(written).collect();
            println!("OWN {text} => {}", found.join(", "));
        }
    }
    println!("pages {} blocks {}", guide.site.search.pages.len(), guide.site.search.blocks.len());
    std::fs::write("/tmp/search-pages.bin", &guide.site.search.pages).expect("tmp");
    std::fs::write("/tmp/search-blocks.bin", &guide.site.search.blocks).expect("tmp");
}
