//! `/road/{module}/{lesson}`: a lesson to read, try and answer.

use std::sync::Arc;

use bytes::Bytes;
use domain::{Block, ExerciseKind, Language, TocEntry, TryVariant};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use super::{ExerciseItem, Frame, Link};
use crate::components::{Icon, exercise_row, pager, quiz, report_problem};
use crate::islands::{TryCode, TryIt};
use crate::layout::{Document, Head, Scripts, document_around, fragment, write_still};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonPage {
    /// The lesson itself, drawn once at start.
    pub lesson: Arc<DrawnLesson>,
    /// What there is to do.
    pub exercises: Vec<ExerciseItem>,
    /// The lessons that introduce what it presumes, and whether the viewer read them.
    pub builds_on: Vec<(Link, bool)>,
    /// The lesson before it on the road.
    pub previous: Option<Link>,
    /// The lesson after it on the road.
    pub next: Option<Link>,
    /// Whether the viewer marked it as read.
    pub read: bool,
    /// Where `POST` marks it as read.
    pub read_action: String,
}

/// What of a lesson is the same for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonBody {
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Minutes of reading.
    pub minutes: u32,
    /// The second-level headings.
    pub toc: Vec<TocEntry>,
    /// The text, the code to try and the quizzes, in order.
    pub blocks: Vec<Block>,
    /// Standards and books it rests on.
    pub sources: Vec<Source>,
}

/// A standard, a book or a page that a lesson rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// How it is called.
    pub title: String,
    /// Where it can be read, if it can be read freely.
    pub url: Option<String>,
}

/// A lesson whose text is HTML already. Drawing it costs ten times what the rest of its page does, and it is the same for
/// everybody but for the language that is shown first.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnLesson {
    title: String,
    summary: String,
    /// What comes before the text: for those who have not read it, and for those who have.
    tops: [String; 2],
    /// Whether there is something in it that a script makes better.
    alive: bool,
    /// The text and the sources by the language shown first; under `None` for readers of any other.
    texts: Vec<(Option<Language>, Bytes)>,
}

impl DrawnLesson {
    /// Draws a lesson of a module that lives at `path`.
    #[must_use]
    pub fn draw(body: &LessonBody, module: &Link, path: &str) -> Self {
        let mut languages = vec![None];
        for block in &body.blocks {
            let Block::Try(variants) = block else { continue };
            for variant in variants {
                if !languages.contains(&Some(variant.language)) {
                    languages.push(Some(variant.language));
                }
            }
        }
        let text = |shown: Option<Language>| {
            fragment(|| {
                let (mut tries, mut quizzes) = (1.., 1..);
                let blocks = body.blocks.iter().map(|block| {
                    let number = match block {
                        Block::Html(_) => None,
                        Block::Try(_) => tries.next(),
                        Block::Quiz(_) => quizzes.next(),
                    };
                    block_view(shown, path, number.unwrap_or_default(), block)
                });
                view! {
                    {blocks.collect_view()}
                    {sources(&body.sources)}
                }
            })
        };
        Self {
            title: body.title.clone(),
            summary: body.summary.clone(),
            tops: [false, true].map(|read| top(body, module, read)),
            alive: body.blocks.iter().any(|block| matches!(block, Block::Try(_) | Block::Quiz(_))),
            texts: languages.into_iter().map(|shown| (shown, text(shown).into())).collect(),
        }
    }

