//! What readers say is wrong with a page.

use domain::{LearnerId, ProblemReport, Timestamp};

use crate::{
    Store, StoreError,
    columns::{count, limit, new_id, now},
    error::Typed as _,
};

/// The reports; see [`Store::problem_reports`].
#[derive(Clone, Copy, Debug)]
pub struct ProblemReports<'a> {
    store: &'a Store,
}

impl Store {
    /// What readers say is wrong with a page.
    pub fn problem_reports(&self) -> ProblemReports<'_> {
        ProblemReports { store: self }
    }
}

type Row = (String, Option<String>, String, String, i64, Option<i64>);

fn report((id, name, page, message, created_at, settled_at): Row) -> ProblemReport {
    ProblemReport { id, name, page, message, created_at: Timestamp(created_at), settled_at: settled_at.map(Timestamp) }
}

impl ProblemReports<'_> {
    /// Keeps what somebody says of a page; of nobody in particular where it is a visitor.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn file(self, learner: Option<&LearnerId>, page: &str, message: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO problem_reports (id, learner_id, page, message, created_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(new_id())
        .bind(learner.map(LearnerId::as_str))
        .bind(page)
        .bind(message)
        .bind(now().0)
        .execute(&self.store.writer)
        .await
        .typed()?;
        Ok(())
    }

    /// The newest reports, those that nobody has dealt with first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn newest(self, rows: usize) -> Result<Vec<ProblemReport>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT problem_reports.id, accounts.name, page, message, problem_reports.created_at, settled_at
             FROM problem_reports LEFT JOIN accounts ON accounts.learner_id = problem_reports.learner_id
             ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, problem_reports.created_at DESC, problem_reports.id DESC
             LIMIT $1",
        )
        .bind(limit(rows))
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        Ok(rows.into_iter().map(report).collect())
    }

    /// How many nobody has dealt with.
    ///
    /// # Errors
    /// The database refused.
    pub async fn count_open(self) -> Result<u32, StoreError> {
        let open: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM problem_reports WHERE settled_at IS NULL")
            .fetch_one(&self.store.readers)
            .await
            .typed()?;
        count(open)
    }

    /// Notes that a report was dealt with; doing so again keeps the first time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such report.
    pub async fn settle(self, id: &str) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE problem_reports SET settled_at = COALESCE(settled_at, $2) WHERE id = $1")
            .bind(id)
            .bind(now().0)
            .execute(&self.store.writer)
            .await
            .typed()?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}
