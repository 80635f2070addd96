//! The one place that puts compiled HTML into a page.

use leptos::prelude::*;

/// Compiled text of one route, made from the content compiler's trusted HTML and nothing else.
#[derive(Debug, Clone)]
pub struct Prose {
    html: String,
    /// What `lang` and `dir` say of it, where its language is another than that of the page.
    lang: Option<(String, &'static str)>,
}

impl From<&bearings_content::TrustedHtml> for Prose {
    fn from(html: &bearings_content::TrustedHtml) -> Self {
        Self {
            html: html.as_str().to_owned(),
            lang: None,
        }
    }
}

impl Prose {
    /// The same, in another language than the page around it: its code and its direction.
    #[must_use]
    pub fn in_lang(self, code: &str, dir: &'static str) -> Self {
        Self {
            lang: Some((code.to_owned(), dir)),
            ..self
        }
    }
}

/// The article of a page.
#[component]
pub fn Article(
    /// The compiled text.
    article: Prose,
) -> impl IntoView {
    let Prose { html, lang } = article;
    let (lang, dir) = lang.unzip();
    view! { <article id="article" lang=lang dir=dir inner_html=html></article> }
}
