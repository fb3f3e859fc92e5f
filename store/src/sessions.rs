//! Sessions of browsers, behind tower-sessions.
//!
//! - The identifier of a session is never stored, only its SHA-256. It is 128 random bits, so a fast hash does.
//! - Saving changes a session that is there and never brings one back: a request that was under way while somebody
//!   logged out, or a made-up identifier, cannot create a session.
//! - A session ends when it is not used (its own expiry) and some time after its beginning in any case. A new
//!   identifier, as after logging in, is a new beginning.

use std::time::Duration;

use async_trait::async_trait;
use domain::LearnerId;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;
use time::OffsetDateTime;
use tower_sessions::{
    ExpiredDeletion, SessionStore,
    session::{Id, Record},
    session_store::{Error, Result as SessionResult},
};

use crate::{
    Store, StoreError,
    columns::{milliseconds, now},
    error::Typed as _,
};

/// The key in a session's data that holds the [`LearnerId`], as a string. The store copies it into a column, by
/// which it finds all sessions of a learner.
pub const LEARNER_KEY: &str = "learner";

/// The longest life of a session, however much it is used.
pub const SESSION_DAYS: u32 = 30;

/// The same for a guest's. Nothing but the session leads to a guest's work, so it lasts as long as browsers keep a
/// cookie.
pub const GUEST_SESSION_DAYS: u32 = 400;

/// How often a new identifier is drawn when the one drawn is taken. Once will not happen in 128 bits; the loop ends
/// even if the source of randomness is broken.
const DRAWS: usize = 8;

/// The sessions; see [`Store::sessions`]. Given to tower-sessions' layer as its store.
#[derive(Clone, Debug)]
pub struct Sessions {
    store: Store,
}

impl Store {
    /// Sessions of browsers.
    pub fn sessions(&self) -> Sessions {
        Sessions { store: self.clone() }
    }
}

impl Sessions {
    /// Ends every session of a learner, but for the one to keep.
    ///
    /// # Errors
    /// The database refused.
    pub async fn end_all(&self, learner: &LearnerId, keep: Option<&Id>) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE learner_id = $1 AND id_hash <> $2")
            .bind(learner.as_str())
            .bind(keep.map(hash).unwrap_or_default())
            .execute(&self.store.writer)
            .await
            .typed()?;
        Ok(())
    }

    /// Removes sessions that are over, and says how many. They are not loaded before that either.
    ///
    /// # Errors
    /// The database refused.
    pub async fn purge_expired(&self) -> Result<u64, StoreError> {
        let now = now().0;
        let done = sqlx::query(
            "DELETE FROM sessions WHERE expires_at <= $1 OR created_at <= $3
             OR (created_at <= $2 AND (learner_id IS NULL OR learner_id IN (SELECT learner_id FROM accounts)))",
        )
        .bind(now)
        .bind(now - days(SESSION_DAYS))
        .bind(now - days(GUEST_SESSION_DAYS))
        .execute(&self.store.writer)
        .await
        .typed()?;
        Ok(done.rows_affected())
    }
}

/// Ends every session of a learner as part of a larger change.
pub(crate) async fn end_all(connection: &mut SqliteConnection, learner: &LearnerId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE learner_id = $1")
        .bind(learner.as_str())
        .execute(connection)
        .await
        .typed()?;
    Ok(())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> SessionResult<()> {
        let data = encode(record)?;
        for _ in 0..DRAWS {
            let done = sqlx::query(
                "INSERT INTO sessions (id_hash, learner_id, data, expires_at, created_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (id_hash) DO NOTHING",
            )
            .bind(hash(&record.id))
            .bind(learner(record))
            .bind(&data)
            .bind(milliseconds(record.expiry_date).0)
            .bind(now().0)
            .execute(&self.store.writer)
            .await
            .typed()
            .map_err(backend)?;
            if done.rows_affected() == 1 {
                return Ok(());
            }
            record.id = Id::default();
        }
        Err(Error::Backend("no free session identifier was found".to_owned()))
    }

    async fn save(&self, record: &Record) -> SessionResult<()> {
        let done = sqlx::query("UPDATE sessions SET learner_id = $2, data = $3, expires_at = $4 WHERE id_hash = $1")
            .bind(hash(&record.id))
            .bind(learner(record))
            .bind(encode(record)?)
            .bind(milliseconds(record.expiry_date).0)
            .execute(&self.store.writer)
            .await
            .typed()
            .map_err(backend)?;
        if done.rows_affected() == 0 {
            tracing::debug!("a session was ended while a request used it; its changes are dropped");
        }
        Ok(())
    }

    async fn load(&self, id: &Id) -> SessionResult<Option<Record>> {
        let now = now().0;
        let row: Option<(String, i64)> = sqlx::query_as(
            "SELECT sessions.data, sessions.expires_at
             FROM sessions LEFT JOIN accounts ON accounts.learner_id = sessions.learner_id
             WHERE sessions.id_hash = $1
               AND sessions.expires_at > $2
               AND sessions.created_at >
                   CASE WHEN sessions.learner_id IS NOT NULL AND accounts.learner_id IS NULL THEN $4 ELSE $3 END
               -- For a log-in that was under way while the account was disabled.
               AND accounts.disabled_at IS NULL",
        )
        .bind(hash(id))
        .bind(now)
        .bind(now - days(SESSION_DAYS))
        .bind(now - days(GUEST_SESSION_DAYS))
        .fetch_optional(&self.store.readers)
        .await
        .typed()
        .map_err(backend)?;
        row.map(|(data, expires_at)| {
            let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
            let expiry_date = OffsetDateTime::UNIX_EPOCH.saturating_add(time::Duration::milliseconds(expires_at));
            Ok(Record { id: *id, data, expiry_date })
        })
        .transpose()
    }

    async fn delete(&self, id: &Id) -> SessionResult<()> {
        sqlx::query("DELETE FROM sessions WHERE id_hash = $1")
            .bind(hash(id))
            .execute(&self.store.writer)
            .await
            .typed()
            .map_err(backend)?;
        Ok(())
    }
}

#[async_trait]
impl ExpiredDeletion for Sessions {
    async fn delete_expired(&self) -> SessionResult<()> {
        self.purge_expired().await.map_err(backend)?;
        Ok(())
    }
}

/// What is stored of an identifier.
fn hash(id: &Id) -> String {
    Sha256::digest(id.0.to_le_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whose session it is.
fn learner(record: &Record) -> Option<&str> {
    record.data.get(LEARNER_KEY)?.as_str()
}

fn encode(record: &Record) -> SessionResult<String> {
    serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

/// tower-sessions takes texts only; ours never hold SQL or data.
fn backend(error: StoreError) -> Error {
    tracing::error!(error = &error as &dyn std::error::Error, "a session could not be read or written");
    Error::Backend(error.to_string())
}

/// In milliseconds.
const fn days(days: u32) -> i64 {
    Duration::from_secs(days as u64 * 24 * 60 * 60).as_millis() as i64
}
