//! What can go wrong, by what the caller can do about it.
//!
//! The texts are for people and never hold SQL; what the engine said is the error's source, for the log.

use std::{
    error::Error as StdError,
    path::{Path, PathBuf},
};

/// Where an error came from, for the log.
type Source = Box<dyn StdError + Send + Sync>;

/// Why a method of the store did not do its work. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another account has this e-mail address.
    #[error("there is an account with this e-mail address already")]
    EmailTaken,
    /// It contradicts what is stored, such as a second account for one learner.
    #[error("this contradicts what is stored already")]
    Conflict,
    /// What the call names is not there.
    #[error("what this refers to is not there")]
    NotFound,
    /// Nothing more can be written: the disk is full or the file is read-only. Reading still works.
    #[error("the disk is full or cannot be written to; nothing was changed")]
    Full(#[source] Source),
    /// The database does not answer now and may do so later.
    #[error("the database cannot be reached just now")]
    Unavailable(#[source] Source),
    /// The file is damaged; only a backup helps.
    #[error("the database file is damaged; restore it from a backup")]
    Damaged(#[source] Source),
    /// A mistake of ours, or a row that this program does not understand.
    #[error("the database did not understand a request")]
    Other(#[source] Source),
}

impl StoreError {
    /// For values that do not fit their type when they are read or written.
    pub(crate) fn other(source: impl Into<Source>) -> Self {
        Self::Other(source.into())
    }
}

/// Gives an error of the engine its type. An extension trait and not `From`, which would make the engine's error a
/// part of the public interface.
pub(crate) trait Typed<T> {
    /// The same result with an error that callers can act on.
    fn typed(self) -> Result<T, StoreError>;
}

impl<T> Typed<T> for Result<T, sqlx::Error> {
    fn typed(self) -> Result<T, StoreError> {
        self.map_err(classify)
    }
}

/// The primary code of SQLite is the low byte of the extended one: <https://www.sqlite.org/rescode.html>
const PRIMARY: i32 = 0xff;
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const NO_MEMORY: i32 = 7;
const READ_ONLY: i32 = 8;
const IO: i32 = 10;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;
const NOT_A_DATABASE: i32 = 26;
/// A write, sync, truncation or growth of the WAL index that failed. With a quota, or when the index cannot
/// grow, a full disk looks like this and not like `FULL`.
const IO_OF_A_FULL_DISK: [i32; 4] = [778, 1034, 1546, 4874];

/// SQLite's extended result code, where the error came from SQLite.
fn code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}

pub(crate) fn classify(error: sqlx::Error) -> StoreError {
    use sqlx::error::ErrorKind;

    match &error {
        sqlx::Error::RowNotFound => return StoreError::NotFound,
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => {
            return StoreError::Unavailable(error.into());
        }
        sqlx::Error::Database(database) => match database.kind() {
            ErrorKind::UniqueViolation => return StoreError::Conflict,
            // The only references are to learners and submissions that the caller named.
            ErrorKind::ForeignKeyViolation => return StoreError::NotFound,
            _ => {}
        },
        _ => {}
    }
    let Some(code) = code(&error) else { return StoreError::Other(error.into()) };
    match code & PRIMARY {
        FULL | READ_ONLY => StoreError::Full(error.into()),
        IO if IO_OF_A_FULL_DISK.contains(&code) => StoreError::Full(error.into()),
        BUSY | LOCKED | NO_MEMORY | IO | CANNOT_OPEN => StoreError::Unavailable(error.into()),
        CORRUPT | NOT_A_DATABASE => StoreError::Damaged(error.into()),
        _ => StoreError::Other(error.into()),
    }
}

/// Why a database could not be opened, in words for whoever runs this installation.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Something else is in the file.
    #[error("{} is not a database; move it away, or name another data folder", .0.display())]
    NotADatabase(PathBuf),
    /// A database, and not one of ours.
    #[error("{} is the database of another program; name another data folder", .0.display())]
    Foreign(PathBuf),
    /// A later release has migrated it.
    #[error(
        "{} was migrated to version {found} by a newer release; this program knows versions up to {known}. \
         Use the newer release, or restore a backup made before the upgrade", .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The newest migration in the file.
        found: i64,
        /// The newest migration of this program.
        known: i64,
    },
    /// It, or the folder around it, cannot be written.
    #[error(
        "{} cannot be written; this program needs to write the file and the folder it is in", .path.display()
    )]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: Source,
    },
    /// No room for even an empty database.
    #[error("{} cannot be opened because the disk is full", .path.display())]
    Full {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: Source,
    },
    /// A database that is damaged.
    #[error("{} is damaged; restore it from a backup", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        source: Source,
    },
    /// Anything else.
    #[error("{} cannot be opened", .path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        source: Source,
    },
}

impl OpenError {
    pub(crate) fn from_engine(path: &Path, error: sqlx::Error) -> Self {
        let path = path.to_owned();
        match code(&error).map(|code| (code & PRIMARY, code)) {
            Some((NOT_A_DATABASE, _)) => Self::NotADatabase(path),
            Some((CORRUPT, _)) => Self::Damaged { path, source: error.into() },
            Some((CANNOT_OPEN | READ_ONLY, _)) => Self::NotWritable { path, source: error.into() },
            Some((FULL, _)) => Self::Full { path, source: error.into() },
            Some((IO, code)) if IO_OF_A_FULL_DISK.contains(&code) => Self::Full { path, source: error.into() },
            _ => Self::Other { path, source: error.into() },
        }
    }

    pub(crate) fn from_system(path: &Path, error: std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full { path, source: error.into() },
            _ => Self::NotWritable { path, source: error.into() },
        }
    }
}

/// Why the tables could not be brought to another version. They are as they were before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrationError {
    /// The database has a version that this program does not know.
    #[error("the database has version {0}, which this program does not know; use a newer release")]
    Unknown(i64),
    /// A migration is not what it was when it was applied.
    #[error("migration {0} is not the one that was applied to this database; use the release that belongs to it")]
    Changed(i64),
    /// The migrations would leave rows that refer to nothing.
    #[error("the migration would leave {0} rows that refer to nothing; nothing was changed")]
    Dangling(usize),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl MigrationError {
    pub(crate) fn from_migrator(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;

        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => classify(error).into(),
            error => StoreError::other(error).into(),
        }
    }
}
