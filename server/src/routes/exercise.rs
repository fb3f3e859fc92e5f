//! `GET /exercises/{module}/{slug}`: the workspace, or the page of a quiz or a project; below it those of its stages.

use std::collections::BTreeMap;

use app::{
    data::OwnPanel,
    pages::{
        exercise::{EditorState, ExercisePage, TestItem, render},
        project as project_page, quiz,
    },
};
use axum::{
    extract::{Path, Query, State},
    response::Html,
};
use curriculum::Exercise;
use domain::{
    Draft, ExerciseKind, ExerciseState, Language, LearnerId, Report, Solutions, SourceFile, SubmissionId,
    SubmissionSummary, Timestamp,
};
use serde::Deserialize;

use super::{draft::draft_hash, place::ExercisePlace, project};
use crate::{
    content::{Content, Progress, lesson_link},
    error::Failure,
    identity::Asking,
    own_input,
    page::PageContext,
    paths,
    state::AppState,
};

/// How many submissions the page lists.
const HISTORY: usize = 20;

/// What the address asks to see.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The language; the one chosen last, or the exercise's first, where none or another one is named.
    #[serde(default)]
    language: String,
    /// The submission whose report is shown; the newest where none is named.
    submission: Option<String>,
}

/// What the page shows besides what is stored.
#[derive(Debug, Default)]
pub struct Showing {
    /// The language.
    pub language: Option<Language>,
    /// The submission.
    pub submission: Option<SubmissionId>,
    /// Code that was sent and could not be taken: it stays in the editor.
    pub typed: Option<Vec<SourceFile>>,
    /// Why it could not be taken.
    pub problem: Option<String>,
    /// An input of one's own, and what came of it.
    pub own: Option<OwnPanel>,
}

/// The page.
pub async fn show(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    Query(wanted): Query<Wanted>,
    asking: Asking,
    page: PageContext,
) -> Result<Html<String>, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    if exercise.kind == ExerciseKind::Project {
        if wanted.submission.is_some() {
            return Err(Failure::NotFound);
        }
        let progress = Progress::of(app.store(), asking.learner()).await?;
        let data = project::gather(&content, exercise, &progress);
        return Ok(Html(project_page::render(&page.frame(), &data)));
    }
    if exercise.stage.is_some() {
        let progress = Progress::of(app.store(), asking.learner()).await?;
        if let Some(data) = project::ahead(&content, exercise, &progress) {
            return Ok(Html(project_page::render_ahead(&page.frame(), &data)));
        }
    }
    if exercise.kind == ExerciseKind::Quiz {
        if wanted.submission.is_some() {
            return Err(Failure::NotFound);
        }
        let data = super::quiz::gather(&app, &content, exercise, asking.learner(), None).await?;
        return Ok(Html(quiz::render(&page.frame(), &data)));
    }
    let showing = Showing {
        language: wanted.language.parse().ok().or(page.language()),
        submission: wanted.submission.map(SubmissionId::new),
        ..Showing::default()
    };
    let data = gather(&app, &content, exercise, asking.learner(), showing).await?;
    Ok(Html(render(&page.frame(), &data)))
}

/// Gathers the page's data; also for the answer to a form that could not be taken.
pub async fn gather(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    learner: Option<&LearnerId>,
    showing: Showing,
) -> Result<ExercisePage, Failure> {
    let Work { drafts, history, state, report, waiting, given_up, outdated } =
        Work::of(app, exercise, learner, showing.submission).await?;
    let stage = match exercise.stage {
        Some(_) => project::place(content, exercise, &Progress::of(app.store(), learner).await?),
        None => None,
    };
    let mut passed = passed_before(app, content, exercise, learner).await?;
    let language = showing
        .language
        .filter(|language| exercise.languages.contains(language))
        .or(exercise.languages.first().copied())
        .ok_or(Failure::NotFound)?;
    let mut editors: Vec<EditorState> = exercise
        .variants
        .iter()
        .map(|(&language, variant)| EditorState {
            language,
            starter: passed.remove(&language).unwrap_or_else(|| variant.starter.clone()),
            draft: drafts.iter().find(|draft| draft.language == language).cloned(),
        })
        .collect();
    if let (Some(typed), Some(editor)) = (showing.typed, editors.iter_mut().find(|editor| editor.language == language))
    {
        let stored = editor.draft.as_ref();
        editor.draft = Some(Draft {
            language,
            files: typed,
            revision: stored.map_or(0, |draft| draft.revision),
            updated_at: stored.map_or(Timestamp(0), |draft| draft.updated_at),
        });
    }
    Ok(ExercisePage {
        title: exercise.title.clone(),
        action: paths::exercise(exercise),
        kind: exercise.kind,
        instructions: exercise.instructions_html.clone(),
        difficulty: exercise.difficulty,
        minutes: exercise.minutes,
        points: exercise.points,
        lesson: content.catalogue().lesson_of(&exercise.id).map(lesson_link),
        stage,
        next: content.after(exercise),
        hints: exercise.hints.clone(),
        language,
        editors,
        tests: tests(exercise),
        state,
        solutions: (state == ExerciseState::Solved || given_up.is_some()).then(|| solutions(exercise)),
        given_up,
        outdated,
        exercise_hash: exercise.content_hash.clone(),
        tables: content.tables(&exercise.id),
        history,
        report,
        waiting,
        problem: showing.problem,
        own: showing.own.or_else(|| own_input::panel(exercise)),
        owner: match learner {
            Some(learner) => app.store().accounts().find(learner).await?.map(|account| account.learner.to_string()),
            None => None,
        },
    })
}

