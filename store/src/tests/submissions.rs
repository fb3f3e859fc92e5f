//! Handing in, judging, and the standings that follow.

use std::collections::HashSet;

use domain::{ExerciseState, Language, LearnerId, Standing, SubmissionId, Timestamp, Verdict};

use super::{Fresh, exercise, files, fresh, report, submission, test_run};
use crate::{NewTestRun, Store, StoreError};

async fn standing(store: &Store, learner: &LearnerId) -> Option<Standing> {
    store.standings().find(learner, &exercise("e")).await.unwrap()
}

#[tokio::test]
async fn a_submission_is_kept_as_it_was_and_shown_to_its_learner_only() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let bob = store.learners().create_guest().await.unwrap();
    let id = store.submissions().submit(&submission(&ada, "e")).await.unwrap();

    let found = store.submissions().find(&ada, &id).await.unwrap().unwrap();
    assert_eq!((found.id, found.content), (id.clone(), submission(&ada, "e")));
    assert_eq!(store.submissions().find(&bob, &id).await.unwrap(), None);

    store.test_runs().record(&test_run(&id, Verdict::Passed)).await.unwrap();
    assert_eq!(store.test_runs().report(&ada, &id).await.unwrap(), Some(report(Verdict::Passed)));
    assert_eq!(store.test_runs().report(&bob, &id).await.unwrap(), None);
    assert_eq!(store.submissions().of_exercise(&bob, &exercise("e"), 10).await.unwrap(), []);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let store = fresh().await;
    let nobody = submission(&LearnerId::new("nobody"), "e");
    assert!(matches!(store.submissions().submit(&nobody).await, Err(StoreError::NotFound)));
    let none = test_run(&SubmissionId::new("none"), Verdict::Passed);
    assert!(matches!(store.test_runs().record(&none).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn what_nobody_judged_is_pending_oldest_first() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let first = store.submissions().submit(&submission(&ada, "e")).await.unwrap();
    store.judged(&ada, "e", Verdict::InternalError).await;
    let last = store.submissions().submit(&submission(&ada, "other")).await.unwrap();

    let pending: Vec<_> = store.submissions().pending().await.unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(pending, [first.clone(), last]);
    assert_eq!(store.test_runs().report(&ada, &first).await.unwrap(), None);
    assert_eq!(standing(&store, &ada).await, None, "waiting is no attempt");
}

#[tokio::test]
async fn the_first_pass_stays_the_first_in_its_language() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let bob = store.learners().create_guest().await.unwrap();
    let first = |learner: LearnerId, language| {
        let store = store.clone();
        async move {
            let found = store.submissions().first_passed(&learner, &exercise("e"), language).await.unwrap();
            found.map(|submission| submission.id)
        }
    };
    store.judged(&ada, "e", Verdict::WrongAnswer).await;
    store.judged(&ada, "other", Verdict::Passed).await;
    assert_eq!(first(ada.clone(), Language::Python).await, None);
    let passed = store.judged(&ada, "e", Verdict::Passed).await;
    store.judged(&ada, "e", Verdict::Passed).await;
    store.judged(&ada, "e", Verdict::WrongAnswer).await;
    assert_eq!(first(ada.clone(), Language::Python).await, Some(passed.clone()));
    assert_eq!(first(ada, Language::Javascript).await, None);
    assert_eq!(first(bob, Language::Python).await, None);
}

#[tokio::test]
async fn the_history_is_newest_first_and_bounded() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let first = store.judged(&ada, "e", Verdict::WrongAnswer).await;
    let second = store.judged(&ada, "e", Verdict::Passed).await;
    let third = store.submissions().submit(&submission(&ada, "e")).await.unwrap();
    let other = store.judged(&ada, "other", Verdict::TimeLimit).await;

    let of_exercise = store.submissions().of_exercise(&ada, &exercise("e"), 10).await.unwrap();
    let seen: Vec<_> = of_exercise.iter().map(|one| (one.id.clone(), one.verdict)).collect();
    assert_eq!(seen, [(third.clone(), None), (second, Some(Verdict::Passed)), (first, Some(Verdict::WrongAnswer))]);
    let newest = store.submissions().newest(&ada, 2).await.unwrap();
    assert_eq!(newest.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), [other, third]);
    assert_eq!(newest[0].exercise, exercise("other"));
}

#[tokio::test]
async fn every_verdict_is_stored_and_read_by_its_name() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    for verdict in [
        Verdict::Passed,
        Verdict::WrongAnswer,
        Verdict::RuntimeError,
        Verdict::TimeLimit,
        Verdict::MemoryLimit,
        Verdict::OutputLimit,
        Verdict::CompileError,
        Verdict::InternalError,
    ] {
        let id = store.judged(&ada, "e", verdict).await;
        assert_eq!(store.submissions().newest(&ada, 1).await.unwrap()[0].verdict, Some(verdict));
        assert_eq!(store.test_runs().report(&ada, &id).await.unwrap().unwrap().verdict, verdict);
    }
}

