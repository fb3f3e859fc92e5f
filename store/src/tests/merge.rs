//! A guest who logs in to an account.

use domain::{Draft, ExerciseState, Language, LearnerId, LessonId, ModuleId, Timestamp, Verdict};
use tower_sessions::SessionStore as _;

use super::{Fresh, exercise, files, fresh, sessions::record};
use crate::{DraftSave, Reason, StoreError};

async fn draft(store: &Fresh, learner: &LearnerId, id: &str, content: &str, updated_at: i64) {
    let saved = store.drafts().save(learner, &exercise(id), Language::Python, "h", &files(content), 0).await.unwrap();
    assert!(matches!(saved, DraftSave::Saved(_)));
    sqlx::query("UPDATE drafts SET updated_at = $1 WHERE learner_id = $2 AND exercise_id = $3")
        .bind(updated_at)
        .bind(learner.as_str())
        .bind(id)
        .execute(&store.writer)
        .await
        .unwrap();
}

async fn find(store: &Fresh, learner: &LearnerId, id: &str) -> Draft {
    store.drafts().find(learner, &exercise(id), Language::Python).await.unwrap().unwrap()
}

#[tokio::test]
async fn everything_is_united() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    let lesson = |name: &str| LessonId::new(name);
    for (learner, name, at) in [(&ada, "both", 20), (&ada, "ours", 30), (&guest, "both", 10), (&guest, "theirs", 40)] {
        store.lessons().mark_read(learner, &lesson(name)).await.unwrap();
        sqlx::query("UPDATE lesson_reads SET read_at = $1 WHERE learner_id = $2 AND lesson_id = $3")
            .bind(at)
            .bind(learner.as_str())
            .bind(name)
            .execute(&store.writer)
            .await
            .unwrap();
    }
    for (learner, name) in [(&ada, "both"), (&guest, "both"), (&guest, "theirs")] {
        store.modules().mark_known(learner, &ModuleId::new(name)).await.unwrap();
    }
    store.solutions_seen().give_up(&guest, &exercise("e")).await.unwrap();
    store.problem_reports().file(Some(&guest), "/road", "a typing slip").await.unwrap();
    store.judged(&ada, "e", Verdict::WrongAnswer).await;
    store.judged(&guest, "e", Verdict::Passed).await;
    let moved = store.judged(&guest, "f", Verdict::TimeLimit).await;
    store.answered(&ada, "quiz", Verdict::WrongAnswer).await;
    store.answered(&guest, "quiz", Verdict::Passed).await;
    let waiting = store.submissions().submit(&super::submission(&guest, "g")).await.unwrap();
    let mut session = record(Some(&guest));
    store.sessions().create(&mut session).await.unwrap();

    store.learners().merge(&guest, &ada).await.unwrap();

    assert_eq!(
        store.lessons().read_by(&ada).await.unwrap(),
        [(lesson("both"), Timestamp(10)), (lesson("ours"), Timestamp(30)), (lesson("theirs"), Timestamp(40))]
    );
    assert_eq!(store.solutions_seen().of_learner(&ada).await.unwrap(), [exercise("e")]);
    assert!(store.problem_reports().newest(9).await.unwrap()[0].name.is_some());
    assert_eq!(store.modules().known_by(&ada).await.unwrap(), ["both", "theirs"].map(ModuleId::new));
    let standings = store.standings().of_learner(&ada).await.unwrap();
    let seen: Vec<_> = standings.iter().map(|one| (one.exercise.as_str(), one.state, one.attempts)).collect();
    let expected =
        [("e", ExerciseState::Solved, 2), ("f", ExerciseState::Tried, 1), ("quiz", ExerciseState::Solved, 2)];
    assert_eq!(seen, expected);
    assert!(store.test_runs().report(&ada, &moved).await.unwrap().is_some());
    let pending = store.submissions().pending().await.unwrap();
    assert_eq!((pending[0].id.clone(), pending[0].content.learner.clone()), (waiting, ada.clone()));

    assert!(!store.learners().exists(&guest).await.unwrap());
    assert_eq!(store.sessions().load(&session.id).await.unwrap(), None);
    assert_eq!(store.check().await.unwrap(), [""; 0]);

    store.standings().rebuild().await.unwrap();
    assert_eq!(store.standings().of_learner(&ada).await.unwrap(), standings);
}

