//! Marking lessons as read.

use domain::{LearnerId, LessonId};

use super::fresh;
use crate::StoreError;

#[tokio::test]
async fn a_lesson_is_read_once_and_can_be_unread() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let bob = store.learners().create_guest().await.unwrap();
    let (first, second) = (LessonId::new("first"), LessonId::new("second"));
    store.lessons().mark_read(&ada, &first).await.unwrap();
    store.sql("UPDATE lesson_reads SET read_at = 1").await;
    store.lessons().mark_read(&ada, &first).await.unwrap();
    store.lessons().mark_read(&ada, &second).await.unwrap();

    let reads = store.lessons().read_by(&ada).await.unwrap();
    assert_eq!(reads.iter().map(|(lesson, _)| lesson).collect::<Vec<_>>(), [&first, &second]);
    assert_eq!(reads[0].1.0, 1, "the first time stays");
    assert_eq!(store.lessons().read_by(&bob).await.unwrap(), []);

    store.lessons().mark_unread(&ada, &first).await.unwrap();
    store.lessons().mark_unread(&ada, &first).await.unwrap();
    assert_eq!(store.lessons().read_by(&ada).await.unwrap().len(), 1);
}

#[tokio::test]
async fn reading_needs_a_learner() {
    let store = fresh().await;
    let marked = store.lessons().mark_read(&LearnerId::new("nobody"), &LessonId::new("first")).await;
    assert!(matches!(marked, Err(StoreError::NotFound)));
    assert!(!store.learners().exists(&LearnerId::new("nobody")).await.unwrap());
    let guest = store.learners().create_guest().await.unwrap();
    assert!(store.learners().exists(&guest).await.unwrap());
}
