//! What readers report, and who reads it.

use domain::Role;

use crate::support::{PASSWORD, TestApp};

#[tokio::test]
async fn a_report_reaches_the_administrators_and_nobody_else() {
    let app = TestApp::new().await;
    let reader = app.visitor();
    reader.get("/road/basics/greetings").await.contains("Report a problem");
    let report = |message: &'static str| [("page", "/road/basics/greetings"), ("message", message)];
    reader
        .post_form("/problems", &report("<script>slip()</script>"))
        .await
        .status(200)
        .contains("Thank you")
        .contains("/road/basics/greetings");
    assert_eq!(reader.session(), None, "a visitor leaves nothing but the report");
    reader.post_form("/problems", &report("  ")).await.status(422);
    reader
        .post_form("/problems", &[("page", "https://evil.example"), ("message", "x")])
        .await
        .status(200)
        .lacks("evil");
    let long = "x".repeat(5_000);
    reader.post_form("/problems", &[("page", "/"), ("message", &long)]).await.status(422).contains("still there");

    let ada = app.registered("ada@example.org").await;
    for stranger in [&reader, &app.guest().await, &ada] {
        stranger.get("/admin/problems").await.status(404);
    }
    // Another role ends every session.
    app.set_role("ada@example.org", Role::Instructor).await;
    ada.log_in("ada@example.org", PASSWORD).await.status(303);
    ada.get("/admin/problems").await.status(404);
    ada.get("/road").await.lacks("/admin/problems");
    app.set_role("ada@example.org", Role::Administrator).await;
    ada.log_in("ada@example.org", PASSWORD).await.status(303);
    ada.get("/admin/problems")
        .await
        .status(200)
        .contains("2 reports")
        .contains("&lt;script&gt;slip()")
        .lacks("<script>slip");

    // Their menu leads there, from every page, and says how many there are.
    let link = |open: u32| format!("<span class=\"count\">{open}<span class=\"visually-hidden\"> open");
    ada.get("/road").await.contains("href=\"/admin/problems\"").contains(&link(2));
    let id = app.store().problem_reports().newest(9).await.unwrap().pop().unwrap().id;
    reader.post_form(&format!("/admin/problems/{id}/settle"), &[]).await.status(404);
    ada.post_form(&format!("/admin/problems/{id}/settle"), &[]).await.leads_to("/admin/problems");
    ada.get("/admin/problems").await.contains("1 report to look at").contains("Settled").contains(&link(1));
    ada.post_form("/admin/problems/nowhere/settle", &[]).await.status(404);
}
