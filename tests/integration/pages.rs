//! Pages as visitors meet them.

use crate::support::{GREET, TestApp};

#[tokio::test]
async fn the_pages_lead_from_the_door_to_an_exercise() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/").await.status(200).contains("href=\"/road").contains("Register");
    visitor.get("/road").await.status(200).contains("href=\"/road/basics\"").contains("/road/basics/greetings");
    visitor.get("/road/basics").await.status(200).contains("Two lessons, four exercises").contains("/road/basics/sums");
    visitor
        .get("/road/basics/greetings")
        .await
        .status(200)
        .contains("A greeting comes first")
        .contains(GREET)
        .contains("/road/basics/sums");
    let page = visitor.get(GREET).await.status(200).contains("Greet somebody").contains("a name nobody sees");
    // The example of a visible test, in the words of the language; nothing of the hidden ones, nor of the solution.
    page.contains("Hello, Ada!").lacks("Grace").lacks("Xanthippe").lacks("The secret of the model solution");
    visitor.get("/progress").await.status(200);
}

#[tokio::test]
async fn a_wrong_address_is_a_page_with_a_way_back() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for path in [
        "/nowhere",
        "/road/x",
        "/road/basics/x",
        "/exercises/x/y",
        "/exercises/basics/x",
        "/road/../../etc/passwd",
        "/%ff",
        "/road/%00",
    ] {
        let answer = visitor.get(path).await;
        assert!(matches!(answer.status.as_u16(), 404 | 400), "{path}: {}", answer.status);
        assert!(answer.header("content-type").starts_with("text/html"), "{path}: {}", answer.header("content-type"));
        answer.contains("href=\"/road\"");
    }
    let answer = visitor.get_json("/nowhere").await.status(404);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.json::<domain::api::Problem>().status, 404);
    // Somebody logged in is still greeted.
    let ada = app.registered("ada@example.org").await;
    ada.get("/nowhere").await.status(404).contains("Log out");
}

#[tokio::test]
async fn colours_are_remembered() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/road").await.contains("data-theme=\"system\"");
    visitor.post_form("/theme", &[("theme", "dark"), ("next", "/road?x=1")]).await.leads_to("/road?x=1");
    visitor.get("/road").await.contains("data-theme=\"dark\"");
    visitor.get("/nowhere").await.contains("data-theme=\"dark\"");
    visitor.post_form("/theme", &[("theme", "<script>"), ("next", "/")]).await.status(422);
    assert_eq!(visitor.session(), None);
}

#[tokio::test]
async fn no_form_leads_to_another_site() {
    let app = TestApp::new().await;
    for next in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        let visitor = app.visitor();
        visitor.post_form("/theme", &[("theme", "light"), ("next", next)]).await.leads_to("/");
        let fields = [("read", "true"), ("next", next)];
        visitor.post_form("/road/basics/greetings/read", &fields).await.leads_to("/road/basics/greetings");
        visitor
            .get(&format!("/login?next={}", next.replace(':', "%3A").replace('\\', "%5C")))
            .await
            .status(200)
            .contains("name=\"next\" value=\"/road\"");
    }
}

#[tokio::test]
async fn files_are_kept_for_ever_and_pages_are_not() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let file = visitor.get("/assets/a.css").await.status(200);
    assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
    let request = visitor.request(axum::http::Method::GET, "/assets/a.css").header("accept-encoding", "br, gzip");
    let file = visitor.send(request.body(axum::body::Body::empty()).unwrap()).await.status(200);
    assert_eq!((file.header("content-encoding"), file.text().as_str()), ("br", "compressed beforehand"));
    let missing = visitor.get("/assets/../manifest.json").await.status(404);
    assert_eq!(missing.header("cache-control"), "private, no-cache");
    let page = visitor.request(axum::http::Method::GET, "/road").header("accept-encoding", "br");
    let page = visitor.send(page.body(axum::body::Body::empty()).unwrap()).await.status(200);
    assert_eq!((page.header("content-encoding"), page.header("cache-control")), ("br", "private, no-cache"));
}

#[tokio::test]
async fn health_is_that_of_the_database() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/healthz").await.status(200).contains("ok");
    app.store().close().await;
    let answer = visitor.get_json("/healthz").await.status(503);
    assert!(!answer.header("retry-after").is_empty());
    // Visitors have no saved work, so their pages need no database.
    visitor.get("/road").await.status(200);
}