#[tokio::test]
async fn the_newer_draft_stays_and_the_older_one_goes_to_the_history() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    draft(&store, &ada, "guest-newer", "account", 10).await;
    draft(&store, &guest, "guest-newer", "guest", 20).await;
    draft(&store, &ada, "account-newer", "account", 20).await;
    draft(&store, &guest, "account-newer", "guest", 10).await;
    draft(&store, &ada, "at-once", "account", 10).await;
    draft(&store, &guest, "at-once", "guest", 10).await;
    draft(&store, &ada, "same", "same", 10).await;
    draft(&store, &guest, "same", "same", 20).await;
    draft(&store, &guest, "guest-only", "guest", 10).await;

    store.learners().merge(&guest, &ada).await.unwrap();

    for (id, content, revision, displaced) in [
        ("guest-newer", "guest", 2, Some(("account", 10))),
        ("account-newer", "account", 2, Some(("guest", 10))),
        ("at-once", "guest", 2, Some(("account", 10))),
        ("same", "same", 1, None),
        ("guest-only", "guest", 1, None),
    ] {
        let kept = find(&store, &ada, id).await;
        assert_eq!((kept.files, kept.revision), (files(content), revision), "{id}");
        let history = store.drafts().history(&ada, &exercise(id)).await.unwrap();
        let seen: Vec<_> = history.iter().map(|one| (one.files.clone(), one.written_at.0, one.reason)).collect();
        let expected: Vec<_> = displaced.iter().map(|(text, at)| (files(text), *at, Reason::Merge)).collect();
        assert_eq!(seen, expected, "{id}");
    }
}

#[tokio::test]
async fn a_guest_s_history_comes_along() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    draft(&store, &guest, "e", "stored", 10).await;
    store.drafts().save(&guest, &exercise("e"), Language::Python, "h", &files("refused"), 5).await.unwrap();
    store.learners().merge(&guest, &ada).await.unwrap();
    let history = store.drafts().history(&ada, &exercise("e")).await.unwrap();
    assert_eq!((history.len(), history[0].files.clone()), (1, files("refused")));
}

#[tokio::test]
async fn merging_again_changes_nothing() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    store.judged(&guest, "e", Verdict::Passed).await;
    let calls: Vec<_> = (0..4)
        .map(|_| {
            let (store, guest, ada) = (store.store.clone(), guest.clone(), ada.clone());
            tokio::spawn(async move { store.learners().merge(&guest, &ada).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    store.learners().merge(&ada, &ada).await.unwrap();
    let standings = store.standings().of_learner(&ada).await.unwrap();
    assert_eq!((standings.len(), standings[0].attempts), (1, 1));
}

#[tokio::test]
async fn only_a_guest_is_merged_and_only_into_an_account() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let bob = store.account("bob@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    store.judged(&bob, "e", Verdict::Passed).await;

    assert!(matches!(store.learners().merge(&bob, &ada).await, Err(StoreError::Conflict)));
    assert!(matches!(store.learners().merge(&ada, &guest).await, Err(StoreError::NotFound)));
    assert_eq!(store.standings().of_learner(&bob).await.unwrap().len(), 1);
    assert!(store.learners().exists(&guest).await.unwrap());
}

#[tokio::test]
async fn a_merge_that_fails_changes_nothing() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    let guest = store.learners().create_guest().await.unwrap();
    draft(&store, &guest, "e", "guest", 10).await;
    draft(&store, &ada, "e", "account", 5).await;
    store.judged(&guest, "e", Verdict::Passed).await;
    // The last statement of the merge meets a reference that it does not know of.
    store.sql("CREATE TABLE later (learner_id TEXT REFERENCES learners (id))").await;
    store.sql("INSERT INTO later SELECT id FROM learners").await;

    assert!(store.learners().merge(&guest, &ada).await.is_err());
    assert_eq!(find(&store, &ada, "e").await.files, files("account"));
    assert_eq!(find(&store, &guest, "e").await.files, files("guest"));
    assert_eq!(store.standings().of_learner(&guest).await.unwrap().len(), 1);
    assert_eq!(store.standings().of_learner(&ada).await.unwrap(), []);
    assert_eq!(store.drafts().history(&ada, &exercise("e")).await.unwrap(), []);
}
