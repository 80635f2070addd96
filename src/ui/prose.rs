//! The one place that puts compiled HTML into a page.

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