    fn text(&self, preferred: Language) -> Bytes {
        let of = |language| self.texts.iter().find(|(shown, _)| *shown == language);
        of(Some(preferred)).or_else(|| of(None)).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &LessonPage) -> Document {
    let lesson = &*page.lesson;
    let mut head = Head::plain("page-lesson", &lesson.title, &lesson.summary);
    if lesson.alive {
        head.scripts = Scripts::Islands;
    }
    let before = |html: &mut String| {
        html.push_str(&lesson.tops[usize::from(page.read)]);
        write_still(html, builds_on(&page.builds_on));
        html.push_str(r#"<div class="lesson-text">"#);
    };
    let after = |html: &mut String| {
        html.push_str("</div>");
        write_still(html, onward(page));
        html.push_str("</div></article>");
    };
    document_around(frame, head, before, lesson.text(frame.language), after)
}

/// The page down to the part that holds the text.
fn top<'a>(body: &'a LessonBody, module: &'a Link, read: bool) -> String {
    let mut html = fragment(|| {
        view! {
            <header class="page-head lesson-head">{head(body, module, read)}</header>
            {(body.toc.len() > 1).then(|| view! {
                <nav class="toc" aria-labelledby="toc-title">{toc(&body.toc)}</nav>
            })}
        }
    });
    html.insert_str(0, r#"<article class="lesson">"#);
    html.push_str(r#"<div class="lesson-body">"#);
    html
}

fn head<'a>(body: &'a LessonBody, module: &'a Link, read: bool) -> impl IntoView + use<'a> {
    view! {
        <nav class="crumbs" aria-label="Where you are">
            <a href="/road">"The road"</a>
            <a href=module.href.as_str()>{module.title.as_str()}</a>
        </nav>
        <h1>{body.title.as_str()}</h1>
        <p class="lead">{body.summary.as_str()}</p>
        <p class="lesson-facts">
            <span>{Icon::Clock.view()}{format!("{} min", body.minutes)}</span>
            {read.then(|| view! { <span class="tag is-done">{Icon::Check.view()}"Read"</span> })}
        </p>
    }
}

/// Everybody may read everything: this only says what comes before it.
fn builds_on(lessons: &[(Link, bool)]) -> impl IntoView + use<'_> {
    (!lessons.is_empty()).then(|| view! {
        <aside class="lesson-before" aria-label="What this lesson builds on">
            <p>"Builds on"</p>
            <ul>
                {lessons
                    .iter()
                    .map(|(link, read)| view! {
                        <li>
                            <a href=link.href.as_str()>{link.title.as_str()}</a>
                            {read.then(|| view! { <span class="before-read">{Icon::Check.view()}<span class="visually-hidden">"read"</span></span> })}
                        </li>
                    })
                    .collect_view()}
            </ul>
        </aside>
    })
}

fn toc(entries: &[TocEntry]) -> impl IntoView + use<'_> {
    view! {
        <p class="toc-title" id="toc-title">"On this page"</p>
        <ol>
            {entries
                .iter()
                .map(|entry| view! { <li><a href=format!("#{}", entry.anchor)>{entry.text.as_str()}</a></li> })
                .collect_view()}
        </ol>
    }
}

fn block_view<'a>(preferred: Option<Language>, path: &str, number: usize, block: &'a Block) -> impl IntoView + use<'a> {
    match block {
        Block::Html(html) => EitherOf3::A(view! { <div class="prose" inner_html=html.as_str()></div> }),
        Block::Try(variants) => EitherOf3::B(view! {
            <TryIt number variants=try_codes(variants) preferred back=path.to_owned() />
        }),
        Block::Quiz(questions) => EitherOf3::C(quiz(number, questions)),
    }
}

fn try_codes(variants: &[TryVariant]) -> Vec<TryCode> {
    let code = |variant: &TryVariant| TryCode {
        language: variant.language,
        code: variant.code.clone(),
        output: variant.output.clone(),
        highlighted: variant.highlighted.clone(),
    };
    variants.iter().map(code).collect()
}

fn sources(sources: &[Source]) -> impl IntoView + use<'_> {
    (!sources.is_empty()).then(|| view! {
        <aside class="sources" aria-labelledby="sources">
            <h2 id="sources">"Sources"</h2>
            <ul>
                {sources
                    .iter()
                    .map(|source| match web_address(source) {
                        Some(url) => Either::Left(view! { <li><a href=url rel="external">{source.title.as_str()}</a></li> }),
                        None => Either::Right(view! { <li>{source.title.as_str()}</li> }),
                    })
                    .collect_view()}
            </ul>
        </aside>
    })
}

/// Where a source can be read. An address of another kind than the web's is shown as no link.
fn web_address(source: &Source) -> Option<&str> {
    source.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// What to do after reading: the exercise first, then the mark, then the way on.
fn onward(page: &LessonPage) -> impl IntoView + use<'_> {
    let (value, words) = if page.read { ("false", "Mark as not read") } else { ("true", "Mark as read") };
    let class = if page.read { "button is-quiet" } else { "button" };
    let only_quizzes = page.exercises.iter().all(|exercise| exercise.kind == ExerciseKind::Quiz);
    let (call, open) = if only_quizzes {
        ("Reading is half of it. See what stayed while it is fresh.", "Open the quiz")
    } else {
        ("Reading is half of it. Write it yourself while it is fresh.", "Open the exercise")
    };
    view! {
        {(!page.exercises.is_empty()).then(|| view! {
            <section class="todo" aria-labelledby="todo">
                <h2 id="todo">"Now you"</h2>
                <p>{call}</p>
                <ul class="exercise-list">{page.exercises.iter().map(exercise_row).collect_view()}</ul>
                {page.exercises.first().map(|exercise| view! {
                    <a class="button is-primary" href=exercise.link.href.as_str()>{open}{Icon::Next.view()}</a>
                })}
            </section>
        })}
        <form class="read-form" method="post" action=page.read_action.as_str()>
            <input type="hidden" name="read" value=value />
            <button class=class>{(!page.read).then(|| Icon::Check.view())}{words}</button>
        </form>
        {report_problem(page.read_action.trim_end_matches("/read"))}
        {pager("Lessons", page.previous.as_ref(), page.next.as_ref())}
    }
}
