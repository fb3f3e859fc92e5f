//! What an operator can measure.

use domain::Verdict;
use serde_json::json;

use crate::support::{GREET, Options, RIGHT, TestApp};

#[tokio::test]
async fn runs_are_counted_by_verdict_for_programs_on_this_machine_alone() {
    let app = TestApp::with(Options { own_workers: Some(1), ..Options::default() }).await;
    let client = app.visitor();
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    let view: domain::api::SubmissionView =
        client.post_json(&format!("{GREET}/submissions"), &body).await.status(200).json();
    assert_eq!(view.report.unwrap().verdict, Verdict::Passed);
    let body = json!({"language": "javascript", "code": "throw new Error('no')"});
    client.post_json("/try", &body).await.status(200);

    let figures = app.operator().get("/metrics").await.status(200);
    for line in [
        "sandbox_jobs_total{kind=\"judge\",language=\"python\",verdict=\"passed\"} 1",
        "sandbox_jobs_total{kind=\"run\",language=\"javascript\",verdict=\"runtime_error\"} 1",
        "sandbox_waiting 0",
        "sandbox_workers 1",
        "sandbox_worker_restarts_total 0",
        "sandbox_wait_seconds_count 2",
        "# EOF",
    ] {
        assert!(String::from_utf8_lossy(&figures.body).contains(line), "{line}: {figures:?}");
    }
    client.get("/metrics").await.status(404);
}
