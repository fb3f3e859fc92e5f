//! Turns a page's view into a complete HTML document, at once and without a runtime.

use std::sync::Arc;

use domain::Theme;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::tachys::view::Position;

use super::{footer::footer, header::header};
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
const USUAL_BYTES: usize = 24 * 1024;

/// Renders a whole document. `main` is called inside the owner that islands need.
pub(crate) fn document<V: IntoView>(frame: &Frame, head: Head<'_>, main: impl FnOnce() -> V) -> String {
    in_owner(|| {
        let alive = head.scripts != Scripts::None;
        view! {
            <!DOCTYPE html>
            <html lang="en" data-theme=frame.theme.as_str()>
                <head>
                    {head_view(&frame.assets, frame.theme, head)}
                    {alive.then(|| client(&frame.assets, &frame.nonce, head.scripts))}
                </head>
                <body class=head.page>
                    <a class="skip-link" href="#main">"Skip to the content"</a>
                    {header(frame)}
                    <main id="main" tabindex="-1">{main()}</main>
                    {footer(frame)}
                </body>
            </html>
        }
    })
}

/// An error page that needs no viewer, no theme and no script: for failures before or beside a page.
#[must_use]
pub fn error_page(assets: &Assets, page: &ErrorPage) -> String {
    in_owner(|| {
        let head = Head::plain("page-error", &page.title, &page.detail);
        view! {
            <!DOCTYPE html>
            <html lang="en" data-theme="system">
                <head>{head_view(assets, Theme::System, head)}</head>
                <body class=head.page>
                    <main id="main">{crate::pages::error::body(page)}</main>
                </body>
            </html>
        }
    })
}

/// Builds a view and writes it, under an owner that knows islands and is dropped afterwards.
fn in_owner<V: IntoView>(build: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        let mut html = String::with_capacity(USUAL_BYTES);
        build().to_html_with_buf(&mut html, &mut Position::FirstChild, true, false, Vec::new());
        html
    })
}

fn head_view<'a>(assets: &'a Assets, theme: Theme, head: Head<'a>) -> impl IntoView + use<'a> {
    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{format!("{} · Backroad", head.title)}</title>
        <meta name="description" content=head.description />
        <meta name="color-scheme" content="light dark" />
        {bar_colours(theme)}
        {head.reload_after_s.map(|seconds| view! {
            <noscript><meta http-equiv="refresh" content=seconds /></noscript>
        })}
        <link rel="icon" type="image/svg+xml" href=super::logo::ICON />
        <link rel="stylesheet" href=assets.css.as_str() />
    }
}

/// The colour of the browser's own bars: that of the page's ground in `style/tokens.css`.
fn bar_colours(theme: Theme) -> impl IntoView {
    let colour = |media: Option<&'static str>, colour: &'static str| {
        leptos::html::meta().name("theme-color").attr("media", media).content(colour)
    };
    let (light, dark) = ("#f7f4ec", "#11171a");
    match theme {
        Theme::System => vec![
            colour(Some("(prefers-color-scheme: light)"), light),
            colour(Some("(prefers-color-scheme: dark)"), dark),
        ],
        Theme::Light => vec![colour(None, light)],
        Theme::Dark => vec![colour(None, dark)],
    }
}

/// Loads the browser's half without blocking the page, and wakes each island by the function named on it.
fn client<'a>(assets: &'a Assets, nonce: &'a str, scripts: Scripts) -> impl IntoView + use<'a> {
    let script = LOADER.replace("{js}", &assets.js).replace("{wasm}", &assets.wasm);
    view! {
        <link rel="modulepreload" href=assets.js.as_str() nonce=nonce />
        <link rel="preload" r#as="fetch" r#type="application/wasm" crossorigin="anonymous" href=assets.wasm.as_str() />
        {(scripts == Scripts::Workspace).then(|| view! {
            <link rel="modulepreload" href=assets.editor.as_str() nonce=nonce />
        })}
        <script type="module" nonce=nonce inner_html=script></script>
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
