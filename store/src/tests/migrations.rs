//! Up, down to nothing and up again.

use std::borrow::Cow;

use domain::{Language, LessonId, ModuleId, Verdict};
use sqlx::{
    Connection as _, SqliteConnection,
    migrate::{Migration, MigrationType, Migrator},
};
use tower_sessions::SessionStore as _;

use super::{Fresh, exercise, files, fresh, sessions::record};
use crate::{MigrationError, OpenError, Store, StoreError, database::options, migrations};

/// Every table and index as SQL.
async fn schema(store: &Store) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY name",
    )
    .fetch_all(&store.readers)
    .await
    .unwrap()
}

async fn applied(store: &Store) -> Vec<bool> {
    store.migration_status().await.unwrap().into_iter().map(|status| status.applied).collect()
}

/// At least one row in every table.
async fn seed(store: &Fresh) {
    let ada = store.account("ada@example.org").await;
    store.sessions().create(&mut record(Some(&ada))).await.unwrap();
    for content in ["one", "two"] {
        store.drafts().save(&ada, &exercise("e"), Language::Python, "h", &files(content), 0).await.unwrap();
    }
    store.judged(&ada, "e", Verdict::Passed).await;
    store.answered(&ada, "quiz", Verdict::Passed).await;
    store.lessons().mark_read(&ada, &LessonId::new("first")).await.unwrap();
    store.solutions_seen().give_up(&ada, &exercise("e")).await.unwrap();
    store.problem_reports().file(Some(&ada), "/road", "a typing slip").await.unwrap();
    store.modules().mark_known(&ada, &ModuleId::new("first")).await.unwrap();
}

#[tokio::test]
async fn empty_and_seeded_databases_go_up_down_and_up_again() {
    let store = fresh().await;
    let full = schema(&store).await;
    assert!(full.len() >= 9, "{full:#?}");
    let all = applied(&store).await.len();
    assert_eq!(applied(&store).await, vec![true; all]);

    for seeded in [false, true] {
        if seeded {
            seed(&store).await;
        }
        // Step by step, so that each down migration proves itself.
        for version in (0..all).rev() {
            store.migrate_down(i64::try_from(version).unwrap()).await.unwrap();
            let expected: Vec<_> = (0..all).map(|number| number < version).collect();
            assert_eq!(applied(&store).await, expected);
        }
        assert_eq!(schema(&store).await, [""; 0]);
        store.migrate_up().await.unwrap();
        assert_eq!(schema(&store).await, full);

        seed(&store).await;
        store.migrate_down(0).await.unwrap();
        store.migrate_up().await.unwrap();
        assert_eq!(schema(&store).await, full);
    }
    seed(&store).await;
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn going_up_twice_keeps_the_data() {
    let store = fresh().await;
    seed(&store).await;
    store.migrate_up().await.unwrap();
    let again = Store::open(store.path()).await.unwrap();
    again.migrate_up().await.unwrap();
    assert_eq!(again.accounts().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn programs_that_start_at_once_migrate_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("backroad.db");
    let stores = [Store::open(&path).await.unwrap(), Store::open(&path).await.unwrap()];
    let calls = stores.map(|store| tokio::spawn(async move { store.migrate_up().await }));
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn before_migrating_nothing_works_and_nothing_is_applied() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("backroad.db")).await.unwrap();
    assert!(store.migration_status().await.unwrap().iter().all(|status| !status.applied));
    assert!(store.ping().await.is_err());
    store.migrate_up().await.unwrap();
    store.ping().await.unwrap();
}

fn migration(version: i64, sql: &'static str) -> Migration {
    Migration::new(version, Cow::Borrowed("test"), MigrationType::Simple, sqlx::SqlStr::from_static(sql), false)
}

/// Applies these after those of this program, as a later release would.
async fn apply(store: &Store, later: Vec<Migration>) -> Result<(), MigrationError> {
    let mut connection = SqliteConnection::connect_with(&options(store.path()).foreign_keys(false)).await.unwrap();
    let migrator = Migrator::with_migrations(migrations::all().chain(later).collect());
    migrations::finish(migrations::up(&mut connection, &migrator).await?).await
}

#[tokio::test]
async fn a_step_that_fails_undoes_the_steps_before_it() {
    let store = fresh().await;
    let before = schema(&store).await;
    let failed = apply(
        &store,
        vec![migration(101, "CREATE TABLE extra (id TEXT)"), migration(102, "CREATE TABLE other (id TEXT); NONSENSE")],
    )
    .await;
    assert!(matches!(failed, Err(MigrationError::Store(StoreError::Other(_)))), "{failed:?}");
    assert_eq!(schema(&store).await, before);
    Store::open(store.path()).await.unwrap();
}

#[tokio::test]
async fn a_step_that_leaves_references_to_nothing_is_undone() {
    let store = fresh().await;
    seed(&store).await;
    let failed = apply(&store, vec![migration(101, "DELETE FROM learners")]).await;
    assert!(matches!(failed, Err(MigrationError::Dangling(6..))), "{failed:?}");
    assert_eq!(store.accounts().list().await.unwrap().len(), 1);
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let store = fresh().await;
    apply(&store, vec![migration(9_999, "CREATE TABLE from_the_future (id TEXT)")]).await.unwrap();

    let refused = Store::open(store.path()).await.unwrap_err();
    assert!(matches!(refused, OpenError::Newer { found: 9_999, .. }), "{refused:?}");
    assert!(refused.to_string().contains("newer release"), "{refused}");
    // And by a program that had it open already.
    assert!(matches!(store.migrate_up().await, Err(MigrationError::Unknown(9_999))));
    assert!(matches!(store.migrate_down(0).await, Err(MigrationError::Unknown(9_999))));
}

#[tokio::test]
async fn a_changed_migration_is_refused() {
    let store = fresh().await;
    store.sql("UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 2").await;
    assert!(matches!(store.migrate_up().await, Err(MigrationError::Changed(2))));
}
