//! Code as it is being typed, from several devices at once.
//!
//! A save names the revision it builds on. Where another device has saved meanwhile, nothing is overwritten: the
//! caller gets the stored draft, and the code that was refused goes to the history.

use domain::{Draft, ExerciseId, Language, LearnerId, SourceFile, Timestamp};
use sqlx::SqliteConnection;

use crate::{
    Store, StoreError,
    columns::{count, files_from_json, files_to_json, limit, new_id, now, word},
    error::Typed as _,
};

/// How many displaced drafts are kept for each learner, exercise and language; the oldest go first.
pub const HISTORY_LENGTH: usize = 20;

/// The drafts; see [`Store::drafts`].
#[derive(Clone, Copy, Debug)]
pub struct Drafts<'a> {
    store: &'a Store,
}

impl Store {
    /// Code as it is being typed.
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts { store: self }
    }
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftSave {
    /// The draft as it is stored now.
    Saved(Draft),
    /// The draft that another device saved since; it was not changed.
    Conflict(Draft),
}

/// Why code is in the history and not the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It built on a revision that was not the newest.
    Conflict,
    /// A guest's draft and an account's met, and the other one was newer.
    Merge,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Merge => "merge",
        }
    }
}

/// Code that lost to other code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplacedDraft {
    /// The language.
    pub language: Language,
    /// The files.
    pub files: Vec<SourceFile>,
    /// Why.
    pub reason: Reason,
    /// When it was saved, or offered.
    pub written_at: Timestamp,
    /// When it lost.
    pub displaced_at: Timestamp,
}

/// The columns of a [`Draft`], in the order of [`draft`].
type Row = (String, String, i64, i64);

fn draft((language, files, revision, updated_at): Row) -> Result<Draft, StoreError> {
    Ok(Draft {
        language: word(&language)?,
        files: files_from_json(&files)?,
        revision: count(revision)?,
        updated_at: Timestamp(updated_at),
    })
}

impl Drafts<'_> {
    /// The draft, if one was ever saved.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        language: Language,
    ) -> Result<Option<Draft>, StoreError> {
        let mut connection = self.store.readers.acquire().await.typed()?;
        find(&mut connection, learner, exercise, language).await
    }

    /// The drafts of an exercise in every language that has one.
    ///
    /// # Errors
    /// The database refused.
    pub async fn of_exercise(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<Vec<Draft>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT language, files, revision, updated_at FROM drafts
             WHERE learner_id = $1 AND exercise_id = $2 ORDER BY language",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(draft).collect()
    }

    /// The languages whose draft was saved for other content of its exercise than this.
    ///
    /// # Errors
    /// The database refused.
    pub async fn outdated(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        exercise_hash: &str,
    ) -> Result<Vec<Language>, StoreError> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT language FROM drafts
             WHERE learner_id = $1 AND exercise_id = $2 AND exercise_hash NOT IN ('', $3) ORDER BY language",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .bind(exercise_hash)
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.iter().map(|language| word(language)).collect()
    }

    /// Saves code that builds on `revision`, which is 0 where there was no draft; `exercise_hash` names the content that its
    /// author saw.
    ///
    /// Saving what is stored already changes nothing and succeeds, whatever the revision: a repeated request is no
    /// conflict. Where there is no draft, any revision is taken: there is nothing that could be overwritten.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn save(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        language: Language,
        exercise_hash: &str,
        files: &[SourceFile],
        revision: u32,
    ) -> Result<DraftSave, StoreError> {
        let moment = now();
        let mut transaction = self.store.write().await?;
        let stored = find(&mut transaction, learner, exercise, language).await?;
        let saved = match stored {
            Some(stored) if stored.files == files => return Ok(DraftSave::Saved(stored)),
            Some(stored) if stored.revision != revision => {
                let refused = Displaced { learner, exercise, language, files, written_at: moment };
                displace(&mut transaction, &refused, Reason::Conflict).await?;
                DraftSave::Conflict(stored)
            }
            _ => {
                let draft =
                    Draft { language, files: files.to_vec(), revision: revision.saturating_add(1), updated_at: moment };
                put(&mut transaction, learner, exercise, exercise_hash, &draft).await?;
                DraftSave::Saved(draft)
            }
        };
        transaction.commit().await.typed()?;
        Ok(saved)
    }

    /// Puts code in the draft's place, whatever its revision. What was there goes to the history.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such learner.
    pub async fn replace(
        self,
        learner: &LearnerId,
        exercise: &ExerciseId,
        language: Language,
        exercise_hash: &str,
        files: &[SourceFile],
    ) -> Result<(), StoreError> {
        let moment = now();
        let mut transaction = self.store.write().await?;
        let stored = find(&mut transaction, learner, exercise, language).await?;
        if let Some(stored) = stored.as_ref().filter(|stored| stored.files != files) {
            let lost = Displaced { learner, exercise, language, files: &stored.files, written_at: stored.updated_at };
            displace(&mut transaction, &lost, Reason::Conflict).await?;
        }
        let revision = stored.map_or(0, |stored| stored.revision).saturating_add(1);
        let draft = Draft { language, files: files.to_vec(), revision, updated_at: moment };
        put(&mut transaction, learner, exercise, exercise_hash, &draft).await?;
        transaction.commit().await.typed()
    }

    /// What lost to other code, newest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn history(self, learner: &LearnerId, exercise: &ExerciseId) -> Result<Vec<DisplacedDraft>, StoreError> {
        let rows: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
            "SELECT language, files, reason, written_at, displaced_at FROM draft_history
             WHERE learner_id = $1 AND exercise_id = $2 ORDER BY displaced_at DESC, id DESC",
        )
        .bind(learner.as_str())
        .bind(exercise.as_str())
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter()
            .map(|(language, files, reason, written_at, displaced_at)| {
                Ok(DisplacedDraft {
                    language: word(&language)?,
                    files: files_from_json(&files)?,
                    reason: word(&reason)?,
                    written_at: Timestamp(written_at),
                    displaced_at: Timestamp(displaced_at),
                })
            })
            .collect()
    }
}