/// What a stage begins with in each language: the code with which its learner first passed the stage before.
pub async fn passed_before(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    learner: Option<&LearnerId>,
) -> Result<BTreeMap<Language, Vec<SourceFile>>, Failure> {
    let mut passed = BTreeMap::new();
    if let (Some(before), Some(learner)) = (content.catalogue().stage_before(exercise), learner) {
        for &language in &before.languages {
            let first = app.store().submissions().first_passed(learner, &before.id, language).await?;
            passed.extend(first.map(|submission| (language, submission.content.files)));
        }
    }
    Ok(passed)
}

/// What a learner has done in an exercise; nothing for a visitor.
#[derive(Default)]
struct Work {
    drafts: Vec<Draft>,
    history: Vec<SubmissionSummary>,
    state: ExerciseState,
    report: Option<Report>,
    waiting: bool,
    given_up: Option<Timestamp>,
    outdated: Vec<Language>,
}

impl Work {
    async fn of(
        app: &AppState,
        exercise: &Exercise,
        learner: Option<&LearnerId>,
        wanted: Option<SubmissionId>,
    ) -> Result<Self, Failure> {
        let Some(learner) = learner else {
            // A visitor has no submissions, so whatever is named is another person's.
            return if wanted.is_some() { Err(Failure::NotFound) } else { Ok(Self::default()) };
        };
        let store = app.store();
        let history = store.submissions().of_exercise(learner, &exercise.id, HISTORY).await?;
        let shown = match wanted {
            Some(id) => {
                let submission = store.submissions().find(learner, &id).await?.ok_or(Failure::NotFound)?;
                if submission.content.exercise != exercise.id {
                    return Err(Failure::NotFound);
                }
                Some(id)
            }
            None => history.first().map(|newest| newest.id.clone()),
        };
        let report = match &shown {
            Some(id) => store.test_runs().report(learner, id).await?,
            None => None,
        };
        Ok(Self {
            drafts: store.drafts().of_exercise(learner, exercise.draft_id()).await?,
            state: store
                .standings()
                .find(learner, &exercise.id)
                .await?
                .map(|standing| standing.state)
                .unwrap_or_default(),
            given_up: store.solutions_seen().find(learner, &exercise.id).await?,
            outdated: store.drafts().outdated(learner, exercise.draft_id(), draft_hash(exercise)).await?,
            waiting: shown.is_some() && report.is_none(),
            history,
            report,
        })
    }
}

/// The tests in teaching order, the same in every language: examples of the visible ones, names of the others.
fn tests(exercise: &Exercise) -> Vec<TestItem> {
    let Some(variant) = exercise.variants.values().next() else { return Vec::new() };
    let suite = &variant.assessment.suite;
    suite
        .tests
        .iter()
        .enumerate()
        .map(|(place, test)| {
            let example = |(&language, variant): (&Language, &curriculum::Variant)| {
                let test = variant.assessment.suite.tests.get(place)?;
                let (call, expected) = sandbox::example(language, test);
                Some((language, call, expected))
            };
            TestItem {
                name: test.name.clone(),
                stage: test.stage.clone(),
                example: if test.visible { exercise.variants.iter().filter_map(example).collect() } else { Vec::new() },
            }
        })
        .collect()
}

fn solutions(exercise: &Exercise) -> Solutions {
    Solutions {
        explanation: exercise.explanation_html.clone(),
        files: exercise.variants.iter().map(|(&language, variant)| (language, variant.solution.clone())).collect(),
    }
}
