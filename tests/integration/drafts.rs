//! Code as it is being typed.

use domain::api::DraftView;
use serde_json::{Value, json};

use crate::support::{ADD_UP, GREET, TestApp};

fn draft(code: &str, revision: u32) -> Value {
    json!({"files": [{"name": "main.py", "content": code}], "revision": revision})
}

#[tokio::test]
async fn each_save_counts_up_and_the_page_shows_the_newest() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let path = format!("{GREET}/drafts/python");
    let first: DraftView = client.put_json(&path, &draft("# one", 0)).await.status(200).json();
    assert_eq!(first.draft.revision, 1);
    let second: DraftView = client.put_json(&path, &draft("# two", 1)).await.status(200).json();
    assert_eq!(second.draft.revision, 2);
    client.get(GREET).await.contains("# two").lacks("# one");
}

#[tokio::test]
async fn a_save_on_an_old_revision_is_told_of_the_newer_one() {
    let app = TestApp::new().await;
    let laptop = app.registered("ada@example.org").await;
    let phone = laptop.copy();
    let path = format!("{GREET}/drafts/python");
    laptop.put_json(&path, &draft("# laptop", 0)).await.status(200);
    phone.put_json(&path, &draft("# phone", 1)).await.status(200);
    let conflict: DraftView = laptop.put_json(&path, &draft("# laptop again", 1)).await.status(409).json();
    assert_eq!((conflict.draft.revision, conflict.draft.files[0].content.as_str()), (2, "# phone"));
    // Nothing was overwritten; and what lost is not gone either.
    laptop.get(GREET).await.contains("# phone");
    let account = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap().account;
    let exercise = domain::ExerciseId::new("22222222-0000-4000-8000-000000000001");
    let history = app.store().drafts().history(&account.learner, &exercise).await.unwrap();
    assert_eq!(history[0].files[0].content, "# laptop again");
    laptop.put_json(&path, &draft("# laptop again", 2)).await.status(200);
    // A repeated request is no conflict.
    laptop.put_json(&path, &draft("# laptop again", 2)).await.status(200);
}

#[tokio::test]
async fn languages_and_learners_have_their_own() {
    let app = TestApp::new().await;
    let (ada, grace) = (app.visitor(), app.visitor());
    ada.put_json(&format!("{GREET}/drafts/python"), &draft("# ada", 0)).await.status(200);
    let javascript = json!({"files": [{"name": "main.js", "content": "// ada"}], "revision": 0});
    ada.put_json(&format!("{GREET}/drafts/javascript"), &javascript).await.status(200);
    let first: DraftView =
        grace.put_json(&format!("{GREET}/drafts/python"), &draft("# grace", 0)).await.status(200).json();
    assert_eq!(first.draft.revision, 1);
    ada.get(&format!("{GREET}?language=python")).await.contains("# ada").lacks("# grace");
    ada.get(&format!("{GREET}?language=javascript")).await.contains("// ada");
}

#[tokio::test]
async fn what_is_no_draft_is_refused() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.put_json(&format!("{GREET}/drafts/ruby"), &draft("", 0)).await.status(404);
    client.put_json(&format!("{ADD_UP}/drafts/javascript"), &draft("", 0)).await.status(404);
    client.put_json("/exercises/basics/nowhere/drafts/python", &draft("", 0)).await.status(404);
    client.put_json(&format!("{GREET}/drafts/python"), &draft(&"#".repeat(70_000), 0)).await.status(422);
    client.put_json(&format!("{GREET}/drafts/python"), &json!({"files": []})).await.status(400);
    assert_eq!(client.session(), None);
}
