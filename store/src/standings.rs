//! How far learners are with exercises, derived from submissions with their test runs, and from answer sheets.
//!
//! A standing says how many of them were judged and when the first one that passed was made. Failures of ours
//! are not counted, judging a submission again does not count twice, and since nothing is ever taken away from what
//! it is derived from, what is solved stays solved.

use domain::{ExerciseId, ExerciseState, LearnerId, Standing, Timestamp};
use sqlx::SqliteConnection;

use crate::{Store, StoreError, columns::count, error::Typed as _};

/// The standings; see [`Store::standings`].
#[derive(Clone, Copy, Debug)]
pub struct Standings<'a> {
    store: &'a Store,
}

impl Store {
    /// How far learners are.
    pub fn standings(&self) -> Standings<'_> {
        Standings { store: self }
    }
}

type Row = (String, i64, Option<i64>);

fn standing((exercise, attempts, solved_at): Row) -> Result<Standing, StoreError> {
    Ok(Standing {
        exercise: ExerciseId::new(exercise),
        state: if solved_at.is_some() { ExerciseState::Solved } else { ExerciseState::Tried },
        attempts: count(attempts)?,
        solved_at: solved_at.map(Timestamp),
    })
}

impl Standings<'_> {
    /// Every exercise that a learner has an attempt on.
    ///
    /// # Errors
    /// The database refused.
    pub async fn of_learner(self, learner: &LearnerId) -> Result<Vec<Standing>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT exercise_id, attempts, solved_at FROM standings WHERE learner_id = $1 ORDER BY exercise_id",
        )
        .bind(learner.as_str())
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(standing).collect()
    }

    /// A learner's standing on one exercise; none where nothing was judged.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<Option<Standing>, StoreError> {
        let mut connection = self.store.readers.acquire().await.typed()?;
        find(&mut connection, learner, exercise).await
    }

    /// Derives every standing anew.
    ///
    /// # Errors
    /// The database refused; the standings are as they were.
    pub async fn rebuild(self) -> Result<(), StoreError> {
        let mut transaction = self.store.write().await?;
        sqlx::query("DELETE FROM standings").execute(&mut *transaction).await.typed()?;
        derive(&mut transaction, None, None).await?;
        transaction.commit().await.typed()
    }
}

/// Reads a standing as part of a larger change.
pub(crate) async fn find(
    connection: &mut SqliteConnection,
    learner: &LearnerId,
    exercise: &ExerciseId,
) -> Result<Option<Standing>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT exercise_id, attempts, solved_at FROM standings WHERE learner_id = $1 AND exercise_id = $2",
    )
    .bind(learner.as_str())
    .bind(exercise.as_str())
    .fetch_optional(connection)
    .await
    .typed()?;
    row.map(standing).transpose()
}

/// What a standing is: the one definition, for one exercise, one learner or everybody (where the arguments are none).
pub(crate) async fn derive(
    connection: &mut SqliteConnection,
    learner: Option<&LearnerId>,
    exercise: Option<&ExerciseId>,
) -> Result<(), StoreError> {
    const HEAD: &str = "
        INSERT INTO standings (learner_id, exercise_id, attempts, solved_at)
        SELECT learner_id, exercise_id, count(DISTINCT id), min(CASE WHEN verdict = 'passed' THEN created_at END)
        FROM (";
    const SUBMISSIONS: &str = "
        SELECT submissions.id, learner_id, exercise_id, created_at, verdict
        FROM submissions JOIN test_runs ON test_runs.submission_id = submissions.id
        WHERE verdict <> 'internal_error'";
    const ANSWER_SHEETS: &str = "
        UNION ALL
        SELECT id, learner_id, exercise_id, created_at, verdict FROM answer_sheets
        WHERE true";
    const UPDATE: &str = "
        ) AS attempts
        GROUP BY learner_id, exercise_id
        ON CONFLICT (learner_id, exercise_id) DO UPDATE
        SET attempts = excluded.attempts, solved_at = excluded.solved_at";

    let mut sql = sqlx::QueryBuilder::<sqlx::Sqlite>::new(HEAD);
    for part in [SUBMISSIONS, ANSWER_SHEETS] {
        sql.push(part);
        if learner.is_some() {
            sql.push(" AND learner_id = $1");
        }
        if exercise.is_some() {
            sql.push(" AND exercise_id = $2");
        }
    }
    sql.push(UPDATE);
    let mut query = sql.build();
    if let Some(learner) = learner {
        query = query.bind(learner.as_str());
    }
    if let Some(exercise) = exercise {
        query = query.bind(exercise.as_str());
    }
    query.execute(connection).await.typed()?;
    Ok(())
}
