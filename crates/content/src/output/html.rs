//! Writes HTML. What comes from the content goes through [`Html::text`], which escapes it.

/// HTML that the content compiler made: nobody else can, so the app may show it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedHtml(String);

impl TrustedHtml {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// HTML while it is written.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// Markup: only ever a literal of this crate, or what was escaped before.
    pub fn raw(&mut self, markup: &str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Text between tags or in an attribute with double quotes.
    pub fn text(&mut self, text: &str) -> &mut Html {
        for char in text.chars() {
            match char {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
        self
    }

    pub fn trust(self) -> TrustedHtml {
        TrustedHtml(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut html = Html::default();
        html.raw("<p title=\"")
            .text("a\"b")
            .raw("\">")
            .text("<b> & co")
            .raw("</p>");
        assert_eq!(
            html.trust().as_str(),
            "<p title=\"a&quot;b\">&lt;b&gt; &amp; co</p>"
        );
    }
}
