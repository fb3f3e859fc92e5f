//! Turns a page's view into a complete HTML document, at once and without a runtime.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use domain::Theme;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::tachys::view::Position;

use super::{content_problems, footer::footer, header::header};
use crate::components::Html;
use crate::pages::{Assets, Frame, error::ErrorPage};

/// What of the browser's half a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// Nothing: the page is complete as it is.
    None,
    /// The islands.
    Islands,
    /// The islands and, soon after, the code editor.
    Workspace,
}

/// What stands in a page's head, and how its body is dressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head<'a> {
    /// The page's own title, without the site's name.
    pub title: &'a str,
    /// One sentence for search engines and previews.
    pub description: &'a str,
    /// The class of `body`; the page's style sheet hangs on it.
    pub page: &'static str,
    /// What the page needs to be alive.
    pub scripts: Scripts,
    /// Asks the browser to load the page again after so many seconds, where scripts do not do it better.
    pub reload_after_s: Option<u32>,
}

impl<'a> Head<'a> {
    /// The head of a page that needs nothing of the browser's half.
    pub fn plain(page: &'static str, title: &'a str, description: &'a str) -> Self {
        Self { title, description, page, scripts: Scripts::None, reload_after_s: None }
    }
}

/// Most pages are shorter; a longer one grows the text once or twice.
const USUAL_BYTES: usize = 64 * 1024;

/// Renders a whole document. `main` is called inside the owner that islands need.
pub(crate) fn document<V: IntoView>(frame: &Frame, head: Head<'_>, main: impl FnOnce() -> V) -> String {
    let mut html = String::with_capacity(USUAL_BYTES);
    write_top(&mut html, frame, head);
    in_owner(&mut html, || {
        view! {
            {header(frame)}
            <main id="main" tabindex="-1">{main()}</main>
            {footer(frame)}
        }
    });
    html.push_str("</body></html>");
    html
}

/// A document around a part that is drawn already and stays where it is: `before` writes what of the main part comes ahead
/// of it, `after` what follows. Neither has islands.
pub(crate) fn document_around(
    frame: &Frame,
    head: Head<'_>,
    before: impl FnOnce(&mut String),
    drawn: Bytes,
    after: impl FnOnce(&mut String),
) -> Document {
    let mut top = String::with_capacity(8 * 1024);
    write_top(&mut top, frame, head);
    write_still(&mut top, header(frame));
    top.push_str(r#"<main id="main" tabindex="-1">"#);
    before(&mut top);
    let mut end = String::with_capacity(4 * 1024);
    after(&mut end);
    end.push_str("</main>");
    write_still(&mut end, footer(frame));
    end.push_str("</body></html>");
    Document([top.into(), drawn, end.into()])
}

/// A document in pieces, to be sent one after the other: the large one in the middle is the same for many readers and is
/// never copied.
#[derive(Clone, Debug)]
pub struct Document(pub [Bytes; 3]);

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(&String::from_utf8_lossy(piece)))
    }
}