/// Reads a draft as part of a larger change.
pub(crate) async fn find(
    connection: &mut SqliteConnection,
    learner: &LearnerId,
    exercise: &ExerciseId,
    language: Language,
) -> Result<Option<Draft>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT language, files, revision, updated_at FROM drafts
         WHERE learner_id = $1 AND exercise_id = $2 AND language = $3",
    )
    .bind(learner.as_str())
    .bind(exercise.as_str())
    .bind(language.as_str())
    .fetch_optional(connection)
    .await
    .typed()?;
    row.map(draft).transpose()
}

/// Writes a draft over the one there may be.
pub(crate) async fn put(
    connection: &mut SqliteConnection,
    learner: &LearnerId,
    exercise: &ExerciseId,
    exercise_hash: &str,
    draft: &Draft,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO drafts (learner_id, exercise_id, language, files, revision, updated_at, exercise_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (learner_id, exercise_id, language) DO UPDATE
         SET files = excluded.files, revision = excluded.revision, updated_at = excluded.updated_at,
             exercise_hash = excluded.exercise_hash",
    )
    .bind(learner.as_str())
    .bind(exercise.as_str())
    .bind(draft.language.as_str())
    .bind(files_to_json(&draft.files)?)
    .bind(i64::from(draft.revision))
    .bind(draft.updated_at.0)
    .bind(exercise_hash)
    .execute(connection)
    .await
    .typed()?;
    Ok(())
}

/// Code on its way to the history.
pub(crate) struct Displaced<'a> {
    pub(crate) learner: &'a LearnerId,
    pub(crate) exercise: &'a ExerciseId,
    pub(crate) language: Language,
    pub(crate) files: &'a [SourceFile],
    pub(crate) written_at: Timestamp,
}

/// Keeps code that lost. An editor that offers the same code again and again adds it once.
pub(crate) async fn displace(
    connection: &mut SqliteConnection,
    lost: &Displaced<'_>,
    reason: Reason,
) -> Result<(), StoreError> {
    let files = files_to_json(lost.files)?;
    let newest: Option<String> = sqlx::query_scalar(
        "SELECT files FROM draft_history WHERE learner_id = $1 AND exercise_id = $2 AND language = $3
         ORDER BY displaced_at DESC, id DESC LIMIT 1",
    )
    .bind(lost.learner.as_str())
    .bind(lost.exercise.as_str())
    .bind(lost.language.as_str())
    .fetch_optional(&mut *connection)
    .await
    .typed()?;
    if newest.as_ref() == Some(&files) {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO draft_history (id, learner_id, exercise_id, language, files, reason, written_at, displaced_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(new_id())
    .bind(lost.learner.as_str())
    .bind(lost.exercise.as_str())
    .bind(lost.language.as_str())
    .bind(files)
    .bind(reason.as_str())
    .bind(lost.written_at.0)
    .bind(now().0)
    .execute(&mut *connection)
    .await
    .typed()?;
    sqlx::query(
        "DELETE FROM draft_history WHERE learner_id = $1 AND exercise_id = $2 AND language = $3 AND id NOT IN (
             SELECT id FROM draft_history WHERE learner_id = $1 AND exercise_id = $2 AND language = $3
             ORDER BY displaced_at DESC, id DESC LIMIT $4
         )",
    )
    .bind(lost.learner.as_str())
    .bind(lost.exercise.as_str())
    .bind(lost.language.as_str())
    .bind(limit(HISTORY_LENGTH))
    .execute(connection)
    .await
    .typed()?;
    Ok(())
}
