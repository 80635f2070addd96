use super::known::{self, Offline, Saved};
use crate::browser::worker::Report;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;

fn report(state: &str, failed: &str) -> Report {
    Report {
        state: state.to_owned(),
        failed: failed.to_owned(),
        ..Report::default()
    }
}

fn answer(state: &str, failed: &str) -> Report {
    Report {
        bytes: 5.0,
        missing: 2.0,
        checked: 7.0,
        build: String::from("1"),
        ..report(state, failed)
    }
}

fn after(reports: impl IntoIterator<Item = Report>) -> Offline {
    let mut offline = Offline::default();
    for report in reports {
        offline.apply_report(report);
    }
    offline
}

#[test]
fn what_is_told_on_the_way_is_asked_about_and_an_answer_is_not() {
    let mut offline = Offline::default();
    assert!(offline.apply_report(report("saved", "")));
    assert!(offline.apply_report(report("unsaved", "")));
    assert!(!offline.apply_report(answer("saved", "")));
    // No copy and no bytes: asking again would bring the same answer for ever.
    let removed = Report {
        bytes: 0.0,
        ..answer("unsaved", "")
    };
    assert!(!offline.apply_report(removed));
    assert!(!offline.apply_report(report("update", "")));
    // An answer of the release that serves would say "saved" in between.
    assert!(!offline.apply_report(report("saving", "")));
}

#[test]
fn an_answer_brings_the_facts() {
    let offline = after([answer("saved", "")]);
    assert_eq!(offline.saved, Saved::Yes);
    assert_eq!((offline.bytes, offline.missing), (5, 2));
    assert_eq!(offline.checked, Some(Millis(7)));
}

#[test]
fn facts_of_a_copy_that_was_removed_do_not_stay() {
    let removed = Report {
        build: String::from("1"),
        ..report("unsaved", "")
    };
    let offline = after([answer("saved", ""), removed]);
    assert_eq!(offline.saved, Saved::No);
    assert_eq!((offline.bytes, offline.missing), (0, 0));
}

#[test]
fn a_failure_is_known_with_its_reason_whatever_else_is_saved() {
    for (state, failed, was_full) in [
        ("saved", "network", false),
        ("failed", "full", true),
        ("unsaved", "full", true),
    ] {
        let offline = after([report(state, failed)]);
        assert_eq!(offline.saved, Saved::Failed, "{state}");
        assert_eq!(offline.was_full, was_full, "{state}");
    }
    assert_eq!(after([answer("saved", "")]).saved, Saved::Yes);
}

#[test]
fn saving_does_not_go_on_for_ever_without_a_worker() {
    let mut offline = after([report("saving", "")]);
    offline.apply_no_worker();
    assert_eq!(offline.saved, Saved::Failed);
    let mut offline = Offline::default();
    offline.apply_no_worker();
    assert_eq!(offline.saved, Saved::No);
    let mut offline = after([answer("saved", "")]);
    offline.apply_no_worker();
    assert_eq!(offline.saved, Saved::Yes);
}

#[test]
fn what_a_release_corrects_is_told_before_and_after_it_takes_over() {
    let mut waiting = report("update", "");
    waiting.correction = String::from("A number.");
    assert_eq!(after([waiting]).update.as_deref(), Some("A number."));
    let mut active = answer("saved", "");
    active.correction = String::from("A number.");
    assert_eq!(after([active]).corrected, "A number.");
}

#[test]
fn saving_is_watched_from_its_first_report_on() {
    let begun = report("saving", "");
    let going_on = Report {
        done: 1.0,
        ..begun.clone()
    };
    assert!(known::begins_saving(&begun));
    assert!(!known::begins_saving(&going_on));
    assert!(!known::begins_saving(&report("saved", "")));
}

#[test]
fn the_reason_of_a_failure_counts_only_where_nothing_else_is_known() {
    let mut offline = Offline::default();
    offline.apply_failure("");
    assert_eq!(offline.saved, Saved::Unknown);
    offline.apply_failure("full");
    assert_eq!((offline.saved, offline.was_full), (Saved::Failed, true));
    let mut offline = after([answer("saved", "")]);
    offline.apply_failure("full");
    assert_eq!((offline.saved, offline.was_full), (Saved::Yes, false));
}

#[test]
fn trying_again_forgets_that_there_was_no_room() {
    let mut offline = after([report("failed", "full")]);
    offline.set_saved(Saved::Saving { done: 0, of: 0 });
    assert!(!offline.was_full);
}

#[test]
fn a_newer_version_is_looked_for_once_an_hour_whatever_the_clock_says() {
    const HOUR: u64 = 60 * 60 * 1000;
    let mut offline = Offline::default();
    assert!(offline.is_check_due(Millis(0)), "nobody has ever looked");
    offline.checked = Some(Millis(10 * HOUR));
    for (now, is_due) in [
        (10 * HOUR, false),
        (11 * HOUR, false),
        (11 * HOUR + 1, true),
        (9 * HOUR, false),
        (9 * HOUR - 1, true),
    ] {
        assert_eq!(offline.is_check_due(Millis(now)), is_due, "{now}");
    }
}

#[test]
fn only_a_copy_that_there_is_or_should_be_is_renewed_unasked() {
    for (saved, looks) in [
        (Saved::Unknown, false),
        (Saved::Unsupported, false),
        (Saved::No, false),
        (Saved::Saving { done: 1, of: 2 }, false),
        (Saved::Yes, true),
        (Saved::Failed, true),
    ] {
        let offline = Offline {
            saved,
            ..Offline::default()
        };
        assert_eq!(offline.looks_unasked(), looks, "{saved:?}");
    }
}

/// A newer version that is ready, and corrects `what`.
fn ready(what: &str) -> Offline {
    Offline {
        update: Some(what.to_owned()),
        ..Offline::default()
    }
}

#[test]
fn a_newer_version_is_offered_with_what_it_corrects() {
    let sentence = |offline: &Offline| {
        let said = offline.update_sentence(|| false);
        said.map(|(text, what)| (text, what.to_owned()))
    };
    assert_eq!(sentence(&Offline::default()), None);
    let (none, what) = (String::new(), String::from("A number."));
    assert_eq!(
        sentence(&ready("")),
        Some((Text::UpdateReady, none.clone()))
    );
    assert_eq!(
        sentence(&ready(&what)),
        Some((Text::UpdateCorrects, what.clone()))
    );
    let taken_over = Offline {
        corrected: what.clone(),
        ..Offline::default()
    };
    assert_eq!(
        sentence(&taken_over),
        Some((Text::UpdateCorrected, what.clone()))
    );
    let late = Offline {
        is_late: true,
        ..ready(&what)
    };
    assert_eq!(sentence(&late), Some((Text::UpdateHeld, none)));
}

#[test]
fn nothing_is_switched_while_words_would_be_lost() {
    let mut offline = ready("A number.");
    offline.is_late = true;
    assert!(!offline.begin_switch(true));
    assert_eq!(
        offline.update_sentence(|| true),
        Some((Text::OfflineWords, ""))
    );
    // They have been saved since.
    assert_eq!(
        offline.update_sentence(|| false),
        Some((Text::UpdateCorrects, "A number."))
    );
    assert!(offline.begin_switch(false));
}

#[test]
fn words_are_looked_for_only_when_a_switch_was_held_up_by_them() {
    let ask = || panic!("nobody has to know");
    assert!(ready("").update_sentence(ask).is_some());
    assert_eq!(Offline::default().update_sentence(ask), None);
}
