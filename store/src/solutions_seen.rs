//! Who looked at a model solution before solving the exercise.

use domain::{ExerciseId, LearnerId, Timestamp};

use crate::{Store, StoreError, columns::now, error::Typed as _};

/// The looks; see [`Store::solutions_seen`].
#[derive(Clone, Copy, Debug)]
pub struct SolutionsSeen<'a> {
    store: &'a Store,
}

impl Store {
    /// Who looked at a model solution before solving the exercise.
    pub fn solutions_seen(&self) -> SolutionsSeen<'_> {
        SolutionsSeen { store: self }
    }
}

impl SolutionsSeen<'_> {
    /// When a learner gave an exercise up; none where they did not.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<Option<Timestamp>, StoreError> {
        let seen: Option<i64> =
            sqlx::query_scalar("SELECT seen_at FROM solutions_seen WHERE learner_id = $1 AND exercise_id = $2")
                .bind(learner.as_str())
                .bind(exercise.as_str())
                .fetch_optional(&self.store.readers)
                .await
                .typed()?;
        Ok(seen.map(Timestamp))
    }

    /// Every exercise that a learner gave up.
    ///
    /// # Errors
    /// The database refused.
    pub async fn of_learner(self, learner: &LearnerId) -> Result<Vec<ExerciseId>, StoreError> {
        let rows: Vec<String> =
            sqlx::query_scalar("SELECT exercise_id FROM solutions_seen WHERE learner_id = $1 ORDER BY exercise_id")
                .bind(learner.as_str())
                .fetch_all(&self.store.readers)
                .await
                .typed()?;
        Ok(rows.into_iter().map(ExerciseId::new).collect())
    }

    /// Notes that a learner gives an exercise up; doing so again keeps the first time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn give_up(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO solutions_seen (learner_id, exercise_id, seen_at) VALUES ($1, $2, $3)
             ON CONFLICT (learner_id, exercise_id) DO NOTHING",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .bind(now().0)
        .execute(&self.store.writer)
        .await
        .typed()?;
        Ok(())
    }
}
