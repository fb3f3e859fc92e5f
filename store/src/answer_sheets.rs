//! Quizzes as they were answered, each with its verdict. Only ever added to.

use domain::{AnswerSheetSummary, Choice, ExerciseId, LearnerId, Standing, Timestamp, Verdict};

use crate::{
    Store, StoreError,
    columns::{limit, new_id, now, word},
    error::Typed as _,
    standings,
};

/// The answer sheets; see [`Store::answer_sheets`].
#[derive(Clone, Copy, Debug)]
pub struct AnswerSheets<'a> {
    store: &'a Store,
}

impl Store {
    /// Quizzes as they were answered.
    pub fn answer_sheets(&self) -> AnswerSheets<'_> {
        AnswerSheets { store: self }
    }
}

/// The answers to all questions of a quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSheet {
    /// By whom.
    pub learner: LearnerId,
    /// To which exercise.
    pub exercise: ExerciseId,
    /// What was chosen, for each question in order.
    pub choices: Vec<Choice>,
    /// The content of the exercise it was judged against.
    pub exercise_hash: String,
    /// [`Verdict::Passed`] or [`Verdict::WrongAnswer`].
    pub verdict: Verdict,
}

type Row = (String, String, String, String, String);
type SummaryRow = (String, i64, String);

impl AnswerSheets<'_> {
    /// Keeps answers and brings the learner's standing up to date, both or neither.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn hand_in(self, sheet: &AnswerSheet) -> Result<Option<Standing>, StoreError> {
        let choices = serde_json::to_string(&sheet.choices).map_err(StoreError::other)?;
        let mut transaction = self.store.write().await?;
        sqlx::query(
            "INSERT INTO answer_sheets (id, learner_id, exercise_id, choices, exercise_hash, verdict, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(new_id())
        .bind(sheet.learner.as_str())
        .bind(sheet.exercise.as_str())
        .bind(choices)
        .bind(&sheet.exercise_hash)
        .bind(sheet.verdict.as_str())
        .bind(now().0)
        .execute(&mut *transaction)
        .await
        .typed()?;
        standings::derive(&mut transaction, Some(&sheet.learner), Some(&sheet.exercise)).await?;
        let standing = standings::find(&mut transaction, &sheet.learner, &sheet.exercise).await?;
        transaction.commit().await.typed()?;
        Ok(standing)
    }

    /// What a learner answered last in one exercise.
    ///
    /// # Errors
    /// The database refused.
    pub async fn last(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<Option<AnswerSheet>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT learner_id, exercise_id, choices, exercise_hash, verdict FROM answer_sheets
             WHERE learner_id = $1 AND exercise_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        row.map(|(learner, exercise, choices, exercise_hash, verdict)| {
            Ok(AnswerSheet {
                learner: LearnerId::new(learner),
                exercise: ExerciseId::new(exercise),
                choices: serde_json::from_str(&choices).map_err(StoreError::other)?,
                exercise_hash,
                verdict: word(&verdict)?,
            })
        })
        .transpose()
    }

    /// What a learner answered in any exercise, newest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn newest(self, learner: &LearnerId, rows: usize) -> Result<Vec<AnswerSheetSummary>, StoreError> {
        let rows: Vec<SummaryRow> = sqlx::query_as(
            "SELECT exercise_id, created_at, verdict FROM answer_sheets WHERE learner_id = $1
             ORDER BY created_at DESC, id DESC LIMIT $2",
        )
        .bind(learner.as_str())
        .bind(limit(rows))
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter()
            .map(|(exercise, created_at, verdict)| {
                Ok(AnswerSheetSummary {
                    exercise: ExerciseId::new(exercise),
                    created_at: Timestamp(created_at),
                    verdict: word(&verdict)?,
                })
            })
            .collect()
    }
}
