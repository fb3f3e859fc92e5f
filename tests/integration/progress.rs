//! What is done is kept: across pages, into an account, and from two devices.

use domain::{Verdict, api::SubmissionView};
use serde_json::json;

use crate::support::{ADD_UP, Client, GREET, PASSWORD, RIGHT, TestApp, WRONG};

async fn submit(client: &Client, exercise: &str, code: &str) -> SubmissionView {
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": code}]});
    client.post_json(&format!("{exercise}/submissions"), &body).await.status(200).json()
}

async fn read(client: &Client, lesson: &str) {
    client.post_form(&format!("/road/basics/{lesson}/read"), &[("read", "true")]).await.status(303);
}

#[tokio::test]
async fn a_guest_becomes_a_learner_at_the_first_write() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.get("/register").await.status(200).lacks("comes with you");
    assert_eq!(client.session(), None);
    read(&client, "greetings").await;
    assert!(client.session().is_some());
    client.get("/register").await.contains("comes with you");
    client.post_form("/road/basics/greetings/read", &[("read", "false")]).await.leads_to("/road/basics/greetings");
    client.post_form("/road/basics/greetings/read", &[("read", "perhaps")]).await.status(422);
    client.post_form("/road/basics/nowhere/read", &[("read", "true")]).await.status(404);
}

#[tokio::test]
async fn a_guests_progress_moves_into_the_account() {
    let app = TestApp::new().await;
    let client = app.visitor();
    submit(&client, GREET, WRONG).await;
    let passed = submit(&client, GREET, RIGHT).await;
    read(&client, "greetings").await;
    client.register("ada@example.org").await.status(303);
    client.get_json(&format!("/submissions/{}", passed.id)).await.status(200);
    client.get(GREET).await.contains("The secret of the model solution");
    client.get("/progress").await.status(200).contains("Greet somebody");

    // From another device, the same.
    let phone = app.visitor();
    phone.log_in("ada@example.org", PASSWORD).await.status(303);
    phone.get(GREET).await.contains("The secret of the model solution");
    phone.get_json(&format!("/submissions/{}", passed.id)).await.status(200);
}

#[tokio::test]
async fn logging_in_adds_a_guests_work_to_the_accounts() {
    let app = TestApp::new().await;
    let laptop = app.registered("ada@example.org").await;
    let first = submit(&laptop, GREET, RIGHT).await;
    read(&laptop, "greetings").await;

    let phone = app.visitor();
    let second = submit(&phone, ADD_UP, "def add_up(numbers):\n    return sum(numbers)\n").await;
    assert!(second.solved);
    let draft = json!({"files": [{"name": "main.py", "content": "# from the phone"}], "revision": 0});
    phone.put_json(&format!("{ADD_UP}/drafts/python"), &draft).await.status(200);
    let as_guest = phone.copy();
    phone.log_in("ada@example.org", PASSWORD).await.status(303);

    for device in [&phone, &laptop] {
        device.get_json(&format!("/submissions/{}", first.id)).await.status(200);
        device.get_json(&format!("/submissions/{}", second.id)).await.status(200);
        device.get("/progress").await.status(200).contains("Greet somebody").contains("Add up");
        device.get(ADD_UP).await.contains("# from the phone");
    }
    as_guest.get_json(&format!("/submissions/{}", second.id)).await.status(404);
}

#[tokio::test]
async fn a_wrong_password_moves_nothing() {
    let app = TestApp::new().await;
    app.registered("ada@example.org").await;
    let guest = app.visitor();
    let own = submit(&guest, GREET, RIGHT).await;
    guest.log_in("ada@example.org", "a wrong password").await.status(422);
    guest.get_json(&format!("/submissions/{}", own.id)).await.status(200);
}

#[tokio::test]
async fn somebody_elses_progress_stays_theirs_on_a_shared_computer() {
    let app = TestApp::new().await;
    app.registered("grace@example.org").await;
    let computer = app.registered("ada@example.org").await;
    let adas = submit(&computer, GREET, RIGHT).await;
    computer.post_form("/logout", &[]).await.status(303);
    computer.get_json(&format!("/submissions/{}", adas.id)).await.status(404);
    computer.log_in("grace@example.org", PASSWORD).await.status(303);
    computer.get_json(&format!("/submissions/{}", adas.id)).await.status(404);
    computer.get("/progress").await.status(200).lacks("Greet somebody</a></td>");
    // From one account straight into another: nothing is carried over.
    computer.log_in("ada@example.org", PASSWORD).await.status(303);
    computer.get_json(&format!("/submissions/{}", adas.id)).await.status(200);
}

#[tokio::test]
async fn a_failed_try_after_a_pass_takes_nothing_away() {
    let app = TestApp::new().await;
    let client = app.visitor();
    assert!(submit(&client, GREET, RIGHT).await.solved);
    let later = submit(&client, GREET, WRONG).await;
    assert_eq!(later.report.unwrap().verdict, Verdict::WrongAnswer);
    assert!(later.solved);
}
