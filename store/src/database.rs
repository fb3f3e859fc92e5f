//! Opening the file, and the two ways into it: one writer and several readers.
//!
//! SQLite allows one writer at a time. All writes go through one connection, for which they wait in order and
//! without polling; a transaction begins with `BEGIN IMMEDIATE`, because one that begins as a reader and then
//! writes fails at once where another process has written meanwhile. Readers never wait for the writer (WAL).

use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    Connection as _, Sqlite, SqliteConnection, SqlitePool, Transaction,
    pool::PoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{OpenError, StoreError, error::Typed as _, migrations};

/// How long a statement waits for another process, such as a backup, that has locked the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a call waits for its turn before it gives up as unavailable.
const TURN_TIMEOUT: Duration = Duration::from_secs(30);
/// Reads are short; more connections than this only take turns on the processors.
const READERS: u32 = 4;
/// The WAL is cut back to this after a checkpoint, so that a burst of writes does not occupy the disk for ever.
const WAL_BYTES: &str = "67108864";

/// The database. Cheap to clone; all clones share the connections.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
}

impl Store {
    /// Opens the database file, or creates an empty one and the folder it is in.
    ///
    /// Its tables stay as they are: [`Store::migrate_up`] is the next call of a program that wants to use them.
    ///
    /// # Errors
    /// The file is not ours, is newer than this program or is damaged; it or its folder cannot be written; the disk
    /// is full.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        create_private(path).map_err(|error| OpenError::from_system(path, error))?;
        let engine = |error| OpenError::from_engine(path, error);

        // Look before changing anything: switching to WAL would already write to a file that is not ours.
        if path.metadata().is_ok_and(|file| file.len() > 0) {
            let mut connection =
                SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(path)).await.map_err(engine)?;
            let looked = inspect(&mut connection, path).await;
            connection.close().await.map_err(engine)?;
            looked?;
        }

        let options = options(path);
        let writer: SqlitePool = PoolOptions::new()
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(TURN_TIMEOUT)
            .test_before_acquire(false)
            // After a full disk SQLite may have ended the transaction by itself. sqlx then believes that it is
            // still open and could never begin another: such a connection is closed and the next call gets a new one.
            .after_release(|connection: &mut SqliteConnection, _| {
                Box::pin(async move {
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction())
                })
            })
            .connect_with(options.clone())
            .await
            .map_err(engine)?;
        // A file that may only be read opens without an error; taking the lock tells.
        let lock = writer.begin_with("BEGIN IMMEDIATE").await.map_err(engine)?;
        lock.rollback().await.map_err(engine)?;

        let readers: SqlitePool = PoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(TURN_TIMEOUT)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(engine)?;
        Ok(Self { path: path.to_owned(), writer, readers })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Answers if the database does.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query_scalar::<_, i64>("SELECT count(*) FROM learners").fetch_one(&self.readers).await.typed()?;
        Ok(())
    }

    /// Reads the whole file and lists what is wrong with it; nothing if all is well.
    ///
    /// # Errors
    /// The file could not be read at all.
    pub async fn check(&self) -> Result<Vec<String>, StoreError> {
        let mut problems: Vec<String> =
            sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.readers).await.typed()?;
        problems.retain(|line| line != "ok");
        let mut connection = self.readers.acquire().await.typed()?;
        problems.extend(dangling(&mut connection).await.typed()?);
        Ok(problems)
    }

    /// Waits for running calls, then closes all connections. Every later call is unavailable.
    pub async fn close(&self) {
        self.readers.close().await;
        // The last connection to close also empties the WAL into the file.
        self.writer.close().await;
    }

    /// A transaction that may write. Dropping it without a commit undoes it.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.writer.begin_with("BEGIN IMMEDIATE").await.typed()
    }
}

/// What every connection is set to.
pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // Acknowledged work survives a power cut, not only the end of the process.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("journal_size_limit", WAL_BYTES)
}

/// One line for each row that refers to nothing.
pub(crate) async fn dangling(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    let rows: Vec<(String, Option<i64>, String)> =
        sqlx::query_as(r#"SELECT "table", rowid, parent FROM pragma_foreign_key_check"#).fetch_all(connection).await?;
    Ok(rows
        .into_iter()
        .map(|(table, row, parent)| format!("row {} of {table} refers to no row of {parent}", row.unwrap_or_default()))
        .collect())
}

/// Refuses a file that is not ours, or not any more.
async fn inspect(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let engine = |error| OpenError::from_engine(path, error);
    let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table'")
        .fetch_all(&mut *connection)
        .await
        .map_err(engine)?;
    if tables.is_empty() {
        return Ok(());
    }
    if !tables.iter().any(|table| table == migrations::TABLE) {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let found = migrations::newest_applied(connection).await.map_err(engine)?;
    let known = migrations::newest_known();
    match found {
        Some(found) if found > known => Err(OpenError::Newer { path: path.to_owned(), found, known }),
        _ => Ok(()),
    }
}

/// Makes what is missing, for this program alone: the file holds addresses, password hashes and people's work. The
/// files that SQLite puts beside it get its permissions.
fn create_private(path: &Path) -> io::Result<()> {
    let mut folders = DirBuilder::new();
    let mut file = OpenOptions::new();
    folders.recursive(true);
    file.write(true).create_new(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        folders.create(folder)?;
    }
    match file.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
