//! `/road`: the next step, a map of all modules, and every module and lesson with the viewer's progress.

use domain::{Counts, Minutes, Pillar, StretchState};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Frame, LessonItem, Link, ModuleItem};
use crate::components::{Icon, Place, duration, lesson_row, map, meter, next_card, plural, state_word};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadPage {
    /// In order; all of them, whatever is asked for.
    pub modules: Vec<ModuleItem>,
    /// The one pillar that is asked for.
    pub pillar: Option<Pillar>,
    /// Lessons read.
    pub lessons: Counts,
    /// Exercises solved.
    pub exercises: Counts,
    /// The first lesson not read or exercise not solved; none when all is done.
    pub next: Option<Link>,
}

impl RoadPage {
    fn begun(&self) -> bool {
        self.lessons.done + self.exercises.done > 0
    }

    fn minutes(&self) -> Minutes {
        self.modules.iter().fold(Minutes::default(), |sum, module| sum.plus(module.minutes))
    }

    fn shows(&self, module: &ModuleItem) -> bool {
        self.pillar.is_none_or(|pillar| pillar == module.pillar)
    }
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &RoadPage) -> String {
    let head =
        Head::plain("page-road", "The road", "Every module, lesson and exercise, in the order in which to learn.");
    document(frame, head, || {
        view! {
            <header class="page-head">
                <h1>"The road"</h1>
                <p class="lead">"From how the web works to a first job in the back end. Lessons in order, each with something to do."</p>
                {match &page.next {
                    Some(link) => Either::Left(
                        next_card(if page.begun() { "Next for you" } else { "Start here" }, link),
                    ),
                    None => Either::Right(view! {
                        <p class="next-card is-done"><span class="next-words">"You have done all there is so far. Well driven."</span></p>
                    }),
                }}
                <div class="meters">{meter("Lessons read", page.lessons)}{meter("Exercises solved", page.exercises)}</div>
                <p class="road-time">{Icon::Clock.view()}{time_words(page.minutes())}</p>
            </header>
            {filter(page.pillar)}
            <section class="road-map" aria-labelledby="map">
                <h2 id="map">"The map"</h2>
                <p class="map-note">
                    "A module stands below what it builds on. Nothing is locked: go where you like. "
                    <a href="#modules">"The same as a list"</a>
                </p>
                <div inner_html=modules_map(page)></div>
            </section>
            <div id="modules" tabindex="-1">
                {page
                    .modules
                    .iter()
                    .filter(|module| page.shows(module))
                    .map(|module| module_stretch(module, page.next.as_ref()))
                    .collect_view()}
            </div>
        }
    })
}

/// An estimate for all of it, and for what is left.
pub(super) fn time_words(minutes: Minutes) -> String {
    let Minutes { all, left } = minutes;
    match left {
        0 => format!("{} in all, all of it done", duration(all)),
        _ if left == all => format!("{} of reading and doing", duration(all)),
        _ => format!("{} left of {}", duration(left), duration(all)),
    }
}

/// Links and no form: a choice is an address that can be kept and shared.
fn filter(chosen: Option<Pillar>) -> impl IntoView {
    let link = |pillar: Option<Pillar>| {
        let href = pillar.map_or_else(|| "/road".to_owned(), |pillar| format!("/road?pillar={pillar}"));
        view! {
            <a href=href aria-current=(chosen == pillar).then_some("true")>{pillar.map_or("Everything", Pillar::label)}</a>
        }
    };
    view! {
        <nav class="switch pillar-switch" aria-label="Show">
            {link(None)}
            {Pillar::ALL.map(|pillar| link(Some(pillar)))}
        </nav>
    }
}

fn modules_map(page: &RoadPage) -> String {
    let places: Vec<Place<'_>> = page
        .modules
        .iter()
        .map(|module| Place {
            link: &module.link,
            number: Some(module.number),
            state: module.state,
            here: page.next.as_ref().is_some_and(|next| module.lessons.iter().any(|lesson| lesson.holds(next))),
            aside: !page.shows(module),
            facts: time_short(module.minutes, module.state),
            stops: module.lessons.iter().map(|lesson| (&lesson.link, lesson.state())).collect(),
            after: after(&module.builds_on, page.modules.iter().map(|module| &module.link)),
        })
        .collect();
    map("Map of the modules", &places)
}

