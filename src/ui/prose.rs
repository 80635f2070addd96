//! The one place that puts compiled HTML into a page.

use crate::browser::controls;
use leptos::ev::Event;
use leptos::prelude::*;

/// Compiled text of one route, made from the content compiler's trusted HTML and nothing else.
#[derive(Debug, Clone)]
pub struct Prose(String);

#[cfg(feature = "ssr")]
impl From<&bearings_content::TrustedHtml> for Prose {
    fn from(html: &bearings_content::TrustedHtml) -> Self {
        Self(html.as_str().to_owned())
    }
}

/// The article of the page.
///
/// On the host it holds the compiled text. In the browser the text is already there: hydration
/// leaves the element's content alone, and later pages are moved in by `browser::page`.
#[component]
pub fn Article(
    /// The compiled text, on the host only.
    article: Option<Prose>,
) -> impl IntoView {
    let html = article.map_or_else(String::new, |prose| prose.0);
    view! { <article id="article" inner_html=html></article> }
}

/// Parts that stand in the finished page like its text, and that the app only sets to work. In the
/// browser they are there already.
#[component]
pub fn Finished(
    /// The parts, on the host only.
    html: String,
    /// What the controls do, by their names; the flag says whether a control is checked.
    act: impl Fn(&str, bool) + Copy + 'static,
) -> impl IntoView {
    let hear = move |event: &Event| {
        if let Some((name, is_on)) = controls::asked(event) {
            act(&name, is_on);
        }
    };
    view! {
        <div
            data-finished=""
            inner_html=html
            on:click=move |event| hear(&event)
            on:change=move |event| hear(&event)
            on:input=move |event| hear(&event)
            on:submit=move |event| hear(&event)
        ></div>
    }
}
