//! A guest who logs in to an account brings along what they did as a guest.

use domain::{Draft, ExerciseId, Language, LearnerId, Timestamp};
use sqlx::SqliteConnection;

use crate::{
    Learners, StoreError,
    columns::{count, files_from_json, word},
    drafts::{self, Displaced, Reason},
    error::Typed as _,
    standings,
};

impl Learners<'_> {
    /// Moves everything of a guest to an account, and removes the guest and their sessions.
    ///
    /// Reads, known modules, submissions and answers are united and standings derived anew. Where both have a draft, the newer one stays and
    /// the older one goes to the draft history. A guest that is gone was merged already: that is no error, and neither
    /// is merging an account into itself.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where `account` has no account; [`StoreError::Conflict`] where `guest` has one.
    /// Nothing was changed then.
    pub async fn merge(self, guest: &LearnerId, account: &LearnerId) -> Result<(), StoreError> {
        let mut transaction = self.store.write().await?;
        if !has_account(&mut transaction, account).await? {
            return Err(StoreError::NotFound);
        }
        if guest == account {
            return Ok(());
        }
        if has_account(&mut transaction, guest).await? {
            return Err(StoreError::Conflict);
        }

        merge_drafts(&mut transaction, guest, account).await?;
        for statement in [
            // The earlier read counts.
            "INSERT INTO lesson_reads (learner_id, lesson_id, read_at)
             SELECT $2, lesson_id, read_at FROM lesson_reads WHERE learner_id = $1
             ON CONFLICT (learner_id, lesson_id) DO UPDATE SET read_at = excluded.read_at
             WHERE excluded.read_at < lesson_reads.read_at",
            "INSERT INTO known_modules (learner_id, module_id, known_at)
             SELECT $2, module_id, known_at FROM known_modules WHERE learner_id = $1
             ON CONFLICT (learner_id, module_id) DO NOTHING",
            "INSERT INTO solutions_seen (learner_id, exercise_id, seen_at)
             SELECT $2, exercise_id, seen_at FROM solutions_seen WHERE learner_id = $1
             ON CONFLICT (learner_id, exercise_id) DO UPDATE SET seen_at = excluded.seen_at
             WHERE excluded.seen_at < solutions_seen.seen_at",
            "UPDATE problem_reports SET learner_id = $2 WHERE learner_id = $1",
            "UPDATE draft_history SET learner_id = $2 WHERE learner_id = $1",
            "UPDATE submissions SET learner_id = $2 WHERE learner_id = $1",
            "UPDATE answer_sheets SET learner_id = $2 WHERE learner_id = $1",
        ] {
            sqlx::query(statement)
                .bind(guest.as_str())
                .bind(account.as_str())
                .execute(&mut *transaction)
                .await
                .typed()?;
        }
        standings::derive(&mut transaction, Some(account), None).await?;
        for statement in [
            "DELETE FROM lesson_reads WHERE learner_id = $1",
            "DELETE FROM known_modules WHERE learner_id = $1",
            "DELETE FROM solutions_seen WHERE learner_id = $1",
            "DELETE FROM drafts WHERE learner_id = $1",
            // With the learner go what is derived and short-lived: standings and sessions.
            "DELETE FROM learners WHERE id = $1",
        ] {
            sqlx::query(statement).bind(guest.as_str()).execute(&mut *transaction).await.typed()?;
        }
        transaction.commit().await.typed()
    }
}

async fn has_account(connection: &mut SqliteConnection, learner: &LearnerId) -> Result<bool, StoreError> {
    let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM accounts WHERE learner_id = $1")
        .bind(learner.as_str())
        .fetch_optional(connection)
        .await
        .typed()?;
    Ok(found.is_some())
}

/// The newer draft stays. Of two saved in the same millisecond it is the guest's, which is on the screen right now.
async fn merge_drafts(
    connection: &mut SqliteConnection,
    guest: &LearnerId,
    account: &LearnerId,
) -> Result<(), StoreError> {
    for (exercise, theirs) in drafts_of(connection, guest).await? {
        let ours = drafts::find(connection, account, &exercise, theirs.language).await?;
        let winner = match ours {
            None => theirs,
            Some(ours) if ours.files == theirs.files => continue,
            Some(ours) => {
                // Above both revisions, so that a page which still shows either of them meets a conflict.
                let revision = ours.revision.max(theirs.revision).saturating_add(1);
                let (winner, loser) = if ours.updated_at > theirs.updated_at { (ours, theirs) } else { (theirs, ours) };
                let displaced = Displaced {
                    learner: account,
                    exercise: &exercise,
                    language: loser.language,
                    files: &loser.files,
                    written_at: loser.updated_at,
                };
                drafts::displace(connection, &displaced, Reason::Merge).await?;
                Draft { revision, ..winner }
            }
        };
        // For which content it was written is known again at its next save.
        drafts::put(connection, account, &exercise, "", &winner).await?;
    }
    Ok(())
}

async fn drafts_of(
    connection: &mut SqliteConnection,
    learner: &LearnerId,
) -> Result<Vec<(ExerciseId, Draft)>, StoreError> {
    let rows: Vec<(String, String, String, i64, i64)> =
        sqlx::query_as("SELECT exercise_id, language, files, revision, updated_at FROM drafts WHERE learner_id = $1")
            .bind(learner.as_str())
            .fetch_all(connection)
            .await
            .typed()?;
    rows.into_iter()
        .map(|(exercise, language, files, revision, updated_at)| {
            let language: Language = word(&language)?;
            let files = files_from_json(&files)?;
            let draft = Draft { language, files, revision: count(revision)?, updated_at: Timestamp(updated_at) };
            Ok((ExerciseId::new(exercise), draft))
        })
        .collect()
}
