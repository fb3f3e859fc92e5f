//! The header: the way home, the two places to be, the colours and the account.

use std::sync::LazyLock;

use domain::{Theme, Viewer};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Logo, document::still};
use crate::components::Icon;
use crate::pages::Frame;

pub(super) fn header(frame: &Frame) -> impl IntoView + use<'_> {
    let current = |place: &str| current(frame, place);
    view! {
        <header class="site-header">
            <a class="brand" href="/" aria-label="Backroad, home" inner_html=brand()></a>
            <nav class="site-nav" aria-label="Main">
                <a href="/road" aria-current=current("/road")>"Road"</a>
                <a href="/progress" aria-current=current("/progress")>"Progress"</a>
            </nav>
            <div class="site-tools">
                {theme_switch(frame)}
                <div class="site-account">{account(frame)}</div>
            </div>
        </header>
    }
}

/// Says of a link whether it leads to the part of the site that this page is in.
fn current(frame: &Frame, place: &str) -> Option<&'static str> {
    frame.path.starts_with(place).then_some("page")
}

/// Drawn once: it stands on every page.
fn brand() -> &'static str {
    static DRAWN: LazyLock<String> =
        LazyLock::new(|| still(view! { <Logo /><span class="brand-name">"Backroad"</span> }));
    &DRAWN
}

/// Three buttons of one form: a choice that works before any script and needs none.
fn theme_switch(frame: &Frame) -> impl IntoView + use<'_> {
    view! {
        <form class="theme-switch" method="post" action="/theme" aria-label="Colours">
            <input type="hidden" name="next" value=&*frame.path />
            <span class="theme-buttons" inner_html=theme_buttons(frame.theme)></span>
        </form>
    }
}

/// Drawn once for each theme: they stand on every page.
fn theme_buttons(current: Theme) -> &'static str {
    static DRAWN: LazyLock<Vec<(Theme, String)>> = LazyLock::new(|| {
        let draw = |theme| (theme, still(Theme::ALL.map(|choice| theme_button(choice, theme))));
        Theme::ALL.into_iter().map(draw).collect()
    });
    DRAWN.iter().find(|(theme, _)| *theme == current).map_or("", |(_, html)| html)
}

fn theme_button(theme: Theme, current: Theme) -> impl IntoView {
    let (icon, label) = match theme {
        Theme::System => (Icon::System, "Colours: as the system is set"),
        Theme::Light => (Icon::Sun, "Colours: light"),
        Theme::Dark => (Icon::Moon, "Colours: dark"),
    };
    view! {
        <button name="theme" value=theme.as_str() aria-pressed=(theme == current).to_string() title=label>
            {icon.view()}
            <span class="visually-hidden">{label}</span>
        </button>
    }
}

fn account(frame: &Frame) -> impl IntoView + use<'_> {
    match &frame.viewer {
        Viewer::Visitor | Viewer::Guest => Either::Left(view! {
            <a class="button is-quiet" href=with_next("/login", &frame.path)>"Log in"</a>
            <a class="button" href=with_next("/register", &frame.path)>"Register"</a>
        }),
        Viewer::Account { name, open_problems } => Either::Right(view! {
            <details class="menu">
                <summary class="button is-quiet">
                    <span class="avatar" aria-hidden="true">{initial(name)}</span>
                    <span class="menu-name">{name.as_str()}</span>
                    {open_problems.filter(|open| *open > 0).map(|open| view! {
                        <span class="count">{open}<span class="visually-hidden">" reported problems"</span></span>
                    })}
                </summary>
                <div class="menu-panel">
                    <p class="menu-who">"Logged in as "<strong>{name.as_str()}</strong></p>
                    <a href="/progress">"Your progress"</a>
                    {open_problems.map(|open| view! {
                        <a href="/admin/problems" aria-current=current(frame, "/admin/problems")>
                            "Reported problems"
                            {(open > 0).then(|| view! { <span class="count">{open}<span class="visually-hidden">" open"</span></span> })}
                        </a>
                    })}
                    <form method="post" action="/logout">
                        <button class="link-button">"Log out"</button>
                    </form>
                </div>
            </details>
        }),
    }
}

/// The first letter of a name, as its badge.
fn initial(name: &str) -> String {
    name.chars()
        .find(|letter| letter.is_alphanumeric())
        .map_or_else(|| "·".to_owned(), |letter| letter.to_uppercase().collect())
}

/// An account page that leads back to where the viewer was; pages of the account itself are no place to return to.
fn with_next(page: &str, path: &str) -> String {
    if path == "/" || ["/login", "/register"].iter().any(|own| path.starts_with(own)) {
        return page.to_owned();
    }
    format!("{page}?next={}", crate::components::query_value(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_an_initial_in_any_script() {
        assert_eq!(initial("ada"), "A");
        assert_eq!(initial("\"émile\""), "É");
        assert_eq!(initial("…"), "·");
    }

    #[test]
    fn account_pages_lead_back_to_where_one_was() {
        assert_eq!(
            with_next("/login", "/exercises/a/b?language=python"),
            "/login?next=/exercises/a/b%3Flanguage%3Dpython"
        );
        assert_eq!(with_next("/login", "/register?next=/road"), "/login");
        assert_eq!(with_next("/login", "/"), "/login");
    }
}
