//! Registering, finding and disabling.

use domain::{LearnerId, Role};
use tower_sessions::{SessionStore as _, session::Id};

use super::{fresh, learner, new_account, sessions::record};
use crate::{NewAccount, StoreError};

#[tokio::test]
async fn a_visitor_registers_and_is_found_by_address_in_any_case() {
    let store = fresh().await;
    let account = store.accounts().register(new_account(" Ada@Example.ORG ")).await.unwrap();

    assert_eq!(account.email, "ada@example.org");
    assert_eq!((account.name.as_str(), account.role, account.disabled_at), ("Ada", Role::Learner, None));
    let found = store.accounts().find_by_email("ADA@example.org").await.unwrap().unwrap();
    assert_eq!((found.account, found.password_hash.as_str()), (account.clone(), "$argon2id$old"));
    assert_eq!(store.accounts().find(&account.learner).await.unwrap(), Some(account));
    assert!(store.accounts().find_by_email("bob@example.org").await.unwrap().is_none());
}

#[tokio::test]
async fn a_guest_keeps_the_learner_when_registering() {
    let store = fresh().await;
    let guest = store.learners().create_guest().await.unwrap();
    assert_eq!(store.accounts().find(&guest).await.unwrap(), None);

    let new = NewAccount { guest: Some(guest.clone()), ..new_account("ada@example.org") };
    assert_eq!(learner(store.accounts().register(new).await.unwrap()), guest);
}

#[tokio::test]
async fn an_address_belongs_to_one_account() {
    let store = fresh().await;
    store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();

    let again = NewAccount { guest: Some(guest.clone()), ..new_account("ADA@example.org") };
    assert!(matches!(store.accounts().register(again).await, Err(StoreError::EmailTaken)));
    let again = store.accounts().register(new_account("ada@example.org")).await;
    assert!(matches!(again, Err(StoreError::EmailTaken)));

    assert_eq!(store.accounts().list().await.unwrap().len(), 1);
    let learners: i64 = sqlx::query_scalar("SELECT count(*) FROM learners").fetch_one(&store.readers).await.unwrap();
    assert_eq!(learners, 2, "the refused registration left no learner behind");
}

#[tokio::test]
async fn of_many_who_register_one_address_at_once_one_succeeds() {
    let store = fresh().await;
    let calls = (0..20).map(|_| {
        let store = store.store.clone();
        tokio::spawn(async move { store.accounts().register(new_account("ada@example.org")).await })
    });
    let mut made = 0;
    for call in calls.collect::<Vec<_>>() {
        match call.await.unwrap() {
            Ok(_) => made += 1,
            Err(StoreError::EmailTaken) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(made, 1);
}

#[tokio::test]
async fn a_learner_has_one_account_at_most() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let second = NewAccount { guest: Some(ada), ..new_account("other@example.org") };
    assert!(matches!(store.accounts().register(second).await, Err(StoreError::Conflict)));

    let nobody = NewAccount { guest: Some(LearnerId::new("nobody")), ..new_account("other@example.org") };
    assert!(matches!(store.accounts().register(nobody).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn hash_and_role_change() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;

    store.accounts().set_password_hash(&ada, "$argon2id$new").await.unwrap();
    let found = store.accounts().find_by_email("ada@example.org").await.unwrap().unwrap();
    assert_eq!(found.password_hash, "$argon2id$new");

    for role in Role::ALL {
        assert_eq!(store.accounts().set_role(&ada, role).await.unwrap().role, role);
        assert_eq!(store.accounts().find(&ada).await.unwrap().unwrap().role, role);
    }

    let nobody = LearnerId::new("nobody");
    assert!(matches!(store.accounts().set_password_hash(&nobody, "x").await, Err(StoreError::NotFound)));
    assert!(matches!(store.accounts().set_role(&nobody, Role::Learner).await, Err(StoreError::NotFound)));
    assert!(matches!(store.accounts().disable(&nobody).await, Err(StoreError::NotFound)));
    assert!(matches!(store.accounts().enable(&nobody).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn disabling_ends_sessions_and_lasts_until_enabling() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let sessions = store.sessions();
    let mut session = record(Some(&ada));
    sessions.create(&mut session).await.unwrap();

    let first = store.accounts().disable(&ada).await.unwrap().disabled_at;
    assert!(first.is_some());
    assert_eq!(sessions.load(&session.id).await.unwrap(), None);
    assert_eq!(store.accounts().disable(&ada).await.unwrap().disabled_at, first, "the first time stays");

    // A log-in that had checked the password before.
    let mut late = record(Some(&ada));
    late.id = Id::default();
    sessions.create(&mut late).await.unwrap();
    assert_eq!(sessions.load(&late.id).await.unwrap(), None);

    assert_eq!(store.accounts().enable(&ada).await.unwrap().disabled_at, None);
    assert!(sessions.load(&late.id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_changed_role_ends_sessions() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let mut session = record(Some(&ada));
    store.sessions().create(&mut session).await.unwrap();
    store.accounts().set_role(&ada, Role::Administrator).await.unwrap();
    assert_eq!(store.sessions().load(&session.id).await.unwrap(), None);
}

#[tokio::test]
async fn accounts_are_listed_oldest_first() {
    let store = fresh().await;
    let mut expected = Vec::new();
    for email in ["c@example.org", "a@example.org", "b@example.org"] {
        expected.push(store.account(email).await);
    }
    let listed: Vec<_> = store.accounts().list().await.unwrap().into_iter().map(learner).collect();
    assert_eq!(listed, expected);
}

#[tokio::test]
async fn no_hash_and_no_sql_in_what_may_be_logged() {
    let store = fresh().await;
    store.account("ada@example.org").await;
    let found = store.accounts().find_by_email("ada@example.org").await.unwrap().unwrap();
    assert!(!format!("{found:?} {:?}", new_account("x")).contains("argon2"));

    store.sql("DROP TABLE lesson_reads").await;
    let error = store.lessons().read_by(&found.account.learner).await.unwrap_err();
    assert!(matches!(error, StoreError::Other(_)));
    assert_eq!(error.to_string(), "the database did not understand a request");
}
