//! Handing in code.

use std::time::Duration;

use domain::{Status, Verdict, api::SubmissionView};
use serde_json::json;

use crate::support::{ADD_UP, Client, GREET, RIGHT, TestApp, WRONG};

async fn submit(client: &Client, language: &str, file: &str, code: &str) -> SubmissionView {
    let body = json!({"language": language, "files": [{"name": file, "content": code}]});
    client.post_json(&format!("{GREET}/submissions"), &body).await.status(200).json()
}

#[tokio::test]
async fn right_code_passes_in_both_languages() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let view = submit(&client, "python", "main.py", RIGHT).await;
    let report = view.report.unwrap();
    assert_eq!((report.verdict, report.points.earned, report.passed()), (Verdict::Passed, 10, 3));
    assert!(view.solved);
    let code = "export function greet(name) { return `Hello, ${name}!`; }";
    assert_eq!(submit(&client, "javascript", "main.js", code).await.report.unwrap().verdict, Verdict::Passed);
}

#[tokio::test]
async fn wrong_code_is_told_what_went_wrong_and_not_more() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let view = submit(
        &client,
        "python",
        "main.py",
        "def greet(name):\n    print('my own words')\n    return 'Bye, ' + name\n",
    )
    .await;
    assert!(!view.solved);
    let report = view.report.unwrap();
    assert_eq!((report.verdict, report.points.earned), (Verdict::WrongAnswer, 0));
    let first = &report.tests[0];
    assert_eq!(first.status, Status::Fail);
    assert_eq!(first.say.as_deref(), Some("Ada must be greeted by name."));
    assert!(first.test_code.as_deref().unwrap().contains("greet"));
    assert!(first.expected.as_deref().unwrap().contains("Hello, Ada!"));
    assert!(first.actual.as_deref().unwrap().contains("Bye, Ada"));
    assert_eq!(first.output.as_deref(), Some("my own words\n"));
    // The test that reveals its name only.
    let secret = serde_json::to_string(&report.tests[2]).unwrap();
    assert!(!secret.contains("Xanthippe") && !secret.contains("my own words"), "{secret}");
    client.get(GREET).await.lacks("The secret of the model solution").lacks("Xanthippe");
}

#[tokio::test]
async fn each_way_to_fail_has_its_own_verdict() {
    let app = TestApp::new().await;
    let client = app.visitor();
    for (code, verdict) in [
        ("def greet(name):\n    return 1 / 0\n", Verdict::RuntimeError),
        ("def greet(name:\n", Verdict::CompileError),
        ("def greet(name):\n    while True:\n        pass\n", Verdict::TimeLimit),
        ("def greet(name):\n    return len([0] * (1 << 28))\n", Verdict::MemoryLimit),
        ("def greet(name):\n    while True:\n        print('x' * 1000)\n", Verdict::OutputLimit),
        ("import os\nos._exit(0)\n", Verdict::RuntimeError),
    ] {
        let report = submit(&client, "python", "main.py", code).await.report.unwrap();
        assert_eq!(report.verdict, verdict, "{code}: {report:?}");
    }
    // The server is none the worse.
    assert!(submit(&client, "python", "main.py", RIGHT).await.solved);
}

#[tokio::test]
async fn without_a_script_a_form_does_it_all() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let form = |code| vec![("language", "python"), ("file:main.py", code)];
    // A text area sends its line ends as CR LF.
    let code = "def greet(name):\r\n    return '<Bye> & ' + name\r\n";
    let answer = client.post_form(&format!("{GREET}/submissions"), &form(code)).await.status(303);
    let place = answer.header("location").to_owned();
    assert!(place.starts_with(&format!("{GREET}?language=python&submission=")), "{place}");
    let page = client.get(&place).await.status(200).contains("Ada must be greeted by name.");
    // What was typed is still in the text area, and is text.
    page.contains("&lt;Bye&gt; &amp; ").lacks("<Bye>");
    let answer =
        client.post_form(&format!("{GREET}/submissions"), &form(&RIGHT.replace('\n', "\r\n"))).await.status(303);
    client
        .get(answer.header("location"))
        .await
        .contains("Every test passed")
        .contains("The secret of the model solution");
    client.get(GREET).await.lacks("\r\n    return");
}

#[tokio::test]
async fn judging_that_takes_longer_is_asked_for_again() {
    let app = TestApp::with_settings(|settings| settings.inline = Duration::ZERO).await;
    let client = app.visitor();
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    let answer = client.post_json(&format!("{GREET}/submissions"), &body).await.status(202);
    let view: SubmissionView = answer.json();
    assert_eq!(view.report, None);
    let path = format!("/submissions/{}", view.id);
    let mut waited = 0;
    let done = loop {
        let answer = client.get_json(&path).await;
        if answer.status.as_u16() == 200 {
            break answer.json::<SubmissionView>();
        }
        answer.status(202);
        waited += 1;
        assert!(waited < 600, "never judged");
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert!(done.solved);
    assert_eq!(done.report.unwrap().verdict, Verdict::Passed);
    // A person who follows the same address comes to the page.
    let answer = client.get(&path).await.status(303);
    assert_eq!(answer.header("location"), format!("{GREET}?submission={}", view.id));
}

#[tokio::test]
async fn a_page_says_that_it_waits() {
    let app = TestApp::with_settings(|settings| settings.inline = Duration::ZERO).await;
    let client = app.visitor();
    // Busy for a while, so that the next one waits.
    let slow = "def greet(name):\n    while True:\n        pass\n";
    for _ in 0..3 {
        client
            .post_form(&format!("{GREET}/submissions"), &[("language", "python"), ("file:main.py", slow)])
            .await
            .status(303);
    }
    let answer =
        client.post_form(&format!("{GREET}/submissions"), &[("language", "python"), ("file:main.py", RIGHT)]).await;
    client.get(answer.header("location")).await.status(200).contains("http-equiv=\"refresh\"");
}

#[tokio::test]
async fn many_at_once_are_all_kept_and_count_once() {
    let app = TestApp::with_settings(|settings| {
        settings.queue = 300;
        settings.inline = Duration::from_secs(60);
        settings.limits.run_learner.at_once = 1_000;
        settings.limits.run_address.at_once = 1_000;
    })
    .await;
    let client = app.guest().await;
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    let path = format!("{GREET}/submissions");
    let answers = futures::future::join_all((0..100).map(|_| client.post_json(&path, &body))).await;
    for answer in answers {
        assert!(answer.status(200).json::<SubmissionView>().solved);
    }
    client.get("/progress").await.status(200).contains("Greet somebody");
    assert!(app.store().check().await.unwrap().is_empty());
}

#[tokio::test]
async fn unknown_exercises_and_submissions_are_not_found() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": WRONG}]});
    client.post_json("/exercises/basics/nowhere/submissions", &body).await.status(404);
    client.post_json("/exercises/nowhere/greet/submissions", &body).await.status(404);
    for id in ["nowhere", "00000000-0000-7000-8000-000000000000", "%00", "' OR 1=1 --"] {
        client.get_json(&format!("/submissions/{}", id.replace(' ', "%20"))).await.status(404);
    }
    client.get(&format!("{ADD_UP}?submission=nowhere")).await.status(404);
}
