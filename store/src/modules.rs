//! The modules that learners know already.

use domain::{LearnerId, ModuleId};

use crate::{Store, StoreError, columns::now, error::Typed as _};

/// The marks; see [`Store::modules`].
#[derive(Clone, Copy, Debug)]
pub struct Modules<'a> {
    store: &'a Store,
}

impl Store {
    /// The modules that learners know already.
    pub fn modules(&self) -> Modules<'_> {
        Modules { store: self }
    }
}

impl Modules<'_> {
    /// Every module that a learner marked as known.
    ///
    /// # Errors
    /// The database refused.
    pub async fn known_by(self, learner: &LearnerId) -> Result<Vec<ModuleId>, StoreError> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT module_id FROM known_modules WHERE learner_id = $1 ORDER BY known_at, module_id",
        )
        .bind(learner.as_str())
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        Ok(rows.into_iter().map(ModuleId::new).collect())
    }

    /// Marks a module as known; marking it again keeps the first time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn mark_known(self, learner: &LearnerId, module: &ModuleId) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO known_modules (learner_id, module_id, known_at) VALUES ($1, $2, $3)
             ON CONFLICT (learner_id, module_id) DO NOTHING",
        )
        .bind(learner.as_str())
        .bind(module.as_str())
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
    pub async fn mark_unknown(self, learner: &LearnerId, module: &ModuleId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM known_modules WHERE learner_id = $1 AND module_id = $2")
            .bind(learner.as_str())
            .bind(module.as_str())
            .execute(&self.store.writer)
            .await
            .typed()?;
        Ok(())
    }
}