#[tokio::test]
async fn attempts_are_counted_and_solved_stays_solved() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let at = async || standing(&store, &ada).await.map(|standing| (standing.state, standing.attempts));

    store.judged(&ada, "e", Verdict::InternalError).await;
    assert_eq!(at().await, None, "a failure of ours is no attempt");
    store.judged(&ada, "e", Verdict::WrongAnswer).await;
    assert_eq!(at().await, Some((ExerciseState::Tried, 1)));
    let passed = store.judged(&ada, "e", Verdict::Passed).await;
    assert_eq!(at().await, Some((ExerciseState::Solved, 2)));
    let solved_at = standing(&store, &ada).await.unwrap().solved_at;
    assert_eq!(solved_at, Some(store.submissions().find(&ada, &passed).await.unwrap().unwrap().created_at));

    store.judged(&ada, "e", Verdict::RuntimeError).await;
    store.judged(&ada, "e", Verdict::InternalError).await;
    store.judged(&ada, "e", Verdict::Passed).await;
    assert_eq!(at().await, Some((ExerciseState::Solved, 4)));
    assert_eq!(standing(&store, &ada).await.unwrap().solved_at, solved_at, "the first pass counts");
    assert_eq!(store.standings().of_learner(&ada).await.unwrap().len(), 1);
}

#[tokio::test]
async fn judging_again_appends_and_does_not_count_twice() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let id = store.judged(&ada, "e", Verdict::Passed).await;

    let later = NewTestRun { finished_at: Timestamp(3_000), ..test_run(&id, Verdict::WrongAnswer) };
    let standing = store.test_runs().record(&later).await.unwrap().unwrap();
    assert_eq!((standing.state, standing.attempts), (ExerciseState::Solved, 1));
    let shown = async || store.test_runs().report(&ada, &id).await.unwrap().unwrap().verdict;
    assert_eq!(shown().await, Verdict::WrongAnswer, "the newest judgement is shown");

    let failed = NewTestRun { finished_at: Timestamp(4_000), ..test_run(&id, Verdict::InternalError) };
    store.test_runs().record(&failed).await.unwrap();
    assert_eq!(shown().await, Verdict::WrongAnswer, "a failure of ours hides no verdict");
    assert_eq!(store.submissions().newest(&ada, 1).await.unwrap()[0].verdict, Some(Verdict::WrongAnswer));
    let runs: i64 = sqlx::query_scalar("SELECT count(*) FROM test_runs").fetch_one(&store.readers).await.unwrap();
    assert_eq!(runs, 3);
}

#[tokio::test]
async fn standings_can_be_rebuilt() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let bob = store.learners().create_guest().await.unwrap();
    for (learner, exercise, verdict) in [
        (&ada, "e", Verdict::WrongAnswer),
        (&ada, "e", Verdict::Passed),
        (&ada, "f", Verdict::InternalError),
        (&bob, "e", Verdict::TimeLimit),
        (&bob, "g", Verdict::Passed),
    ] {
        store.judged(learner, exercise, verdict).await;
    }
    let before = (store.standings().of_learner(&ada).await.unwrap(), store.standings().of_learner(&bob).await.unwrap());
    assert_eq!((before.0.len(), before.1.len()), (1, 2));

    store.sql("UPDATE standings SET attempts = 99, solved_at = NULL").await;
    store.sql("INSERT INTO standings SELECT learner_id, 'invented', 1, 1 FROM standings WHERE exercise_id = 'g'").await;
    store.standings().rebuild().await.unwrap();
    let after = (store.standings().of_learner(&ada).await.unwrap(), store.standings().of_learner(&bob).await.unwrap());
    assert_eq!(before, after);
}

/// 200 submissions of one learner and exercise at once, half of them by a second program on the same file.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_submissions_are_all_kept_and_counted_once() {
    let store: Fresh = fresh().await;
    let second = Store::open(store.path()).await.unwrap();
    let ada = store.learners().create_guest().await.unwrap();
    let calls: Vec<_> = (0..200)
        .map(|number| {
            let store = if number % 2 == 0 { store.store.clone() } else { second.clone() };
            let mut new = submission(&ada, "e");
            new.files = files(&format!("print({number})"));
            tokio::spawn(async move {
                let id = store.submissions().submit(&new).await.unwrap();
                let verdict = if number % 10 == 0 { Verdict::InternalError } else { Verdict::Passed };
                store.test_runs().record(&test_run(&id, verdict)).await.unwrap();
                id
            })
        })
        .collect();
    let mut ids = HashSet::new();
    for call in calls {
        ids.insert(call.await.unwrap());
    }
    assert_eq!(ids.len(), 200);
    assert_eq!(store.submissions().of_exercise(&ada, &exercise("e"), 1_000).await.unwrap().len(), 200);
    let standing = standing(&store, &ada).await.unwrap();
    assert_eq!((standing.state, standing.attempts), (ExerciseState::Solved, 180));
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}
