//! What is opened, and what is refused with which words.

use std::{fs, path::Path};

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{exercise, files, fresh};
use crate::{OpenError, Store, StoreError};

async fn refused(path: &Path) -> OpenError {
    Store::open(path).await.err().unwrap()
}

#[tokio::test]
async fn folder_and_files_are_made_for_this_program_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/deeper/backroad.db");
    let store = Store::open(&path).await.unwrap();
    store.migrate_up().await.unwrap();
    #[cfg(unix)]
    for name in ["", "backroad.db", "backroad.db-wal", "backroad.db-shm"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path.with_file_name(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name} {mode:o}");
    }
}

#[tokio::test]
async fn the_connections_are_set_for_durability() {
    let store = fresh().await;
    for (pragma, expected) in
        [("PRAGMA synchronous", "2"), ("PRAGMA foreign_keys", "1"), ("PRAGMA journal_mode", "wal")]
    {
        for pool in [&store.writer, &store.readers] {
            let row = sqlx::query(pragma).fetch_one(pool).await.unwrap();
            let value = sqlx::Row::try_get::<String, _>(&row, 0)
                .or_else(|_| sqlx::Row::try_get::<i64, _>(&row, 0).map(|number| number.to_string()))
                .unwrap();
            assert_eq!(value, expected, "{pragma}");
        }
    }
    let written = sqlx::query("DELETE FROM learners").execute(&store.readers).await;
    assert!(written.is_err(), "readers cannot write");
}

#[tokio::test]
async fn something_else_is_not_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    let text = "Dear diary, this is not a database. ".repeat(100);
    fs::write(&path, &text).unwrap();
    let error = refused(&path).await;
    assert!(matches!(error, OpenError::NotADatabase(_)), "{error:?}");
    assert!(error.to_string().contains("is not a database"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "it was not touched");
}

#[tokio::test]
async fn the_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut other = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("CREATE TABLE bookmarks (url TEXT)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    let before = fs::read(&path).unwrap();

    let error = refused(&path).await;
    assert!(matches!(error, OpenError::Foreign(_)), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    // A folder cannot be made below a file, not even by an administrator, whom permissions would not stop.
    let error = refused(&folder.path().join("file/backroad.db")).await;
    assert!(matches!(error, OpenError::NotWritable { .. }), "{error:?}");
    assert!(error.to_string().contains("cannot be written"), "{error}");
    // The same where the file itself cannot be opened for writing.
    let error = refused(folder.path()).await;
    assert!(matches!(error, OpenError::NotWritable { .. }), "{error:?}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_takes_no_files_is_refused() {
    // No file can be made there, whoever asks.
    let error = refused(Path::new("/proc/backroad.db")).await;
    assert!(matches!(error, OpenError::NotWritable { .. }), "{error:?}");
}

#[tokio::test]
async fn a_damaged_file_is_called_damaged() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    for number in 0..50 {
        let text = format!("{number}").repeat(2_000);
        store
            .drafts()
            .save(&ada, &exercise(&format!("{number}")), domain::Language::Python, "h", &files(&text), 0)
            .await
            .unwrap();
    }
    store.close().await;
    assert!(matches!(store.ping().await, Err(StoreError::Unavailable(_))), "closed is not damaged");
    let whole = fs::read(store.path()).unwrap();
    assert!(whole.len() > 40 * 4096);

    // Pages in the middle overwritten: it opens, and reading says so.
    let mut damaged = whole.clone();
    for byte in &mut damaged[4096..] {
        *byte = 0xAA;
    }
    fs::write(store.path(), &damaged).unwrap();
    match Store::open(store.path()).await {
        Err(error) => assert!(matches!(error, OpenError::Damaged { .. }), "{error:?}"),
        Ok(opened) => {
            let error = opened.learners().exists(&ada).await.unwrap_err();
            assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
            assert!(error.to_string().contains("damaged"), "{error}");
        }
    }

    // Cut off in the middle.
    fs::write(store.path(), &whole[..whole.len() / 2]).unwrap();
    match Store::open(store.path()).await {
        Err(error) => assert!(matches!(error, OpenError::Damaged { .. }), "{error:?}"),
        Ok(opened) => match opened.check().await {
            Ok(problems) => assert_ne!(problems, [""; 0]),
            Err(error) => assert!(matches!(error, StoreError::Damaged(_)), "{error:?}"),
        },
    }

    // Its beginning overwritten.
    let mut damaged = whole.clone();
    damaged[..100].fill(b'x');
    fs::write(store.path(), &damaged).unwrap();
    assert!(matches!(refused(store.path()).await, OpenError::NotADatabase(_)));

    fs::write(store.path(), &whole).unwrap();
    assert_eq!(Store::open(store.path()).await.unwrap().check().await.unwrap(), [""; 0], "the test damaged it");
}
