//! "You were reading: … Go on?"

use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The card that leads back to where a person was. Empty and out of the way until there is a
/// place; `<html data-returning>`, set before the first paint, keeps its room free.
#[component]
pub fn ResumeCard() -> impl IntoView {
    view! {
        <section class="resume" data-resume="" aria-label=t(Text::ResumeLead)>
            <p class="resume-what">
                {t(Text::ResumeLead)} " " <strong></strong>
            </p>
            <a class="button" data-go-on="">{t(Text::ResumeGo)}</a>
        </section>
    }
}
