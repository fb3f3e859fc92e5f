//! Code that was handed in. Only ever added to.

use domain::{ExerciseId, Language, LearnerId, SourceFile, SubmissionId, SubmissionSummary, Timestamp};

use crate::{
    Store, StoreError,
    columns::{files_from_json, files_to_json, limit, new_id, now, word},
    error::Typed as _,
};

/// The submissions; see [`Store::submissions`].
#[derive(Clone, Copy, Debug)]
pub struct Submissions<'a> {
    store: &'a Store,
}

impl Store {
    /// Code that was handed in.
    pub fn submissions(&self) -> Submissions<'_> {
        Submissions { store: self }
    }
}

/// What is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubmission {
    /// By whom.
    pub learner: LearnerId,
    /// To which exercise.
    pub exercise: ExerciseId,
    /// In which language.
    pub language: Language,
    /// The code.
    pub files: Vec<SourceFile>,
    /// The content of the exercise it will be judged against.
    pub exercise_hash: String,
    /// The interpreter it will run in.
    pub runtime_hash: String,
}

/// A submission as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Which one.
    pub id: SubmissionId,
    /// What was handed in.
    pub content: NewSubmission,
    /// When it was taken.
    pub created_at: Timestamp,
}

type Row = (String, String, String, String, String, String, String, i64);

fn submission(row: Row) -> Result<Submission, StoreError> {
    let (id, learner, exercise, language, files, exercise_hash, runtime_hash, created_at) = row;
    Ok(Submission {
        id: SubmissionId::new(id),
        content: NewSubmission {
            learner: LearnerId::new(learner),
            exercise: ExerciseId::new(exercise),
            language: word(&language)?,
            files: files_from_json(&files)?,
            exercise_hash,
            runtime_hash,
        },
        created_at: Timestamp(created_at),
    })
}

type SummaryRow = (String, String, String, i64, Option<String>);

fn summary((id, exercise, language, created_at, verdict): SummaryRow) -> Result<SubmissionSummary, StoreError> {
    Ok(SubmissionSummary {
        id: SubmissionId::new(id),
        exercise: ExerciseId::new(exercise),
        language: word(&language)?,
        created_at: Timestamp(created_at),
        verdict: verdict.as_deref().map(word).transpose()?,
    })
}

impl Submissions<'_> {
    /// Keeps a submission. It may be acknowledged once this returns.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn submit(self, new: &NewSubmission) -> Result<SubmissionId, StoreError> {
        let id = SubmissionId::new(new_id());
        sqlx::query(
            "INSERT INTO submissions
                 (id, learner_id, exercise_id, language, files, exercise_hash, runtime_hash, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id.as_str())
        .bind(new.learner.as_str())
        .bind(new.exercise.as_str())
        .bind(new.language.as_str())
        .bind(files_to_json(&new.files)?)
        .bind(&new.exercise_hash)
        .bind(&new.runtime_hash)
        .bind(now().0)
        .execute(&self.store.writer)
        .await
        .typed()?;
        Ok(id)
    }

    /// A learner's submission; none where it is another learner's.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find(self, learner: &LearnerId, id: &SubmissionId) -> Result<Option<Submission>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT id, learner_id, exercise_id, language, files, exercise_hash, runtime_hash, created_at
             FROM submissions WHERE id = $1 AND learner_id = $2",
        )
        .bind(id.as_str())
        .bind(learner.as_str())
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        row.map(submission).transpose()
    }

    /// The submission in a language with which a learner first passed an exercise; none where that did not happen yet.
    ///
    /// # Errors
    /// The database refused.
    pub async fn first_passed(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        language: Language,
    ) -> Result<Option<Submission>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT id, learner_id, exercise_id, language, files, exercise_hash, runtime_hash, created_at
             FROM submissions
             WHERE learner_id = $1 AND exercise_id = $2 AND language = $3 AND EXISTS (
                 SELECT 1 FROM test_runs WHERE test_runs.submission_id = submissions.id AND verdict = 'passed'
             )
             ORDER BY created_at, id LIMIT 1",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .bind(language.as_str())
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        row.map(submission).transpose()
    }

    /// Submissions that nobody has judged, oldest first: to be judged after a restart.
    ///
    /// # Errors
    /// The database refused.
    pub async fn pending(self) -> Result<Vec<Submission>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, learner_id, exercise_id, language, files, exercise_hash, runtime_hash, created_at
             FROM submissions
             WHERE NOT EXISTS (SELECT 1 FROM test_runs WHERE test_runs.submission_id = submissions.id)
             ORDER BY created_at, id",
        )
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(submission).collect()
    }

    /// A learner's submissions to one exercise, newest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn of_exercise(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        rows: usize,
    ) -> Result<Vec<SubmissionSummary>, StoreError> {
        let rows: Vec<SummaryRow> = sqlx::query_as(
            "SELECT id, exercise_id, language, created_at, (
                 SELECT verdict FROM test_runs WHERE submission_id = submissions.id
                 ORDER BY CASE WHEN verdict = 'internal_error' THEN 1 ELSE 0 END, finished_at DESC, id DESC LIMIT 1
             )
             FROM submissions WHERE learner_id = $1 AND exercise_id = $2
             ORDER BY created_at DESC, id DESC LIMIT $3",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .bind(limit(rows))
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(summary).collect()
    }

    /// A learner's submissions to any exercise, newest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn newest(self, learner: &LearnerId, rows: usize) -> Result<Vec<SubmissionSummary>, StoreError> {
        let rows: Vec<SummaryRow> = sqlx::query_as(
            "SELECT id, exercise_id, language, created_at, (
                 SELECT verdict FROM test_runs WHERE submission_id = submissions.id
                 ORDER BY CASE WHEN verdict = 'internal_error' THEN 1 ELSE 0 END, finished_at DESC, id DESC LIMIT 1
             )
             FROM submissions WHERE learner_id = $1
             ORDER BY created_at DESC, id DESC LIMIT $2",
        )
        .bind(learner.as_str())
        .bind(limit(rows))
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(summary).collect()
    }
}
