//! The one place that puts compiled HTML into a page.

use leptos::prelude::*;

/// Compiled text of one route, made from the content compiler's trusted HTML and nothing else.
#[derive(Debug, Clone)]
pub struct Prose(String);

impl From<&bearings_content::TrustedHtml> for Prose {
    fn from(html: &bearings_content::TrustedHtml) -> Self {
        Self(html.as_str().to_owned())
    }
}

/// The article of a page.
#[component]
pub fn Article(
    /// The compiled text.
    article: Prose,
) -> impl IntoView {
    view! { <article id="article" inner_html=article.0></article> }
}
