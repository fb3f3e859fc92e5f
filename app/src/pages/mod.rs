//! One file a page: the data it needs, and its view.

pub mod account;
pub mod error;
pub mod exercise;
pub mod history;
pub mod home;
pub mod lesson;
pub mod module;
pub mod problems;
pub mod progress;
pub mod project;
pub mod quiz;
pub mod road;
pub mod try_result;

pub use crate::data::Link;

use std::sync::Arc;

use domain::{Counts, ExerciseKind, ExerciseState, Language, Minutes, Pillar, StretchState, Theme, Timestamp, Viewer};

/// What every page needs besides its own data.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// For whom.
    pub viewer: Viewer,
    /// In which colours.
    pub theme: Theme,
    /// The path and query of this page, where forms in the header return to.
    pub path: Arc<str>,
    /// Of this response; every script carries it.
    pub nonce: Arc<str>,
    /// Where the client files are.
    pub assets: Arc<Assets>,
    /// The language the viewer chose last (cookie `language`, set by the pages themselves); shown first where there is
    /// a choice.
    pub language: Language,
    /// What is wrong with content that somebody is writing (`serve --watch`), by file and line.
    pub content_problems: Arc<Vec<String>>,
}

/// Addresses of the client files, each with the hash of its content in its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// What wakes the islands of a lesson.
    pub lesson: Client,
    /// What wakes the workspace.
    pub workspace: Client,
    /// The editor, loaded by the workspace only.
    pub editor: String,
    /// What the editor cannot begin without.
    pub editor_parts: Vec<String>,
}

/// The files of one kind of page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The glue that loads the WebAssembly module.
    pub js: String,
    /// The WebAssembly module that hydrates the islands.
    pub wasm: String,
}

/// An exercise in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseItem {
    /// Where it is.
    pub link: Link,
    /// How it is judged.
    pub kind: ExerciseKind,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// 1 to 10.
    pub difficulty: u8,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// Stages passed, of all, where it is a project.
    pub stages: Option<Counts>,
}

/// A stage of a project in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageItem {
    /// Where it is.
    pub link: Link,
    /// Its place in the project, from 1.
    pub number: u32,
    /// One sentence.
    pub summary: String,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// 1 to 10.
    pub difficulty: u8,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// Whether the viewer may work on it.
    pub open: bool,
    /// When the viewer first passed it.
    pub passed_at: Option<Timestamp>,
}

/// A lesson in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonItem {
    /// Where it is.
    pub link: Link,
    /// One sentence.
    pub summary: String,
    /// Minutes of reading.
    pub minutes: u32,
    /// Whether the viewer marked it as read.
    pub read: bool,
    /// What there is to do.
    pub exercises: Vec<ExerciseItem>,
    /// The lessons that introduce what it presumes.
    pub builds_on: Vec<Link>,
}

impl LessonItem {
    /// How far the viewer is with it and its exercises.
    pub(crate) fn state(&self) -> StretchState {
        let mut states = self.exercises.iter().map(|exercise| exercise.state);
        match self.read {
            true if states.all(|state| state == ExerciseState::Solved) => StretchState::Done,
            true => StretchState::Begun,
            false if states.any(|state| state != ExerciseState::New) => StretchState::Begun,
            false => StretchState::New,
        }
    }

    /// Whether an address is its own or one of its exercises'.
    pub(crate) fn holds(&self, link: &Link) -> bool {
        self.link.href == link.href || self.exercises.iter().any(|exercise| exercise.link.href == link.href)
    }
}

/// A module in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleItem {
    /// Where it is.
    pub link: Link,
    /// Its place on the road, from 1.
    pub number: u32,
    /// One or two sentences.
    pub summary: String,
    /// The side of the trade it belongs to.
    pub pillar: Pillar,
    /// How far the viewer is.
    pub state: StretchState,
    /// Its lessons in order.
    pub lessons: Vec<LessonItem>,
    /// Lessons read and exercises solved, of all of both.
    pub done: Counts,
    /// For reading and for exercises.
    pub minutes: Minutes,
    /// The modules whose lessons introduce what its own presume.
    pub builds_on: Vec<Link>,
}
