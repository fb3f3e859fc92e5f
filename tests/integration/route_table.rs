//! What holds for every route, by walking the table from which the router is built.

use axum::{
    body::Body,
    http::{Method, header},
};
use domain::api::SubmissionView;
use serde_json::json;
use server::routes::{Access, Kind, RouteSpec, table};

use crate::support::{Answer, Client, GREET, QUIZ, RIGHT, TestApp};

/// The path of a route with something real in place of its parameters.
fn real_path(spec: &RouteSpec, submission: &str) -> String {
    // Only a project has stages.
    let slug = if spec.path.contains("{stage}") { "a-till" } else { "greet" };
    let module = if spec.path.starts_with("/exercises") || spec.path.starts_with("/road") { "basics" } else { "" };
    spec.path
        .replace("{module}", module)
        .replace("{lesson}", "greetings")
        .replace("{slug}", slug)
        .replace("{stage}", "one-line")
        .replace("{language}", "python")
        .replace("{id}", submission)
}

async fn submission_of(client: &Client) -> String {
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    let answer = client.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
    answer.json::<SubmissionView>().id.to_string()
}

#[track_caller]
fn has_security_headers(answer: &Answer) {
    let what = &answer.request;
    let policy = answer.header("content-security-policy");
    for part in
        ["default-src 'none'", "script-src 'nonce-", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]
    {
        assert!(policy.contains(part), "{what}: no {part} in `{policy}`");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert!(!answer.header("permissions-policy").is_empty(), "{what}");
}

#[tokio::test]
async fn every_change_is_refused_to_other_sites() {
    let app = TestApp::new().await;
    let client = app.registered("ada@example.org").await;
    let session = client.session();
    let submission = submission_of(&client).await;
    let changing: Vec<RouteSpec> = table().into_iter().filter(|spec| spec.kind == Kind::Changes).collect();
    assert!(changing.len() >= 8, "the table has shrunk");
    for spec in changing {
        let path = real_path(&spec, &submission);
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            for kind in ["application/x-www-form-urlencoded", "text/plain", "application/json"] {
                let request =
                    client.request(spec.method.clone(), &path).header(name, value).header(header::CONTENT_TYPE, kind);
                let answer = client.send(request.body(Body::from("{}")).unwrap()).await.status(403);
                has_security_headers(&answer);
                assert!(answer.set_cookies().is_empty(), "{path}");
            }
        }
    }
    assert_eq!(client.session(), session);
    client.get("/progress").await.status(200).contains("Log out");
}

#[tokio::test]
async fn every_answer_has_the_headers_whatever_its_status() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let submission = submission_of(&client).await;
    for spec in table() {
        let path = real_path(&spec, &submission);
        has_security_headers(&client.get(&path).await);
        let request = client.request(spec.method.clone(), &path);
        has_security_headers(&client.send(request.body(Body::empty()).unwrap()).await);
        let request = client.request(Method::DELETE, &path);
        let answer = client.send(request.body(Body::empty()).unwrap()).await.status(405);
        has_security_headers(&answer);
    }
    for path in ["/nowhere", "/road/nowhere", "/exercises/basics/nowhere", "/assets/nowhere.js", "/submissions/nowhere"]
    {
        has_security_headers(&client.get(path).await.status(404));
    }
    has_security_headers(&client.get("/assets/a.css").await.status(200));
    let long = vec![b'a'; 3 << 20];
    let answer = client.post_bytes(&format!("{GREET}/submissions"), "application/x-www-form-urlencoded", long).await;
    has_security_headers(&answer.status(413));
    // Without its tables the store answers nothing that makes sense: our failure.
    app.store().migrate_down(0).await.unwrap();
    let answer = app.visitor().post_form("/road/basics/greetings/read", &[("read", "true")]).await;
    has_security_headers(&answer.status(500).contains("Something broke on our side").lacks("table"));
    app.store().close().await;
    has_security_headers(&client.get("/road").await.status(503));
}

#[tokio::test]
async fn two_answers_never_share_a_nonce_and_every_script_has_it() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let mut nonces = Vec::new();
    for path in [
        "/",
        "/road",
        "/road/basics",
        "/road/basics/greetings",
        GREET,
        QUIZ,
        "/progress",
        "/login",
        "/nowhere",
        "/exercises/basics/a-till",
    ] {
        let answer = client.get(path).await;
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let text = answer.text();
        for script in text.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: <script{tag}>");
        }
        for needle in [" onclick=", " onload=", "javascript:", " style=\""] {
            assert!(!text.contains(needle), "{path} holds `{needle}`");
        }
        assert!(!nonces.contains(&nonce), "{path}");
        nonces.push(nonce);
    }
}

#[tokio::test]
async fn what_is_somebodys_own_is_not_there_for_others() {
    let app = TestApp::new().await;
    let ada = app.registered("ada@example.org").await;
    let submission = submission_of(&ada).await;
    let owned: Vec<RouteSpec> = table().into_iter().filter(|spec| spec.access == Access::Owner).collect();
    assert!(!owned.is_empty());
    for spec in owned {
        let path = real_path(&spec, &submission);
        ada.get_json(&path).await.status(200);
        for stranger in [app.visitor(), app.guest().await, app.registered("grace@example.org").await] {
            stranger.get_json(&path).await.status(404);
            stranger.get(&path).await.status(404);
        }
    }
    // The same id in a query.
    let page = format!("{GREET}?submission={submission}");
    ada.get(&page).await.status(200);
    for stranger in [app.visitor(), app.guest().await] {
        stranger.get(&page).await.status(404);
    }
    // And under another exercise than its own.
    ada.get(&format!("/exercises/basics/add-up?submission={submission}")).await.status(404);
}

#[tokio::test]
async fn what_is_for_administrators_is_not_there_for_others() {
    let app = TestApp::new().await;
    let own: Vec<RouteSpec> = table().into_iter().filter(|spec| spec.access == Access::Administrator).collect();
    assert!(own.len() >= 2);
    let teacher = app.registered("grace@example.org").await;
    app.set_role("grace@example.org", domain::Role::Instructor).await;
    teacher.log_in("grace@example.org", crate::support::PASSWORD).await.status(303);
    let strangers = [app.visitor(), app.guest().await, app.registered("ada@example.org").await, teacher];
    for spec in own {
        let path = real_path(&spec, "none");
        for stranger in &strangers {
            let request = stranger
                .request(spec.method.clone(), &path)
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            stranger.send(request.body(Body::empty()).unwrap()).await.status(404);
        }
    }
}

#[tokio::test]
async fn looking_at_pages_writes_nothing() {
    let app = TestApp::new().await;
    for client in [app.visitor(), app.guest().await] {
        for spec in table().into_iter().filter(|spec| spec.kind == Kind::Reads) {
            let answer = client.get(&real_path(&spec, "none")).await;
            assert!(answer.set_cookies().is_empty(), "{}", spec.path);
        }
    }
    assert!(app.store().accounts().list().await.unwrap().is_empty());
}
