use crate::base::problem::Findings;
use crate::fixtures;
use crate::output::report::Report;
use crate::parse::files::Files;
use crate::parse::library::Library;

const PAGE: &str = "content/en/one/first.md";
const TRACE: &str = "content/en/one/first.trace.toml";

fn sheet(files: &Files) -> String {
    let library = Library::read(files, &Findings::default());
    let report = Report::of(&library);
    super::write(&library, &report).as_str().to_owned()
}

fn site() -> Files {
    fixtures::with_strings(fixtures::smallest())
}

#[test]
fn each_sentence_stands_there_with_its_source() {
    let mut files = site();
    let trace = "read = 2026-11-24\n[bones]\n\"A scan shows the bones.\" = \"ONE S01\"\n";
    files.insert(TRACE, trace.as_bytes().to_vec());
    let sheet = sheet(&files);
    assert!(
        sheet.contains("<td>A scan shows the bones.</td><td>ONE S01</td>"),
        "{sheet}"
    );
    assert!(sheet.contains("<td>Drink a lot.</td><td>not traced yet</td>"));
    assert!(sheet.contains("Trace last written: 2026-11-24"));
    assert!(sheet.contains("Beta &amp; Co: Bone scan"));
}

#[test]
fn hard_topics_stand_last_and_closed() {
    let sheet = sheet(&site());
    let (open, closed) = sheet
        .split_once("<details>")
        .expect("a part that is closed");
    assert!(!open.contains("Hard page"));
    assert!(closed.contains("Hard page") && closed.ends_with("</details>"));
}

#[test]
fn a_treatment_shows_where_it_answers_what_discern_asks() {
    let mut files = site();
    let page = String::from_utf8(files.bytes(PAGE).to_vec()).expect("UTF-8");
    let page = page
        .replace("\n[[question]]", "\nslots = \"treatment\"\n[[question]]")
        .replace("{#bones}", "{#how-it-works}");
    files.insert(PAGE, page.into_bytes());
    let sheet = sheet(&files);
    assert!(
        sheet.contains("#how-it-works\">how-it-works</a></td><td></td>"),
        "{sheet}"
    );
    assert!(sheet.contains("10 Its benefits</td><td>missing"));
    assert!(sheet.contains("#ask-my-team\">"));
}

#[test]
fn without_judgements_there_is_no_score() {
    let sheet = sheet(&site());
    assert!(sheet.contains("Can be understood: no score yet."));
    assert!(!sheet.contains("judged for the whole site"));
}
