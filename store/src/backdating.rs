//! Moves what was just written to the time at which it would have been: for a data folder that is to look lived in.
//!
//! Nothing that serves people uses this.

use domain::{ExerciseId, LearnerId, LessonId, SubmissionId, Timestamp};

use crate::{Store, StoreError, error::Typed as _};

/// The changes of times; see [`Store::backdating`].
#[derive(Clone, Copy, Debug)]
pub struct Backdating<'a> {
    store: &'a Store,
}

impl Store {
    /// Moves what was just written to another time. [`Standings::rebuild`](crate::Standings::rebuild) is due afterwards.
    pub fn backdating(&self) -> Backdating<'_> {
        Backdating { store: self }
    }
}

impl Backdating<'_> {
    /// When an account was opened.
    ///
    /// # Errors
    /// The database refused.
    pub async fn account(self, learner: &LearnerId, at: Timestamp) -> Result<(), StoreError> {
        for statement in [
            "UPDATE accounts SET created_at = $2 WHERE learner_id = $1",
            "UPDATE learners SET created_at = $2 WHERE id = $1",
        ] {
            self.change(statement, &[learner.as_str()], at).await?;
        }
        Ok(())
    }

    /// When a lesson was read.
    ///
    /// # Errors
    /// The database refused.
    pub async fn read(self, learner: &LearnerId, lesson: &LessonId, at: Timestamp) -> Result<(), StoreError> {
        let statement = "UPDATE lesson_reads SET read_at = $3 WHERE learner_id = $1 AND lesson_id = $2";
        self.change(statement, &[learner.as_str(), lesson.as_str()], at).await
    }

    /// When a submission was made and judged.
    ///
    /// # Errors
    /// The database refused.
    pub async fn submission(self, id: &SubmissionId, at: Timestamp) -> Result<(), StoreError> {
        for statement in [
            "UPDATE submissions SET created_at = $2 WHERE id = $1",
            "UPDATE test_runs SET finished_at = $2 + finished_at - started_at, started_at = $2 WHERE submission_id = $1",
        ] {
            self.change(statement, &[id.as_str()], at).await?;
        }
        Ok(())
    }

    /// When the answers to a quiz were handed in, all of them at once.
    ///
    /// # Errors
    /// The database refused.
    pub async fn answers(self, learner: &LearnerId, exercise: &ExerciseId, at: Timestamp) -> Result<(), StoreError> {
        let statement = "UPDATE answer_sheets SET created_at = $3 WHERE learner_id = $1 AND exercise_id = $2";
        self.change(statement, &[learner.as_str(), exercise.as_str()], at).await
    }

    /// The last parameter is the time.
    async fn change(self, statement: &'static str, ids: &[&str], at: Timestamp) -> Result<(), StoreError> {
        let mut query = sqlx::query(statement);
        for id in ids {
            query = query.bind((*id).to_owned());
        }
        query.bind(at.0).execute(&self.store.writer).await.typed()?;
        Ok(())
    }
}