/// The lessons of one module on a map of their own.
pub(super) fn lessons_map(lessons: &[LessonItem]) -> String {
    let places: Vec<Place<'_>> = lessons
        .iter()
        .map(|lesson| Place {
            link: &lesson.link,
            number: None,
            state: lesson.state(),
            here: false,
            aside: false,
            facts: duration(lesson.minutes + lesson.exercises.iter().map(|exercise| exercise.minutes).sum::<u32>()),
            stops: Vec::new(),
            after: after(&lesson.builds_on, lessons.iter().map(|lesson| &lesson.link)),
        })
        .collect();
    map("Map of the lessons", &places)
}

/// Where these are among those.
fn after<'a>(these: &[Link], those: impl Iterator<Item = &'a Link>) -> Vec<usize> {
    let found = |(place, link): (usize, &Link)| these.iter().any(|one| one.href == link.href).then_some(place);
    those.enumerate().filter_map(found).collect()
}

fn time_short(minutes: Minutes, state: StretchState) -> String {
    match state {
        StretchState::Done | StretchState::Known => state_word(state).to_owned(),
        StretchState::Begun => format!("{} left", duration(minutes.left)),
        StretchState::New => duration(minutes.all),
    }
}

/// A module as a stretch of road with its stops.
fn module_stretch<'a>(module: &'a ModuleItem, next: Option<&'a Link>) -> impl IntoView + use<'a> {
    let heading = format!("module-{}", module.number);
    let labelled_by = heading.clone();
    let here = next.is_some_and(|next| module.lessons.iter().any(|lesson| lesson.holds(next)));
    let exercises = module.lessons.iter().map(|lesson| lesson.exercises.len()).sum();
    let contents = format!("{}, {}", plural(module.lessons.len(), "lesson"), plural(exercises, "exercise"));
    view! {
        <section class="stretch" aria-labelledby=labelled_by>
            <header class="stretch-head">
                <span class="sign" aria-hidden="true">{module.number}</span>
                <div>
                    <h2 id=heading>
                        <a href=module.link.href.as_str()>
                            <span class="visually-hidden">{format!("Module {}: ", module.number)}</span>
                            {module.link.title.as_str()}
                        </a>
                    </h2>
                    <p class="stretch-summary">{module.summary.as_str()}</p>
                    <p class="stretch-facts">
                        <span class="tag">{module.pillar.label()}</span>
                        {known_tag(module.state)}
                        <span>{Icon::Clock.view()}{time_words(module.minutes)}</span>
                    </p>
                    {builds_on(&module.builds_on)}
                    {meter("Done", module.done)}
                </div>
            </header>
            // Hundreds of rows are no list: what comes next is unfolded, the map shows the rest.
            <details class="stretch-lessons" open=here>
                <summary>{contents}</summary>
                <ol class="stops">{module.lessons.iter().map(|lesson| lesson_row(lesson, next)).collect_view()}</ol>
            </details>
        </section>
    }
}

pub(super) fn known_tag(state: StretchState) -> impl IntoView {
    (state == StretchState::Known).then(|| view! { <span class="tag is-done">{Icon::Check.view()}"Known"</span> })
}

/// What the ways on the map say, in words.
pub(super) fn builds_on(links: &[Link]) -> impl IntoView + use<'_> {
    (!links.is_empty()).then(|| {
        view! {
            <p class="builds-on">
                "Builds on "
                {links
                    .iter()
                    .enumerate()
                    .map(|(place, link)| view! {
                        {(place > 0).then_some(if place + 1 == links.len() { " and " } else { ", " })}
                        <a href=link.href.as_str()>{link.title.as_str()}</a>
                    })
                    .collect_view()}
                "."
            </p>
        }
    })
}
