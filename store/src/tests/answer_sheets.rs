//! Quizzes that were answered.

use domain::{ExerciseState, LearnerId, Verdict};

use super::{answer_sheet, exercise, fresh};
use crate::{AnswerSheet, StoreError};

#[tokio::test]
async fn answers_are_kept_with_their_verdict_and_the_last_ones_are_found() {
    let store = fresh().await;
    let [ada, bob] = [store.account("ada@example.org").await, store.account("bob@example.org").await];
    assert_eq!(store.answer_sheets().last(&ada, &exercise("q")).await.unwrap(), None);
    store.answered(&ada, "q", Verdict::WrongAnswer).await;
    let second = AnswerSheet { choices: vec![[1].into(), [0].into()], ..answer_sheet(&ada, "q", Verdict::Passed) };
    let standing = store.answer_sheets().hand_in(&second).await.unwrap().unwrap();
    assert_eq!((standing.state, standing.attempts), (ExerciseState::Solved, 2));
    store.answered(&ada, "other", Verdict::WrongAnswer).await;

    assert_eq!(store.answer_sheets().last(&ada, &exercise("q")).await.unwrap(), Some(second));
    assert_eq!(store.answer_sheets().last(&bob, &exercise("q")).await.unwrap(), None);
    let newest = store.answer_sheets().newest(&ada, 2).await.unwrap();
    let seen: Vec<_> = newest.iter().map(|one| (one.exercise.as_str(), one.verdict)).collect();
    assert_eq!(seen, [("other", Verdict::WrongAnswer), ("q", Verdict::Passed)]);
}

#[tokio::test]
async fn a_quiz_stays_solved_and_standings_can_be_rebuilt() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    for verdict in [Verdict::WrongAnswer, Verdict::Passed, Verdict::WrongAnswer] {
        store.answered(&ada, "q", verdict).await;
    }
    store.judged(&ada, "e", Verdict::Passed).await;
    let standings = store.standings().of_learner(&ada).await.unwrap();
    let seen: Vec<_> = standings.iter().map(|one| (one.exercise.as_str(), one.state, one.attempts)).collect();
    assert_eq!(seen, [("e", ExerciseState::Solved, 1), ("q", ExerciseState::Solved, 3)]);
    store.standings().rebuild().await.unwrap();
    assert_eq!(store.standings().of_learner(&ada).await.unwrap(), standings);
}

#[tokio::test]
async fn nobody_answers_for_a_learner_who_is_not_there() {
    let store = fresh().await;
    let sheet = answer_sheet(&LearnerId::new("nobody"), "q", Verdict::Passed);
    assert!(matches!(store.answer_sheets().hand_in(&sheet).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn going_down_takes_what_was_derived_from_answers_and_nothing_else() {
    let store = fresh().await;
    let ada = store.account("ada@example.org").await;
    store.answered(&ada, "q", Verdict::Passed).await;
    let id = store.judged(&ada, "e", Verdict::Passed).await;
    store.migrate_down(5).await.unwrap();
    let standings = store.standings().of_learner(&ada).await.unwrap();
    assert_eq!(standings.iter().map(|one| one.exercise.as_str()).collect::<Vec<_>>(), ["e"]);
    assert!(store.submissions().find(&ada, &id).await.unwrap().is_some());
    store.migrate_up().await.unwrap();
    assert_eq!(store.standings().of_learner(&ada).await.unwrap(), standings);
}
