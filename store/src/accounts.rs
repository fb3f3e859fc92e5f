//! How learners log in.

use std::fmt;

use domain::{Account, LearnerId, Role, Timestamp};
use sqlx::{Sqlite, query::QueryAs, sqlite::SqliteArguments};

use crate::{
    Store, StoreError,
    columns::{new_id, now, word},
    error::Typed as _,
    sessions,
};

/// The accounts; see [`Store::accounts`].
#[derive(Clone, Copy, Debug)]
pub struct Accounts<'a> {
    store: &'a Store,
}

impl Store {
    /// How learners log in.
    pub fn accounts(&self) -> Accounts<'_> {
        Accounts { store: self }
    }
}

/// What an account begins with.
#[derive(Clone)]
pub struct NewAccount {
    /// The guest whose work it takes over; a new learner if there is none.
    pub guest: Option<LearnerId>,
    /// The address; stored in lower case.
    pub email: String,
    /// As the person wrote it.
    pub name: String,
    /// A PHC string.
    pub password_hash: String,
    /// What it may do.
    pub role: Role,
}

/// Without the hash, so that it cannot reach a log.
impl fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewAccount").field("guest", &self.guest).field("role", &self.role).finish_non_exhaustive()
    }
}

/// What logging in is checked against.
#[derive(Clone)]
pub struct Credentials {
    /// The account. It may be disabled.
    pub account: Account,
    /// A PHC string.
    pub password_hash: String,
}

/// Without the hash, so that it cannot reach a log.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("learner", &self.account.learner).finish_non_exhaustive()
    }
}

/// The columns of an [`Account`], in the order of [`account`].
type Row = (String, String, String, String, Option<i64>, i64);

/// The same with the password hash.
type CredentialsRow = (String, String, String, String, Option<i64>, i64, String);

fn account((learner, email, name, role, disabled_at, created_at): Row) -> Result<Account, StoreError> {
    Ok(Account {
        learner: LearnerId::new(learner),
        email,
        name,
        role: word(&role)?,
        disabled_at: disabled_at.map(Timestamp),
        created_at: Timestamp(created_at),
    })
}

/// Addresses are compared without regard to case or the blanks around them.
fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}