/// Writes the document down to where its header begins.
fn write_top(html: &mut String, frame: &Frame, head: Head<'_>) {
    write_head(html, &frame.assets, frame.theme, head, &frame.nonce);
    let mut top = Html::default();
    top.raw(r#"<body class=""#).text(head.page).raw(r#"">"#);
    top.raw(r##"<a class="skip-link" href="#main">Skip to the content</a>"##);
    content_problems::write(&mut top, &frame.content_problems);
    html.push_str(&top.finish());
}

/// An error page that needs no viewer, no theme and no script: for failures before or beside a page.
#[must_use]
pub fn error_page(assets: &Assets, page: &ErrorPage) -> String {
    let head = Head::plain("page-error", &page.title, &page.detail);
    let mut html = String::new();
    write_head(&mut html, assets, Theme::System, head, "");
    in_owner(&mut html, || {
        view! {
            <body class=head.page>
                <main id="main">{crate::pages::error::body(page)}</main>
            </body>
        }
    });
    html.push_str("</html>");
    html
}

/// Builds a view and writes it, under an owner that knows islands and is dropped afterwards.
fn in_owner<V: IntoView>(html: &mut String, build: impl FnOnce() -> V) {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| build().to_html_with_buf(html, &mut Position::FirstChild, true, false, Vec::new()));
}

/// Draws a part of a page that is the same for many, to be kept and set into each of them. To be called outside of a page
/// that is being drawn, whose owner it would replace.
pub(crate) fn fragment<V: IntoView>(build: impl FnOnce() -> V) -> String {
    let mut html = String::new();
    in_owner(&mut html, build);
    html
}

/// Draws a part without islands, wherever one is.
pub(super) fn still(view: impl IntoView) -> String {
    let mut html = String::new();
    write_still(&mut html, view);
    html
}

/// Writes a part without islands.
pub(crate) fn write_still(html: &mut String, view: impl IntoView) {
    view.to_html_with_buf(html, &mut Position::FirstChild, true, false, Vec::new());
}

/// Writes the document up to its body. Flat lines without a component between them: as a view they cost more than many a
/// page.
fn write_head(html: &mut String, assets: &Assets, theme: Theme, head: Head<'_>, nonce: &str) {
    let mut out = Html::default();
    out.raw(r#"<!DOCTYPE html><html lang="en" data-theme=""#).text(theme.as_str());
    out.raw(
        r#""><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>"#,
    );
    out.text(head.title).raw(r#" · Backroad</title><meta name="description" content=""#).text(head.description);
    out.raw(r#""><meta name="color-scheme" content="light dark">"#).raw(bar_colours(theme));
    if let Some(seconds) = head.reload_after_s {
        let seconds = seconds.to_string();
        out.raw(r#"<noscript><meta http-equiv="refresh" content=""#).text(&seconds).raw(r#""></noscript>"#);
    }
    out.raw(r#"<link rel="icon" type="image/svg+xml" href=""#).raw(super::logo::ICON);
    out.raw(r#""><link rel="stylesheet" href=""#).text(&assets.css).raw(r#"">"#);
    let client = match head.scripts {
        Scripts::None => None,
        Scripts::Islands => Some(&assets.lesson),
        Scripts::Workspace => Some(&assets.workspace),
    };
    if let Some(client) = client {
        out.raw(r#"<link rel="modulepreload" href=""#).text(&client.js).raw(r#"" nonce=""#).text(nonce);
        out.raw(r#""><link rel="preload" as="fetch" type="application/wasm" crossorigin="anonymous" href=""#);
        out.text(&client.wasm).raw(r#"">"#);
        if head.scripts == Scripts::Workspace {
            for module in std::iter::once(&assets.editor).chain(&assets.editor_parts) {
                out.raw(r#"<link rel="modulepreload" href=""#)
                    .text(module)
                    .raw(r#"" nonce=""#)
                    .text(nonce)
                    .raw(r#"">"#);
            }
        }
        // Names of our own client files: nothing in them could end the script.
        let script = LOADER.replace("{js}", &client.js).replace("{wasm}", &client.wasm);
        out.raw(r#"<script type="module" nonce=""#).text(nonce).raw(r#"">"#).script(&script).raw("</script>");
    }
    out.raw("</head>");
    html.push_str(&out.finish());
}

/// The colour of the browser's own bars: that of the page's ground in `style/tokens.css`.
fn bar_colours(theme: Theme) -> &'static str {
    match theme {
        Theme::System => concat!(
            r##"<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f4ec">"##,
            r##"<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#11171a">"##
        ),
        Theme::Light => r##"<meta name="theme-color" content="#f7f4ec">"##,
        Theme::Dark => r##"<meta name="theme-color" content="#11171a">"##,
    }
}

/// The module that starts the browser's half. `import()` can only be written in JavaScript, so it is handed over.
///
/// Islands are woken from the outside in, since an inner one may use what its outer one provides. The name of an
/// island's function holds a hash of its source, so client files of another build do not know it: the page then stays
/// what it is without scripts, and says why where a developer looks.
const LOADER: &str = r#"import init, * as client from "{js}";
await init({module_or_path: "{wasm}"});
client.start((url) => import(url));
for (const island of document.querySelectorAll("leptos-island")) {
  const wake = client[island.dataset.component];
  if (wake) wake(island);
  else console.error("The client files and the server are of different builds:", island.dataset.component);
}"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_names_both_files() {
        assert_eq!(LOADER.matches("{js}").count(), 1);
        assert_eq!(LOADER.matches("{wasm}").count(), 1);
    }
}
