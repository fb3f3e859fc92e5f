//! People with saved work, as guests or with an account.

use domain::LearnerId;

use crate::{
    Store, StoreError,
    columns::{new_id, now},
    error::Typed as _,
};

/// The learners; see [`Store::learners`].
#[derive(Clone, Copy, Debug)]
pub struct Learners<'a> {
    pub(crate) store: &'a Store,
}

impl Store {
    /// People with saved work.
    pub fn learners(&self) -> Learners<'_> {
        Learners { store: self }
    }
}

impl Learners<'_> {
    /// A learner without an account. To be called at a visitor's first write, not at the visit.
    ///
    /// # Errors
    /// The database refused.
    pub async fn create_guest(self) -> Result<LearnerId, StoreError> {
        let id = LearnerId::new(new_id());
        sqlx::query("INSERT INTO learners (id, created_at) VALUES ($1, $2)")
            .bind(id.as_str())
            .bind(now().0)
            .execute(&self.store.writer)
            .await
            .typed()?;
        Ok(id)
    }

    /// Whether there is this learner.
    ///
    /// # Errors
    /// The database refused.
    pub async fn exists(self, learner: &LearnerId) -> Result<bool, StoreError> {
        let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM learners WHERE id = $1")
            .bind(learner.as_str())
            .fetch_optional(&self.store.readers)
            .await
            .typed()?;
        Ok(found.is_some())
    }
}
