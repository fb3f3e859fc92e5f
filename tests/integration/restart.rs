//! What a server leaves undone, the next one does.

use domain::{ExerciseId, Language, SourceFile, api::SubmissionView};
use store::NewSubmission;

use crate::support::{GREET, RIGHT, TestApp};

#[tokio::test]
async fn a_submission_without_a_verdict_is_judged_once_after_a_restart() {
    let app = TestApp::new().await;
    let client = app.registered("ada@example.org").await;
    let learner = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap().account.learner;
    let submission = |exercise: &str| NewSubmission {
        learner: learner.clone(),
        exercise: ExerciseId::new(exercise),
        language: Language::Python,
        files: vec![SourceFile { name: "main.py".into(), content: RIGHT.into() }],
        exercise_hash: String::new(),
        runtime_hash: String::new(),
    };
    // As a process leaves them that dies between storing and judging.
    let known = app.store().submissions().submit(&submission("22222222-0000-4000-8000-000000000001")).await.unwrap();
    let removed = app.store().submissions().submit(&submission("33333333-0000-4000-8000-000000000009")).await.unwrap();
    client.get_json(&format!("/submissions/{known}")).await.status(202);

    let app = app.restart().await;
    let content = app.state().content();
    assert_eq!(app.state().judge().resume(content.catalogue()).await.unwrap(), 2);
    let again = app.visitor();
    again.set_cookie("backroad", &client.session().unwrap());
    let mut waited = 0;
    while again.get_json(&format!("/submissions/{known}")).await.status.as_u16() == 202 {
        waited += 1;
        assert!(waited < 600, "never judged");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let view: SubmissionView = again.get_json(&format!("/submissions/{known}")).await.status(200).json();
    assert!(view.solved);
    // One whose exercise is gone is marked, not left waiting for ever.
    assert!(app.store().test_runs().report(&learner, &removed).await.unwrap().is_some());
    assert!(app.store().submissions().pending().await.unwrap().is_empty());
    assert_eq!(app.state().judge().resume(content.catalogue()).await.unwrap(), 0);
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let form = [("language", "python"), ("file:main.py", RIGHT)];
    client.post_form(&format!("{GREET}/submissions"), &form).await.status(303);
    client.register("ada@example.org").await.status(303);
    let session = client.session().unwrap();
    let app = app.restart().await;
    let again = app.visitor();
    again.set_cookie("backroad", &session);
    again.get("/progress").await.status(200).contains("Greet somebody").contains("Log out");
    again.get(GREET).await.contains("return &#39;Hello, &#39; + name").contains("The secret of the model solution");
}
