//! Sessions behind tower-sessions.

use domain::LearnerId;
use time::{Duration, OffsetDateTime};
use tower_sessions::{
    ExpiredDeletion as _, SessionStore as _,
    session::{Id, Record},
};

use super::{Fresh, fresh};
use crate::LEARNER_KEY;

/// A session of a learner, or of a visitor, that lasts for an hour.
pub(super) fn record(learner: Option<&LearnerId>) -> Record {
    let data = learner.map(|learner| (LEARNER_KEY.to_owned(), learner.as_str().into())).into_iter().collect();
    // Milliseconds are what is stored.
    let now = OffsetDateTime::now_utc().replace_millisecond(250).unwrap();
    Record { id: Id::default(), data, expiry_date: now + Duration::hours(1) }
}

async fn rows(store: &Fresh) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM sessions").fetch_one(&store.readers).await.unwrap()
}

#[tokio::test]
async fn a_session_is_created_loaded_changed_and_deleted() {
    let store = fresh().await;
    let sessions = store.sessions();
    let mut session = record(None);
    sessions.create(&mut session).await.unwrap();
    assert_eq!(sessions.load(&session.id).await.unwrap(), Some(session.clone()));

    session.data.insert("theme".to_owned(), "dark".into());
    session.expiry_date += Duration::hours(1);
    sessions.save(&session).await.unwrap();
    assert_eq!(sessions.load(&session.id).await.unwrap(), Some(session.clone()));

    sessions.delete(&session.id).await.unwrap();
    assert_eq!(sessions.load(&session.id).await.unwrap(), None);
}

#[tokio::test]
async fn an_identifier_that_is_taken_is_drawn_again() {
    let store = fresh().await;
    let sessions = store.sessions();
    let mut first = record(None);
    sessions.create(&mut first).await.unwrap();

    let mut second = record(None);
    second.id = first.id;
    second.data.insert("whose".to_owned(), "second".into());
    sessions.create(&mut second).await.unwrap();

    assert_ne!(first.id, second.id);
    assert_eq!(sessions.load(&first.id).await.unwrap(), Some(first));
    assert_eq!(sessions.load(&second.id).await.unwrap(), Some(second));
}

#[tokio::test]
async fn saving_does_not_bring_a_session_back() {
    let store = fresh().await;
    let sessions = store.sessions();
    let mut session = record(None);
    sessions.create(&mut session).await.unwrap();
    sessions.delete(&session.id).await.unwrap();

    sessions.save(&session).await.unwrap();
    assert_eq!(sessions.load(&session.id).await.unwrap(), None);
    assert_eq!(rows(&store).await, 0, "neither an ended session nor a made-up identifier makes a row");
}

#[tokio::test]
async fn the_identifier_is_not_in_the_file() {
    let store = fresh().await;
    let mut session = record(None);
    session.data.insert("marker".to_owned(), "find-me-in-the-file".into());
    store.sessions().create(&mut session).await.unwrap();
    store.sessions().save(&session).await.unwrap();

    let file = store.bytes();
    let holds = |needle: &[u8]| file.windows(needle.len()).any(|window| window == needle);
    assert!(holds(b"find-me-in-the-file"), "the search itself works");
    let hexadecimal: String = session.id.0.to_le_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!holds(session.id.to_string().as_bytes()));
    assert!(!holds(session.id.0.to_string().as_bytes()));
    assert!(!holds(hexadecimal.as_bytes()));
    assert!(!holds(&session.id.0.to_le_bytes()));
    assert!(!holds(&session.id.0.to_be_bytes()));
}

#[tokio::test]
async fn an_unused_session_ends() {
    let store = fresh().await;
    let sessions = store.sessions();
    let mut session = record(None);
    session.expiry_date = OffsetDateTime::now_utc() - Duration::milliseconds(2);
    sessions.create(&mut session).await.unwrap();
    assert_eq!(sessions.load(&session.id).await.unwrap(), None);

    let mut other = record(None);
    sessions.create(&mut other).await.unwrap();
    assert_eq!(sessions.purge_expired().await.unwrap(), 1);
    assert!(sessions.load(&other.id).await.unwrap().is_some());
}

