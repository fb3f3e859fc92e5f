//! Writes fragments that are drawn again and again by both halves: reports, output, small lists.
//!
//! A view's type grows with every element, and the browser's half pays for each of them in bytes. What is only ever
//! replaced as a whole is cheaper as text. Markup can only be a literal of this program; everything else goes through
//! [`Html::text`] and comes out escaped, in text and in quoted attributes alike.

use super::Icon;

/// HTML that is being written.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// Adds markup of ours.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text of anybody's.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        escape_into(text, &mut self.0);
        self
    }

    /// Adds a number.
    #[cfg(feature = "ssr")]
    pub(crate) fn number(&mut self, number: u32) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// Adds a script of ours. What could end it early is not written at all.
    #[cfg(feature = "ssr")]
    pub(crate) fn script(&mut self, script: &str) -> &mut Self {
        if !script.contains("</") && !script.contains("<!") {
            self.0.push_str(script);
        }
        self
    }

    /// Adds a drawing.
    pub(crate) fn icon(&mut self, icon: Icon) -> &mut Self {
        self.raw(r#"<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d=""#)
            .raw(icon.path())
            .raw(r#""/></svg>"#)
    }

    /// The HTML.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Adds text so that it is neither markup nor the end of a quoted attribute.
fn escape_into(text: &str, html: &mut String) {
    html.reserve(text.len());
    let mut rest = text;
    // All five are one byte long, and most of what is written holds none of them.
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// The inside of a `textarea`. Its parser drops a first line break, so one is added for it to drop.
pub(crate) fn textarea_text(code: &str) -> String {
    let mut html = String::from("\n");
    escape_into(code, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_textarea_keeps_every_line_and_no_markup() {
        assert_eq!(textarea_text("\nif a < b && c:\n"), "\n\nif a &lt; b &amp;&amp; c:\n");
        assert_eq!(textarea_text("</textarea><script>"), "\n&lt;/textarea&gt;&lt;script&gt;");
    }

    #[test]
    fn text_leaves_neither_its_element_nor_its_quotes() {
        let mut html = Html::default();
        html.raw("<p title=\"").text("\" onclick='x'").raw("\">").text("</p><b>").raw("</p>");
        assert_eq!(html.finish(), "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;/p&gt;&lt;b&gt;</p>");
    }
}
