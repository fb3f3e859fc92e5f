//! Saving from several devices.

use domain::{Draft, Language, LearnerId};

use super::{exercise, files, fresh};
use crate::{DraftSave, HISTORY_LENGTH, Reason, Store, StoreError};

async fn save(store: &Store, learner: &LearnerId, content: &str, revision: u32) -> DraftSave {
    store.drafts().save(learner, &exercise("e"), Language::Python, "h", &files(content), revision).await.unwrap()
}

async fn saved(store: &Store, learner: &LearnerId, content: &str, revision: u32) -> Draft {
    match save(store, learner, content, revision).await {
        DraftSave::Saved(draft) => draft,
        DraftSave::Conflict(draft) => panic!("conflict with {draft:?}"),
    }
}

#[tokio::test]
async fn each_save_builds_on_the_one_before() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    assert_eq!(store.drafts().find(&ada, &exercise("e"), Language::Python).await.unwrap(), None);

    let first = saved(&store, &ada, "one", 0).await;
    assert_eq!((first.revision, &first.files), (1, &files("one")));
    let second = saved(&store, &ada, "two", 1).await;
    assert_eq!((second.revision, &second.files), (2, &files("two")));
    assert_eq!(store.drafts().find(&ada, &exercise("e"), Language::Python).await.unwrap(), Some(second));
    assert_eq!(store.drafts().history(&ada, &exercise("e")).await.unwrap(), []);
}

#[tokio::test]
async fn an_outdated_save_changes_nothing_and_is_kept_aside() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    saved(&store, &ada, "one", 0).await;
    let stored = saved(&store, &ada, "from the laptop", 1).await;

    for revision in [0, 1, 3] {
        assert_eq!(save(&store, &ada, "from the phone", revision).await, DraftSave::Conflict(stored.clone()));
    }
    assert_eq!(store.drafts().find(&ada, &exercise("e"), Language::Python).await.unwrap(), Some(stored));

    let history = store.drafts().history(&ada, &exercise("e")).await.unwrap();
    assert_eq!(history.len(), 1, "the same code is kept once");
    assert_eq!((history[0].files.clone(), history[0].reason), (files("from the phone"), Reason::Conflict));
}

#[tokio::test]
async fn saving_the_same_again_is_no_conflict() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let stored = saved(&store, &ada, "one", 0).await;
    for revision in [0, 1, 7] {
        assert_eq!(saved(&store, &ada, "one", revision).await, stored);
    }
}

#[tokio::test]
async fn without_a_draft_any_revision_is_taken() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    assert_eq!(saved(&store, &ada, "typed before the merge", 7).await.revision, 8);
}

#[tokio::test]
async fn of_many_saves_on_one_revision_one_wins_and_none_is_lost() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    saved(&store, &ada, "start", 0).await;
    let calls: Vec<_> = (0..10)
        .map(|device| {
            let (store, ada) = (store.store.clone(), ada.clone());
            tokio::spawn(async move { save(&store, &ada, &format!("device {device}"), 1).await })
        })
        .collect();
    let mut won = 0;
    for call in calls {
        won += u32::from(matches!(call.await.unwrap(), DraftSave::Saved(_)));
    }
    assert_eq!(won, 1);
    assert_eq!(store.drafts().history(&ada, &exercise("e")).await.unwrap().len(), 9);
}

#[tokio::test]
async fn drafts_of_other_learners_exercises_and_languages_are_apart() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let bob = store.learners().create_guest().await.unwrap();
    saved(&store, &ada, "ada", 0).await;
    saved(&store, &bob, "bob", 0).await;
    let drafts = store.drafts();
    drafts.save(&ada, &exercise("e"), Language::Javascript, "h", &files("js"), 0).await.unwrap();
    drafts.save(&ada, &exercise("other"), Language::Python, "h", &files("other"), 0).await.unwrap();

    let found: Vec<_> = drafts
        .of_exercise(&ada, &exercise("e"))
        .await
        .unwrap()
        .into_iter()
        .map(|draft| (draft.language, draft.files))
        .collect();
    assert_eq!(found, [(Language::Javascript, files("js")), (Language::Python, files("ada"))]);
}

#[tokio::test]
async fn the_history_is_bounded() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    saved(&store, &ada, "stored", 0).await;
    for offered in 0..HISTORY_LENGTH + 5 {
        save(&store, &ada, &format!("offered {offered}"), 0).await;
    }
    let history = store.drafts().history(&ada, &exercise("e")).await.unwrap();
    assert_eq!(history.len(), HISTORY_LENGTH);
    assert_eq!(history[0].files, files(&format!("offered {}", HISTORY_LENGTH + 4)), "newest first");
}

#[tokio::test]
async fn a_draft_needs_a_learner() {
    let store = fresh().await;
    let nobody = LearnerId::new("nobody");
    let saved = store.drafts().save(&nobody, &exercise("e"), Language::Python, "h", &files("x"), 0).await;
    assert!(matches!(saved, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_draft_knows_for_which_content_it_was_written() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let (drafts, e) = (store.drafts(), exercise("e"));
    drafts.save(&ada, &e, Language::Python, "old", &files("x"), 0).await.unwrap();
    assert_eq!(drafts.outdated(&ada, &e, "old").await.unwrap(), []);
    assert_eq!(drafts.outdated(&ada, &e, "new").await.unwrap(), [Language::Python]);
    drafts.save(&ada, &e, Language::Python, "new", &files("y"), 1).await.unwrap();
    assert_eq!(drafts.outdated(&ada, &e, "new").await.unwrap(), []);
}