/// Sets every session's age in days, an hour more or less.
async fn age(store: &Fresh, days: i64, hours: i64) {
    sqlx::query("UPDATE sessions SET created_at = $1")
        .bind(crate::columns::now().0 - (days * 24 + hours) * 3_600_000)
        .execute(&store.writer)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_used_session_ends_too_and_a_guest_s_lasts_longer() {
    let store = fresh().await;
    let sessions = store.sessions();
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    let mut all = [record(None), record(Some(&ada)), record(Some(&guest))];
    for session in &mut all {
        sessions.create(session).await.unwrap();
    }
    let loaded = async || {
        let mut loaded = Vec::new();
        for session in &all {
            // Being used does not make it younger.
            sessions.save(session).await.unwrap();
            loaded.push(sessions.load(&session.id).await.unwrap().is_some());
        }
        loaded
    };

    age(&store, 30, -1).await;
    assert_eq!(loaded().await, [true, true, true]);
    assert_eq!(sessions.purge_expired().await.unwrap(), 0);
    age(&store, 30, 1).await;
    assert_eq!(loaded().await, [false, false, true]);
    assert_eq!(sessions.purge_expired().await.unwrap(), 2);
    age(&store, 400, -1).await;
    assert_eq!(loaded().await, [false, false, true]);
    sessions.delete_expired().await.unwrap();
    assert_eq!(rows(&store).await, 1);
    age(&store, 400, 1).await;
    assert_eq!(loaded().await, [false, false, false]);
    sessions.delete_expired().await.unwrap();
    assert_eq!(rows(&store).await, 0);
}

#[tokio::test]
async fn all_sessions_of_a_learner_end_but_the_one_to_keep() {
    let store = fresh().await;
    let sessions = store.sessions();
    let ada = store.account("ada@example.org").await;
    let bob = store.account("bob@example.org").await;
    let mut all = [record(Some(&ada)), record(Some(&ada)), record(Some(&bob)), record(None)];
    for session in &mut all {
        sessions.create(session).await.unwrap();
    }
    // Logging in gives a session that was a visitor's a learner.
    all[3].data.insert(LEARNER_KEY.to_owned(), ada.as_str().into());
    sessions.save(&all[3]).await.unwrap();
    let loaded = async || {
        let mut loaded = Vec::new();
        for session in &all {
            loaded.push(sessions.load(&session.id).await.unwrap().is_some());
        }
        loaded
    };

    sessions.end_all(&ada, Some(&all[1].id)).await.unwrap();
    assert_eq!(loaded().await, [false, true, true, false]);
    sessions.end_all(&ada, None).await.unwrap();
    assert_eq!(loaded().await, [false, false, true, false]);
}

/// The way in which tower-sessions itself uses the store.
#[tokio::test]
async fn logging_in_by_the_library_changes_the_identifier() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let sessions = std::sync::Arc::new(store.sessions());
    let session = tower_sessions::Session::new(None, sessions.clone(), None);
    session.insert("seen", true).await.unwrap();
    session.save().await.unwrap();
    let before = session.id().unwrap();

    session.cycle_id().await.unwrap();
    session.insert(LEARNER_KEY, ada.as_str()).await.unwrap();
    session.save().await.unwrap();
    let after = session.id().unwrap();

    assert_ne!(before, after);
    assert_eq!(sessions.load(&before).await.unwrap(), None);
    let again = tower_sessions::Session::new(Some(after), sessions.clone(), None);
    assert_eq!(again.get::<String>(LEARNER_KEY).await.unwrap().as_deref(), Some(ada.as_str()));
    assert_eq!(again.get::<bool>("seen").await.unwrap(), Some(true));

    again.flush().await.unwrap();
    assert_eq!(sessions.load(&after).await.unwrap(), None);
}
