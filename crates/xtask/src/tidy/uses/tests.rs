use super::super::source::tokens;
use super::uses;

#[track_caller]
fn check(file: &str, text: &str, expected: &[(&str, usize)]) {
    let found = uses(file, &tokens(text));
    let found: Vec<(&str, usize)> = found
        .iter()
        .map(|found| (found.room.as_str(), found.line))
        .collect();
    assert_eq!(found, expected, "{file}: {text}");
}

#[test]
fn a_plain_import_is_a_use() {
    check("src/ui/icon.rs", "use crate::guide::Page;", &[("guide", 1)]);
    check("src/ui/icon.rs", "pub use crate::guide;", &[("guide", 1)]);
    check(
        "src/ui/icon.rs",
        "pub(crate) use crate::guide as other;",
        &[("guide", 1)],
    );
    check("src/ui/icon.rs", "use crate::guide::*;", &[("guide", 1)]);
}

#[test]
fn every_name_of_a_group_is_a_use() {
    check(
        "src/ui/icon.rs",
        "use crate::{state::{self, AppState}, text::t,\nguide as other};\nuse {crate::notes, std::fmt};",
        &[
            ("state", 1),
            ("state", 1),
            ("text", 1),
            ("guide", 2),
            ("notes", 3),
        ],
    );
}

#[test]
fn paths_in_expressions_types_and_macros_are_uses() {
    check(
        "src/ui/icon.rs",
        "fn f() { crate::guide::show() }",
        &[("guide", 1)],
    );
    check(
        "src/ui/icon.rs",
        "fn f(a: &crate::guide::Page) {}",
        &[("guide", 1)],
    );
    check(
        "src/ui/icon.rs",
        "<crate::guide::Page as Show>::show",
        &[("guide", 1)],
    );
    check(
        "src/ui/icon.rs",
        "view! { <crate::guide::Page/> }",
        &[("guide", 1)],
    );
    check(
        "src/ui/icon.rs",
        "macro_rules! a { () => { $crate::guide::b() } }",
        &[("guide", 1)],
    );
    check(
        "src/ui/icon.rs",
        "crate::guide::read::<crate::notes::Note>()",
        &[("guide", 1), ("notes", 1)],
    );
}

#[test]
fn super_is_counted_from_the_files_own_path() {
    check("src/guide/mod.rs", "use super::notes;", &[("notes", 1)]);
    check(
        "src/guide/live.rs",
        "use super::super::notes::Note;",
        &[("notes", 1)],
    );
    check("src/guide/live.rs", "use super::model;", &[("guide", 1)]);
    check("src/guide.rs", "use super::notes;", &[("notes", 1)]);
    check(
        "src/guide/a/b.rs",
        "super::super::super::notes::f();",
        &[("notes", 1)],
    );
    check(
        "src/guide/a/b.rs",
        "use super::{super::{super::notes, live}, c};",
        &[("notes", 1), ("guide", 1), ("guide", 1)],
    );
}

#[test]
fn self_leads_to_the_own_room_and_out_of_it() {
    check("src/guide/live.rs", "self::inner::f();", &[("guide", 1)]);
    check(
        "src/guide/live.rs",
        "use self::super::super::notes;",
        &[("notes", 1)],
    );
    check("src/guide/live.rs", "self.field.f(); Self::new();", &[]);
}

#[test]
fn modules_within_a_file_count() {
    let text = "mod tests {\n use super::super::super::notes;\n}\nuse super::super::state;";
    check("src/guide/live.rs", text, &[("notes", 2), ("state", 4)]);
    check(
        "src/guide/live.rs",
        "mod tests { fn f() { super::super::model::f() } }",
        &[("guide", 1)],
    );
}

#[test]
fn crates_are_known_by_their_names() {
    check(
        "crates/domain/src/a.rs",
        "use bearings_content::Site;",
        &[("content", 1)],
    );
    check(
        "crates/domain/src/a.rs",
        "use ::bearings_content as other;",
        &[("content", 1)],
    );
    check(
        "crates/domain/src/a.rs",
        "extern crate bearings_content;",
        &[("content", 1)],
    );
    check(
        "crates/domain/src/a.rs",
        "fn f() -> ::bearings_host::Server",
        &[("host", 1)],
    );
    check(
        "src/bin/prerender/page.rs",
        "use bearings::{AppState, app::App};",
        &[("lib", 1), ("app", 1)],
    );
    check(
        "crates/xtask/src/a.rs",
        "bearings::device::f();",
        &[("device", 1)],
    );
    check("crates/xtask/src/a.rs", "let bearings_content = 1;", &[]);
}

#[test]
fn in_another_crate_the_root_is_another() {
    check(
        "src/bin/prerender/page.rs",
        "use crate::guide; use super::notes;",
        &[],
    );
    check(
        "crates/host/src/a.rs",
        "use crate::guide; use super::notes;",
        &[],
    );
    check("src/main.rs", "bearings::start(catalog)", &[("lib", 1)]);
}

#[test]
fn the_whole_root_is_the_library() {
    check("src/guide/mod.rs", "use super::*;", &[("lib", 1)]);
    check("src/guide/live.rs", "use crate as root;", &[("lib", 1)]);
    check("src/guide/live.rs", "use crate::AppState;", &[("lib", 1)]);
}

#[test]
fn who_may_see_a_thing_is_no_use() {
    check(
        "src/guide/live.rs",
        "pub(in super::super) struct A; pub(crate) fn f() {} pub(super) fn g() {}",
        &[],
    );
    check(
        "src/guide/live.rs",
        "fn f() -> impl Iterator + use<'_> {}",
        &[],
    );
}

#[test]
fn comments_and_texts_use_nothing() {
    check(
        "src/guide/live.rs",
        "/// [`App`](crate::notes::App)\nlet a = \"crate::notes\";",
        &[],
    );
}
