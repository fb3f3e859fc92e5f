//! Bringing the tables to another version: the up/down pairs of `/migrations`, embedded into the binary.
//!
//! All steps of one call are one transaction. A process that is killed, a step that fails or a disk that fills up
//! leaves the version there was before, and two programs that start at once migrate one after the other. That is why
//! the steps are taken here, one by one, and not by the migrator of sqlx, which commits each by itself.

use std::collections::HashMap;

use sqlx::{
    Connection as _, Sqlite, SqliteConnection, Transaction,
    migrate::{Migrate as _, Migrator},
};

use crate::{
    MigrationError, Store, StoreError,
    database::{dangling, options},
    error::Typed as _,
};

static MIGRATOR: Migrator = sqlx::migrate!("../migrations");

/// Where the database remembers what was applied.
pub(crate) const TABLE: &str = "_sqlx_migrations";

/// A migration of this program, and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationStatus {
    /// Its number; migrations apply in this order.
    pub version: i64,
    /// What it brings.
    pub description: String,
    /// Whether the database has it.
    pub applied: bool,
}

impl Store {
    /// Applies every migration that the database lacks.
    ///
    /// # Errors
    /// The database does not fit this program, or refused; it is as it was.
    pub async fn migrate_up(&self) -> Result<(), MigrationError> {
        let mut connection = self.migration_connection().await?;
        let transaction = up(&mut connection, &MIGRATOR).await?;
        finish(transaction).await?;
        connection.close().await.typed()?;
        Ok(())
    }

    /// Undoes every migration above `version`, newest first, **and with them the data in their tables**;
    /// 0 leaves an empty database.
    ///
    /// # Errors
    /// The database does not fit this program, or refused; it is as it was.
    pub async fn migrate_down(&self, version: i64) -> Result<(), MigrationError> {
        let mut connection = self.migration_connection().await?;
        let transaction = down(&mut connection, version).await?;
        finish(transaction).await?;
        connection.close().await.typed()?;
        Ok(())
    }

    /// Every migration of this program, oldest first.
    ///
    /// # Errors
    /// The database could not be read.
    pub async fn migration_status(&self) -> Result<Vec<MigrationStatus>, StoreError> {
        let mut connection = self.readers.acquire().await.typed()?;
        let applied = applied(&mut connection).await.typed()?;
        Ok(MIGRATOR
            .iter()
            .filter(|migration| !migration.migration_type.is_down_migration())
            .map(|migration| MigrationStatus {
                version: migration.version,
                description: migration.description.to_string(),
                applied: applied.contains(&migration.version),
            })
            .collect())
    }

    /// A connection for migrations alone. Changing a table in SQLite can mean to copy and drop it, which must not
    /// touch the rows that refer to it; the setting cannot change within a transaction. [`finish`] checks instead.
    async fn migration_connection(&self) -> Result<SqliteConnection, StoreError> {
        SqliteConnection::connect_with(&options(self.path()).foreign_keys(false)).await.typed()
    }
}

/// Applies what is missing of the migrations of this program, in a transaction that is still to be finished.
#[cfg(test)]
pub(crate) async fn up_all(connection: &mut SqliteConnection) -> Result<Transaction<'_, Sqlite>, MigrationError> {
    up(connection, &MIGRATOR).await
}

/// The migrations of this program, for tests that add to them.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = sqlx::migrate::Migration> {
    MIGRATOR.iter().cloned()
}

/// Applies what is missing, in a transaction that is still to be finished.
pub(crate) async fn up<'c>(
    connection: &'c mut SqliteConnection,
    migrator: &Migrator,
) -> Result<Transaction<'c, Sqlite>, MigrationError> {
    let (mut transaction, applied) = begin(connection, migrator).await?;
    for migration in migrator.iter().filter(|migration| !migration.migration_type.is_down_migration()) {
        match applied.get(&migration.version) {
            None => {
                transaction.apply(TABLE, migration).await.map_err(MigrationError::from_migrator)?;
                tracing::info!(version = migration.version, description = %migration.description, "migrated up");
            }
            Some(checksum) if *checksum != migration.checksum.as_ref() => {
                return Err(MigrationError::Changed(migration.version));
            }
            Some(_) => {}
        }
    }
    Ok(transaction)
}

/// Undoes what is above a version, in a transaction that is still to be finished.
async fn down(connection: &mut SqliteConnection, version: i64) -> Result<Transaction<'_, Sqlite>, MigrationError> {
    let (mut transaction, applied) = begin(connection, &MIGRATOR).await?;
    let undone = MIGRATOR
        .iter()
        .rev()
        .filter(|migration| migration.migration_type.is_down_migration())
        .filter(|migration| migration.version > version && applied.contains_key(&migration.version));
    for migration in undone {
        transaction.revert(TABLE, migration).await.map_err(MigrationError::from_migrator)?;
        tracing::info!(version = migration.version, description = %migration.description, "migrated down");
    }
    Ok(transaction)
}

/// Takes the lock, then looks what the database has: its migrations by version, each with its checksum.
async fn begin<'c>(
    connection: &'c mut SqliteConnection,
    migrator: &Migrator,
) -> Result<(Transaction<'c, Sqlite>, HashMap<i64, Vec<u8>>), MigrationError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.typed()?;
    transaction.ensure_migrations_table(TABLE).await.map_err(MigrationError::from_migrator)?;
    let applied: HashMap<_, _> = transaction
        .list_applied_migrations(TABLE)
        .await
        .map_err(MigrationError::from_migrator)?
        .into_iter()
        .map(|applied| (applied.version, applied.checksum.into_owned()))
        .collect();
    match applied.keys().filter(|version| !migrator.version_exists(**version)).max() {
        Some(unknown) => Err(MigrationError::Unknown(*unknown)),
        None => Ok((transaction, applied)),
    }
}

/// Commits if every reference still leads somewhere.
pub(crate) async fn finish(mut transaction: Transaction<'_, Sqlite>) -> Result<(), MigrationError> {
    let dangling = dangling(&mut transaction).await.typed()?;
    if !dangling.is_empty() {
        return Err(MigrationError::Dangling(dangling.len()));
    }
    transaction.commit().await.typed()?;
    Ok(())
}

/// The newest migration in this program.
pub(crate) fn newest_known() -> i64 {
    MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// The newest migration in the database, if there is any.
pub(crate) async fn newest_applied(connection: &mut SqliteConnection) -> Result<Option<i64>, sqlx::Error> {
    Ok(applied(connection).await?.into_iter().max())
}

/// The versions in the database; none where nothing was ever migrated.
async fn applied(connection: &mut SqliteConnection) -> Result<Vec<i64>, sqlx::Error> {
    let table: Option<String> = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table' AND name = $1")
        .bind(TABLE)
        .fetch_optional(&mut *connection)
        .await?;
    if table.is_none() {
        return Ok(Vec::new());
    }
    sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version").fetch_all(connection).await
}
