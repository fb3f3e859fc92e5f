//! How often somebody may do what, and whom it does not stop.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, header},
};
use futures::StreamExt;
use serde_json::json;

use crate::support::{ADD_UP, GREET, PASSWORD, RIGHT, TestApp, WRONG};

#[tokio::test]
async fn guessing_a_password_is_slowed_from_wherever_it_comes() {
    let app = TestApp::new().await;
    app.registered("ada@example.org").await;
    for n in 0..10 {
        // A new address each time, and one that says it is yet another.
        let client = app.visitor();
        let request = client
            .request(Method::POST, "/login")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("198.51.100.{n}"));
        let body = format!("email=ada%40example.org&password=guess+number+{n}");
        client.send(request.body(Body::from(body)).unwrap()).await.status(422);
    }
    let answer = app.visitor().log_in("ada@example.org", PASSWORD).await.status(429);
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    answer.contains("Too many tries").contains("ada@example.org");
    // An address without an account is slowed alike, and others are not.
    for _ in 0..10 {
        app.visitor().log_in("nobody@example.org", PASSWORD).await.status(422);
    }
    app.visitor().log_in("nobody@example.org", PASSWORD).await.status(429);
    app.visitor().log_in("grace@example.org", PASSWORD).await.status(422);
}

#[tokio::test]
async fn forged_headers_give_nobody_another_address() {
    let app = TestApp::with_settings(|settings| settings.limits.register_address.at_once = 3).await;
    let client = app.visitor();
    let mut statuses = Vec::new();
    for n in 0..5 {
        let request = client
            .neighbour()
            .request(Method::POST, "/register")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("198.51.100.{n}"))
            .header("forwarded", format!("for=198.51.100.{n}"));
        statuses.push(
            client.neighbour().send(request.body(Body::from("name=&email=&password=")).unwrap()).await.status.as_u16(),
        );
    }
    assert_eq!(statuses, [422, 422, 422, 429, 429]);

    // Behind a proxy that the operator named, the header tells people apart.
    let app = TestApp::with_settings(|settings| {
        settings.limits.register_address.at_once = 3;
        settings.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
    })
    .await;
    for n in 0..5 {
        let client = app.visitor();
        let request = client
            .request(Method::POST, "/register")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("198.51.100.{n}"));
        client.send(request.body(Body::from("name=&email=&password=")).unwrap()).await.status(422);
    }
}

#[tokio::test]
async fn a_class_behind_one_address_is_not_stopped() {
    let app = TestApp::new().await;
    let router = app.visitor();
    for n in 0..30 {
        let pupil = router.neighbour();
        pupil.get(GREET).await.status(200);
        let draft = json!({"files": [{"name": "main.py", "content": RIGHT}], "revision": 0});
        pupil.put_json(&format!("{GREET}/drafts/python"), &draft).await.status(200);
        if n % 5 == 0 {
            pupil.register(&format!("pupil{n}@example.org")).await.status(303);
        }
        let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
        pupil.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
    }
}

#[tokio::test]
async fn one_learner_cannot_take_the_judge_for_themselves() {
    let app = TestApp::with_settings(|settings| settings.limits.run_learner.at_once = 3).await;
    let client = app.guest().await;
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": WRONG}]});
    let mut refused = None;
    for _ in 0..6 {
        let answer = client.post_json(&format!("{GREET}/submissions"), &body).await;
        if answer.status.as_u16() == 429 {
            refused = Some(answer);
        }
    }
    let refused = refused.expect("six submissions at once were taken");
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert!(!refused.header("retry-after").is_empty());
    app.guest().await.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
}

#[tokio::test]
async fn a_full_queue_says_so_and_loses_nothing() {
    let app = TestApp::with_settings(|settings| settings.queue = 0).await;
    let client = app.visitor();
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    let answer = client.post_json(&format!("{GREET}/submissions"), &body).await.status(503);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
    // Nothing was acknowledged, so nobody came to be.
    assert_eq!(client.session(), None);
    // Without a script the code is still on the page.
    let code = "def add_up(numbers):\n    return 'only here'\n";
    let answer = client
        .post_form(&format!("{ADD_UP}/submissions"), &[("language", "python"), ("file:main.py", code)])
        .await
        .status(503);
    assert!(!answer.header("retry-after").is_empty());
    answer.contains("The queue is full").contains("only here").contains("Add up");
}

#[tokio::test]
async fn a_body_that_never_ends_is_not_waited_for() {
    let app = TestApp::with_settings(|settings| settings.request = Duration::from_millis(200)).await;
    let client = app.visitor();
    let request = client
        .request(Method::POST, &format!("{GREET}/submissions"))
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/json");
    let first = futures::stream::once(async { Ok::<_, std::io::Error>("{\"language\":") });
    let body = Body::from_stream(first.chain(futures::stream::pending()));
    let answer = client.send(request.body(body).unwrap()).await.status(503);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    app.visitor().get("/road").await.status(200);
}
