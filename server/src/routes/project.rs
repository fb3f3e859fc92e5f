//! A project's page, and that of a stage that is not open yet: answers to `GET /exercises/{module}/{slug}` and below.

use app::pages::project::{ProjectPage, StageAheadPage, StagePlace};
use curriculum::Exercise;
use domain::{LearnerId, StageName};

use crate::{
    content::{Content, Progress, exercise_link, lesson_link},
    error::Failure,
    paths,
    state::AppState,
};

/// Gathers the data of a project's page.
pub fn gather(content: &Content, project: &Exercise, progress: &Progress) -> ProjectPage {
    ProjectPage {
        title: project.title.clone(),
        action: paths::exercise(project),
        instructions: project.instructions_html.clone(),
        difficulty: project.difficulty,
        minutes: project.minutes,
        points: project.points,
        lesson: content.catalogue().lesson_of(&project.id).map(lesson_link),
        state: content.state(project, progress),
        stages: content.stage_items(project, progress),
        next: content.after(project),
    }
}

/// Where a stage stands; none for an exercise that is none.
pub fn place(content: &Content, stage: &Exercise, progress: &Progress) -> Option<StagePlace> {
    let project = content.catalogue().project_of(stage)?;
    Some(StagePlace {
        project: exercise_link(project),
        number: stage.stage.as_ref()?.number,
        stages: content.stage_items(project, progress),
    })
}

/// The stage that has to be passed before this exercise may be worked on; none where it is open.
pub fn closed_by<'a>(content: &'a Content, exercise: &Exercise, progress: &Progress) -> Option<&'a Exercise> {
    content.catalogue().stage_before(exercise).filter(|_| !content.is_open(exercise, progress))
}

/// Gathers the data of a stage that is not open yet; none where it is open.
pub fn ahead(content: &Content, stage: &Exercise, progress: &Progress) -> Option<StageAheadPage> {
    let before = closed_by(content, stage, progress)?;
    Some(StageAheadPage {
        title: stage.title.clone(),
        kind: stage.kind,
        instructions: stage.instructions_html.clone(),
        difficulty: stage.difficulty,
        minutes: stage.minutes,
        points: stage.points,
        lesson: content.catalogue().lesson_of(&stage.id).map(lesson_link),
        place: place(content, stage, progress)?,
        before: (name(before)?, paths::exercise(before)),
    })
}

/// Refuses work on a stage that is not open yet.
///
/// # Errors
/// It is not, and which stage opens it.
pub async fn check_open(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    learner: Option<&LearnerId>,
) -> Result<(), Failure> {
    if exercise.stage.is_none() {
        return Ok(());
    }
    let progress = Progress::of(app.store(), learner).await?;
    match closed_by(content, exercise, &progress).and_then(name) {
        Some(StageName { number, title }) => {
            Err(Failure::invalid(format!("This stage opens once stage {number}, “{title}”, is passed.")))
        }
        None => Ok(()),
    }
}

fn name(stage: &Exercise) -> Option<StageName> {
    Some(StageName { number: stage.stage.as_ref()?.number, title: stage.title.clone() })
}
