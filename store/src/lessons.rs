//! The lessons that learners marked as read.

use domain::{LearnerId, LessonId, Timestamp};

use crate::{Store, StoreError, columns::now, error::Typed as _};

/// The reads; see [`Store::lessons`].
#[derive(Clone, Copy, Debug)]
pub struct Lessons<'a> {
    store: &'a Store,
}

impl Store {
    /// The lessons that learners marked as read.
    pub fn lessons(&self) -> Lessons<'_> {
        Lessons { store: self }
    }
}

impl Lessons<'_> {
    /// Every lesson a learner has read, and when, oldest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn read_by(self, learner: &LearnerId) -> Result<Vec<(LessonId, Timestamp)>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT lesson_id, read_at FROM lesson_reads WHERE learner_id = $1 ORDER BY read_at, lesson_id",
        )
        .bind(learner.as_str())
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        Ok(rows.into_iter().map(|(lesson, at)| (LessonId::new(lesson), Timestamp(at))).collect())
    }

    /// Marks a lesson as read; marking it again keeps the first time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn mark_read(self, learner: &LearnerId, lesson: &LessonId) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO lesson_reads (learner_id, lesson_id, read_at) VALUES ($1, $2, $3)
             ON CONFLICT (learner_id, lesson_id) DO NOTHING",
        )
        .bind(learner.as_str())
        .bind(lesson.as_str())
        .bind(now().0)
        .execute(&self.store.writer)
        .await
        .typed()?;
        Ok(())
    }

    /// Takes the mark away, if it is there.
    ///
    /// # Errors
    /// The database refused.
    pub async fn mark_unread(self, learner: &LearnerId, lesson: &LessonId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM lesson_reads WHERE learner_id = $1 AND lesson_id = $2")
            .bind(learner.as_str())
            .bind(lesson.as_str())
            .execute(&self.store.writer)
            .await
            .typed()?;
        Ok(())
    }
}
