//! What the judge said. Only ever added to: judging again appends.

use domain::{ExerciseId, LearnerId, Report, Standing, SubmissionId, Timestamp};

use crate::{Store, StoreError, columns::new_id, error::Typed as _, standings};

/// The test runs; see [`Store::test_runs`].
#[derive(Clone, Copy, Debug)]
pub struct TestRuns<'a> {
    store: &'a Store,
}

impl Store {
    /// What the judge said.
    pub fn test_runs(&self) -> TestRuns<'_> {
        TestRuns { store: self }
    }
}

/// One judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTestRun {
    /// Of this submission.
    pub submission: SubmissionId,
    /// What the learner is told.
    pub report: Report,
    /// When judging began.
    pub started_at: Timestamp,
    /// When it ended.
    pub finished_at: Timestamp,
}

impl TestRuns<'_> {
    /// Keeps a judgement and brings the learner's standing up to date, both or neither.
    ///
    /// Gives the standing: none while nothing but failures of ours was recorded.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such submission.
    pub async fn record(self, run: &NewTestRun) -> Result<Option<Standing>, StoreError> {
        let report = serde_json::to_string(&run.report).map_err(StoreError::other)?;
        let mut transaction = self.store.write().await?;
        let (learner, exercise): (String, String) =
            sqlx::query_as("SELECT learner_id, exercise_id FROM submissions WHERE id = $1")
                .bind(run.submission.as_str())
                .fetch_one(&mut *transaction)
                .await
                .typed()?;
        let (learner, exercise) = (LearnerId::new(learner), ExerciseId::new(exercise));
        sqlx::query(
            "INSERT INTO test_runs (id, submission_id, verdict, report, fuel, started_at, finished_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(new_id())
        .bind(run.submission.as_str())
        .bind(run.report.verdict.as_str())
        .bind(report)
        .bind(i64::try_from(run.report.fuel).unwrap_or(i64::MAX))
        .bind(run.started_at.0)
        .bind(run.finished_at.0)
        .execute(&mut *transaction)
        .await
        .typed()?;
        standings::derive(&mut transaction, Some(&learner), Some(&exercise)).await?;
        let standing = standings::find(&mut transaction, &learner, &exercise).await?;
        transaction.commit().await.typed()?;
        Ok(standing)
    }

    /// The newest report of a learner's submission; none while it waits, or where it is another learner's.
    ///
    /// A failure of ours never hides a report that there was before it.
    ///
    /// # Errors
    /// The database refused.
    pub async fn report(self, learner: &LearnerId, submission: &SubmissionId) -> Result<Option<Report>, StoreError> {
        let report: Option<String> = sqlx::query_scalar(
            "SELECT test_runs.report FROM test_runs JOIN submissions ON submissions.id = test_runs.submission_id
             WHERE submissions.id = $1 AND submissions.learner_id = $2
             ORDER BY CASE WHEN test_runs.verdict = 'internal_error' THEN 1 ELSE 0 END,
                 test_runs.finished_at DESC, test_runs.id DESC
             LIMIT 1",
        )
        .bind(submission.as_str())
        .bind(learner.as_str())
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        report.map(|report| serde_json::from_str(&report).map_err(StoreError::other)).transpose()
    }
}
