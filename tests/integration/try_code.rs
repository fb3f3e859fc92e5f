//! "Try it" blocks.

use domain::{RunOutcome, RunVerdict};
use serde_json::json;

use crate::support::TestApp;

#[tokio::test]
async fn a_program_runs_and_nobody_comes_to_be() {
    let app = TestApp::new().await;
    let client = app.visitor();
    for (language, code) in [("python", "print(6 * 7)"), ("javascript", "console.log(6 * 7)")] {
        let answer = client.post_json("/try", &json!({"language": language, "code": code})).await.status(200);
        let outcome: RunOutcome = answer.json();
        assert_eq!((outcome.verdict, outcome.stdout.as_str()), (RunVerdict::Ok, "42\n"), "{outcome:?}");
    }
    assert_eq!(client.session(), None);
}

#[tokio::test]
async fn without_a_script_the_output_is_a_page() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let fields = [("language", "python"), ("code", "print('a < b')\r\n"), ("back", "/road/basics/greetings")];
    let page = client.post_form("/try", &fields).await.status(200);
    page.contains("a &lt; b").contains("/road/basics/greetings").contains("print(");
    let fields = [("language", "python"), ("code", "x"), ("back", "https://evil.example")];
    client.post_form("/try", &fields).await.status(200).lacks("evil").contains("NameError");
}

#[tokio::test]
async fn an_endless_program_is_stopped() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let answer = client.post_json("/try", &json!({"language": "python", "code": "while True: pass"})).await.status(200);
    assert_eq!(answer.json::<RunOutcome>().verdict, RunVerdict::TimeLimit);
}

#[tokio::test]
async fn what_cannot_be_run_is_refused() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.post_json("/try", &json!({"language": "cobol", "code": ""})).await.status(422);
    client.post_json("/try", &json!({"language": "python", "code": "#".repeat(70_000)})).await.status(422);
    client.post_json("/try", &json!({"language": "python"})).await.status(400);
    // A form keeps its text.
    let long = format!("# kept\n{}", "#".repeat(70_000));
    client
        .post_form("/try", &[("language", "python"), ("code", &long)])
        .await
        .status(422)
        .contains("64 KiB")
        .contains("# kept");
}
