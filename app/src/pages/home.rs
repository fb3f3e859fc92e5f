//! `/`: what this is, and where to begin.

use domain::Viewer;
use leptos::either::Either;
use leptos::prelude::*;

use super::{Frame, Link};
use crate::components::{Icon, meter, plural};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// How many lessons there are.
    pub lessons: u32,
    /// How many exercises there are.
    pub exercises: u32,
    /// Where the road begins.
    pub first: Link,
    /// Where this viewer goes on, if there is saved work.
    pub next: Option<Link>,
    /// The modules there are.
    pub modules: Vec<super::ModuleItem>,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &HomePage) -> String {
    let head = Head::plain(
        "page-home",
        "Learn back-end development by doing it",
        "Short lessons, and exercises judged in your browser's next breath by hidden tests. Free, and without an account.",
    );
    document(frame, head, || {
        view! {
            {hero(frame, page)}
            {ways()}
            {road_ahead(page)}
        }
    })
}

fn hero<'a>(frame: &'a Frame, page: &'a HomePage) -> impl IntoView + use<'a> {
    let greeting = match &frame.viewer {
        Viewer::Account { name, .. } => {
            Some(view! { <p class="hero-greeting">{format!("Good to see you, {name}.")}</p> })
        }
        _ => None,
    };
    let action = match &page.next {
        Some(next) => Either::Left(view! {
            <a class="button is-primary is-large" href=next.href.as_str()>
                <span><span class="button-words">"Continue: "</span>{next.title.as_str()}</span>
                {Icon::Next.view()}
            </a>
            <a class="button is-quiet is-large" href="/road">"See the road"</a>
        }),
        None => Either::Right(view! {
            <a class="button is-primary is-large" href=page.first.href.as_str()>"Read the first lesson"{Icon::Next.view()}</a>
            <a class="button is-quiet is-large" href="/road">"See the road"</a>
        }),
    };
    view! {
        <section class="hero">
            <div class="hero-words">
                {greeting}
                <h1>"Learn the back\u{a0}end by building it."</h1>
                <p class="lead">
                    "Short lessons on what happens behind a web page. After each one you write code that does a real job, "
                    "in Python or JavaScript, and hidden tests tell you at once what works and what does not."
                </p>
                <p class="actions">{action}</p>
                <p class="hero-facts">{facts(frame, page)}</p>
            </div>
            {landscape()}
        </section>
    }
}

/// What there is, and for those who have no account that they need none.
fn facts(frame: &Frame, page: &HomePage) -> String {
    let (lessons, exercises) = (page.lessons as usize, page.exercises as usize);
    let there_is = format!("{} and {} so far.", plural(lessons, "lesson"), plural(exercises, "exercise"));
    match frame.viewer {
        Viewer::Account { .. } => there_is,
        Viewer::Visitor | Viewer::Guest => format!("{there_is} No account needed to begin."),
    }
}

/// A lane into the hills. Drawn with classes only, so that it follows the colours of the page.
fn landscape() -> impl IntoView {
    view! {
        <svg class="landscape" viewBox="0 0 480 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
            <rect class="land-sky" width="480" height="400" />
            <circle class="land-sun" cx="344" cy="104" r="40" />
            <path class="land-far" d="M0 190c60-34 112-44 168-22s92 8 140-22 116-30 172 6v248H0z" />
            <path class="land-middle" d="M0 236c70-30 130-24 190 0s120 26 170 2 84-22 120-8v170H0z" />
            <path class="land-near" d="M0 282c90-26 180-20 260 4s150 22 220-6v120H0z" />
            <path class="land-lane" d="M262 186c-20 12-36 18-30 30s64 16 62 34-112 26-128 56-4 62 10 94h200c-34-36-92-58-84-88s98-40 92-70-84-24-92-38-10-12-30-18z" />
            <path class="land-dashes" d="M258 196c-12 8-12 14 2 20s60 18 58 36-106 30-112 64 20 58 66 84" />
            <path class="land-post" d="M104 282v58" />
            <path class="land-plate" d="M80 244h48v38H80z" />
            <path class="land-arrow" d="M93 263h20M106 255l8 8-8 8" />
            <path class="land-tree" d="M404 300v-26M404 234l18 42h-36zM436 292v-20M436 242l14 32h-28z" />
        </svg>
    }
}

/// What makes a day here: three things, each true.
fn ways() -> impl IntoView {
    view! {
        <section class="ways" aria-labelledby="how">
            <h2 id="how">"How it goes"</h2>
            <ol class="way-list">
                <li class="way">
                    <h3>"Read for ten minutes"</h3>
                    <p>"One idea a lesson, in plain English, with code you can change and run on the page."</p>
                </li>
                <li class="way">
                    <h3>"Write it yourself"</h3>
                    <p>"Each lesson ends with a small job of the kind people do at work. Press Run as often as you like."</p>
                </li>
                <li class="way">
                    <h3>"Know why it failed"</h3>
                    <p>"A failing test says in a sentence what went wrong: the input, what was expected, what your code gave."</p>
                </li>
            </ol>
        </section>
    }
}

fn road_ahead(page: &HomePage) -> impl IntoView + use<'_> {
    view! {
        <section class="ahead" aria-labelledby="ahead">
            <h2 id="ahead">"The road ahead"</h2>
            <ol class="ahead-list">
                {page
                    .modules
                    .iter()
                    .map(|module| view! {
                        <li class="ahead-item">
                            <span class="sign" aria-hidden="true">{module.number}</span>
                            <div>
                                <h3><a href=module.link.href.as_str()>{module.link.title.as_str()}</a></h3>
                                <p>{module.summary.as_str()}</p>
                                <ul class="ahead-lessons">
                                    {module
                                        .lessons
                                        .iter()
                                        .map(|lesson| view! { <li><a href=lesson.link.href.as_str()>{lesson.link.title.as_str()}</a></li> })
                                        .collect_view()}
                                </ul>
                                {(module.done.done > 0).then(|| meter("Done", module.done))}
                            </div>
                        </li>
                    })
                    .collect_view()}
            </ol>
        </section>
    }
}