impl Accounts<'_> {
    /// Gives a guest an account, or creates a learner with one.
    ///
    /// # Errors
    /// [`StoreError::EmailTaken`]; [`StoreError::Conflict`] where the guest has an account already;
    /// [`StoreError::NotFound`] where there is no such guest.
    pub async fn register(self, new: NewAccount) -> Result<Account, StoreError> {
        let created_at = now();
        let mut transaction = self.store.write().await?;
        let learner = match &new.guest {
            Some(guest) => guest.clone(),
            None => {
                let id = LearnerId::new(new_id());
                sqlx::query("INSERT INTO learners (id, created_at) VALUES ($1, $2)")
                    .bind(id.as_str())
                    .bind(created_at.0)
                    .execute(&mut *transaction)
                    .await
                    .typed()?;
                id
            }
        };
        // Only the address is let through as "nothing inserted"; a second account of one learner is an error.
        let row: Option<Row> = sqlx::query_as(
            "INSERT INTO accounts (learner_id, email, name, password_hash, role, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (email) DO NOTHING
             RETURNING learner_id, email, name, role, disabled_at, created_at",
        )
        .bind(learner.as_str())
        .bind(normal(&new.email))
        .bind(new.name.trim())
        .bind(&new.password_hash)
        .bind(new.role.as_str())
        .bind(created_at.0)
        .fetch_optional(&mut *transaction)
        .await
        .typed()?;
        let account = account(row.ok_or(StoreError::EmailTaken)?)?;
        transaction.commit().await.typed()?;
        Ok(account)
    }

    /// The account of this address with its password hash, disabled or not.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find_by_email(self, email: &str) -> Result<Option<Credentials>, StoreError> {
        let row: Option<CredentialsRow> = sqlx::query_as(
            "SELECT learner_id, email, name, role, disabled_at, created_at, password_hash
             FROM accounts WHERE email = $1",
        )
        .bind(normal(email))
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        row.map(|(learner, email, name, role, disabled_at, created_at, password_hash)| {
            let account = account((learner, email, name, role, disabled_at, created_at))?;
            Ok(Credentials { account, password_hash })
        })
        .transpose()
    }

    /// The account of this learner; none for a guest.
    ///
    /// # Errors
    /// The database refused.
    pub async fn find(self, learner: &LearnerId) -> Result<Option<Account>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT learner_id, email, name, role, disabled_at, created_at FROM accounts WHERE learner_id = $1",
        )
        .bind(learner.as_str())
        .fetch_optional(&self.store.readers)
        .await
        .typed()?;
        row.map(account).transpose()
    }

    /// Every account, oldest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn list(self) -> Result<Vec<Account>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT learner_id, email, name, role, disabled_at, created_at FROM accounts
             ORDER BY created_at, learner_id",
        )
        .fetch_all(&self.store.readers)
        .await
        .typed()?;
        rows.into_iter().map(account).collect()
    }

    /// Replaces the password hash, such as after logging in with an older setting of the hash function. Sessions go
    /// on; a changed *password* also calls [`Sessions::end_all`](crate::Sessions::end_all).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such account.
    pub async fn set_password_hash(self, learner: &LearnerId, password_hash: &str) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE accounts SET password_hash = $2 WHERE learner_id = $1")
            .bind(learner.as_str())
            .bind(password_hash)
            .execute(&self.store.writer)
            .await
            .typed()?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Changes what an account may do. Ends its sessions, so that none goes on with more or less power.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such account.
    pub async fn set_role(self, learner: &LearnerId, role: Role) -> Result<Account, StoreError> {
        let update = sqlx::query_as(
            "UPDATE accounts SET role = $2 WHERE learner_id = $1
             RETURNING learner_id, email, name, role, disabled_at, created_at",
        );
        self.change(learner, update.bind(learner.as_str()).bind(role.as_str()), Sessions::End).await
    }

    /// Keeps somebody out, and ends their sessions, until [`Accounts::enable`]. Disabling again keeps the first time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such account.
    pub async fn disable(self, learner: &LearnerId) -> Result<Account, StoreError> {
        let update = sqlx::query_as(
            "UPDATE accounts SET disabled_at = COALESCE(disabled_at, $2) WHERE learner_id = $1
             RETURNING learner_id, email, name, role, disabled_at, created_at",
        );
        self.change(learner, update.bind(learner.as_str()).bind(now().0), Sessions::End).await
    }

    /// Lets somebody in again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such account.
    pub async fn enable(self, learner: &LearnerId) -> Result<Account, StoreError> {
        let update = sqlx::query_as(
            "UPDATE accounts SET disabled_at = NULL WHERE learner_id = $1
             RETURNING learner_id, email, name, role, disabled_at, created_at",
        );
        self.change(learner, update.bind(learner.as_str()), Sessions::Keep).await
    }

    /// Does an update that returns the account as it is then.
    ///
    /// A statement that returns rows reports a failed commit only at its end, which nobody would read: the explicit
    /// commit does it.
    async fn change(
        self,
        learner: &LearnerId,
        update: QueryAs<'_, Sqlite, Row, SqliteArguments>,
        sessions: Sessions,
    ) -> Result<Account, StoreError> {
        let mut transaction = self.store.write().await?;
        let row = update.fetch_optional(&mut *transaction).await.typed()?;
        let account = account(row.ok_or(StoreError::NotFound)?)?;
        if sessions == Sessions::End {
            sessions::end_all(&mut transaction, learner).await?;
        }
        transaction.commit().await.typed()?;
        Ok(account)
    }
}

/// What becomes of an account's sessions when it changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sessions {
    Keep,
    End,
}
