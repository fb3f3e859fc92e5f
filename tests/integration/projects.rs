//! Projects: one code that grows from stage to stage, whatever way it comes in.

use domain::{StageName, Status, Verdict, api::SubmissionView};
use serde_json::json;

use crate::support::{Answer, Client, PASSWORD, TestApp};

const PROJECT: &str = "/exercises/basics/a-till";
const FIRST: &str = "/exercises/basics/a-till/stages/one-line";
const SECOND: &str = "/exercises/basics/a-till/stages/the-whole-basket";

const LINE: &str = "def line_total(cents, count):\n    return cents * (count - count // 10)\n";
const BASKET: &str = "\ndef total(lines):\n    return sum(line_total(one['cents'], one['count']) for one in lines)\n";
/// Right for the second stage, and no longer for the first.
const BROKEN: &str = "def line_total(cents, count):\n    return cents * count\n";

async fn post(client: &Client, stage: &str, code: &str) -> Answer {
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": code}]});
    client.post_json(&format!("{stage}/submissions"), &body).await
}

async fn submit(client: &Client, stage: &str, code: &str) -> SubmissionView {
    post(client, stage, code).await.status(200).json()
}

#[tokio::test]
async fn a_stage_opens_when_the_one_before_is_passed() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.get(PROJECT).await.status(200).contains("Begin with").contains("Opens after stage 1").contains(FIRST);
    client
        .get(SECOND)
        .await
        .status(200)
        .contains("Stage 2 opens once stage 1, “One line”, is passed.")
        .contains("the price of a basket")
        .lacks("Run the tests");
    // Neither code nor a draft is taken, and nobody becomes a guest by trying.
    post(&client, SECOND, LINE).await.status(422).contains("This stage opens once stage 1, “One line”, is passed.");
    let draft = json!({"files": [{"name": "main.py", "content": "x = 1"}], "revision": 0});
    client.put_json(&format!("{SECOND}/drafts/python"), &draft).await.status(422);
    assert_eq!(client.session(), None);

    assert!(!submit(&client, FIRST, BROKEN).await.solved);
    post(&client, SECOND, LINE).await.status(422);
    assert!(submit(&client, FIRST, LINE).await.solved);
    client.get(SECOND).await.status(200).contains("Run the tests").contains("Stage 2 of 2");
    client.get(PROJECT).await.contains("Go on with").contains("Solved").lacks("Opens after");
}

#[tokio::test]
async fn a_later_stage_runs_the_tests_of_the_earlier_ones_and_says_what_broke() {
    let app = TestApp::new().await;
    let client = app.visitor();
    submit(&client, FIRST, LINE).await;
    client.get(SECOND).await.contains("What the stages before have asked for is tested again: 2 more tests.");

    let view = submit(&client, SECOND, &format!("{BROKEN}{BASKET}")).await;
    let report = view.report.unwrap();
    assert_eq!((report.verdict, report.points.earned, view.solved), (Verdict::WrongAnswer, 0, false));
    let failed: Vec<_> = report.tests.iter().filter(|test| test.status != Status::Pass).collect();
    let stage = StageName { number: 1, title: "One line".to_owned() };
    assert_eq!(failed.iter().map(|test| &test.stage).collect::<Vec<_>>(), [&Some(stage)]);
    client.get(SECOND).await.contains("Stage 1, One line: 1 of 2 tests broken");

    let view = submit(&client, SECOND, &format!("{LINE}{BASKET}")).await;
    assert!(view.solved);
    client.get(SECOND).await.contains("Stage 1, One line: 2 tests pass");
    client.get(PROJECT).await.contains("All stages are passed");
}

#[tokio::test]
async fn the_code_is_carried_along_and_kept_once() {
    let app = TestApp::new().await;
    let client = app.visitor();
    // Without a draft a stage begins with the code that passed the one before.
    submit(&client, FIRST, &format!("# mine\n{LINE}")).await;
    client.get(SECOND).await.contains("# mine").lacks("Return the price of some pieces");
    client.get(&format!("{SECOND}?language=javascript")).await.contains("export function lineTotal(cents, count) {}");

    // A draft of one stage is the draft of all.
    let draft = json!({"files": [{"name": "main.py", "content": "# the newest\n"}], "revision": 0});
    client.put_json(&format!("{SECOND}/drafts/python"), &draft).await.status(200);
    client.get(FIRST).await.contains("# the newest");
    let outdated = json!({"files": [{"name": "main.py", "content": "# another tab\n"}], "revision": 0});
    client.put_json(&format!("{FIRST}/drafts/python"), &outdated).await.status(409);
}

#[tokio::test]
async fn everything_works_as_plain_forms() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let code = format!("{LINE}# by form\n");
    let form = [("language", "python"), ("file:main.py", code.as_str())];
    client
        .post_form(&format!("{SECOND}/submissions"), &form)
        .await
        .status(422)
        .contains("This stage opens once stage 1");
    let answer = client.post_form(&format!("{FIRST}/submissions"), &form).await.status(303);
    assert!(answer.header("location").starts_with(&format!("{FIRST}?language=python&submission=")));
    client.get(FIRST).await.contains("Passed").contains("The secret of the first stage");
    // What was sent is the project's draft.
    client.get(SECOND).await.contains("# by form").lacks("The secret of the first stage");
}

#[tokio::test]
async fn the_road_and_the_progress_show_it() {
    let app = TestApp::new().await;
    let client = app.visitor();
    for page in ["/road", "/road/basics", "/road/basics/sums"] {
        client.get(page).await.status(200).contains("Project").contains("0 of 2 stages");
    }
    submit(&client, FIRST, LINE).await;
    client.get("/road/basics/sums").await.contains("1 of 2 stages").contains("Tried");
    client.get("/progress").await.contains("A till: One line").contains("1 of 2 stages");
    submit(&client, SECOND, &format!("{LINE}{BASKET}")).await;
    client.get("/road/basics").await.contains("2 of 2 stages");
    client.get("/progress").await.contains("A till: The whole basket").contains("2 of 2 stages");

    // And a guest's stages come along into the account.
    client.register("ada@example.org").await.status(303);
    let phone = app.visitor();
    phone.log_in("ada@example.org", PASSWORD).await.status(303);
    phone.get(PROJECT).await.contains("All stages are passed");
}

#[tokio::test]
async fn a_project_takes_no_code_itself_and_a_stage_is_found_in_its_project_only() {
    let app = TestApp::new().await;
    let client = app.visitor();
    post(&client, PROJECT, LINE).await.status(404);
    let draft = json!({"files": [{"name": "main.py", "content": "x = 1"}], "revision": 0});
    client.put_json(&format!("{PROJECT}/drafts/python"), &draft).await.status(404);
    client.post_form(&format!("{PROJECT}/answers"), &[("question-0", "0")]).await.status(404);
    for path in [
        "/exercises/basics/a-till/stages/nowhere",
        "/exercises/basics/greet/stages/one-line",
        "/exercises/basics/a-till/one-line",
        "/exercises/basics/one-line",
        "/exercises/basics/a-till/stages",
    ] {
        client.get(path).await.status(404);
    }
    let id = submit(&client, FIRST, LINE).await.id;
    client.get(&format!("{FIRST}?submission={id}")).await.status(200);
    client.get(&format!("{SECOND}?submission={id}")).await.status(404);
    client.get(&format!("{PROJECT}?submission={id}")).await.status(404);
    client.get(&format!("/submissions/{id}")).await.status(303).leads_to(&format!("{FIRST}?submission={id}"));
}

#[tokio::test]
async fn a_stage_has_a_history_of_its_own_and_going_on_from_it_changes_the_code_of_the_project() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let first = submit(&client, FIRST, &format!("# the first try\n{LINE}")).await.id.to_string();
    let second = submit(&client, SECOND, &format!("{BROKEN}{BASKET}")).await.id.to_string();

    // Each lists its own; what a later stage began with is the code that passed the one before.
    let (first_page, second_page) = (format!("{FIRST}/submissions"), format!("{SECOND}/submissions"));
    client.get(&first_page).await.status(200).contains("1 submission").contains(&first).lacks(&second);
    client
        .get(&second_page)
        .await
        .status(200)
        .contains("1 submission")
        .contains(&second)
        .contains("<del>- # the first try\n</del>")
        .contains(&format!("action=\"{SECOND}/restore\""));
    client.get(&format!("{second_page}?submission={first}")).await.status(404);
    client.get(&format!("{PROJECT}/submissions")).await.status(404);

    // Nothing is restored across stages, from another's history, or into the project as a whole.
    let form = |id: &'static str| [("submission", id)];
    client.post_form(&format!("{SECOND}/restore"), &[("submission", &first)]).await.status(404);
    client.post_form(&format!("{PROJECT}/restore"), &[("submission", &first)]).await.status(404);
    client.post_form(&format!("{FIRST}/restore"), &form("nowhere")).await.status(404);
    app.guest().await.post_form(&format!("{FIRST}/restore"), &[("submission", &first)]).await.status(404);

    let draft = json!({"files": [{"name": "main.py", "content": "# half an idea\n"}], "revision": 0});
    client.put_json(&format!("{SECOND}/drafts/python"), &draft).await.status(200);
    client
        .post_form(&format!("{FIRST}/restore"), &[("submission", &first)])
        .await
        .leads_to(&format!("{FIRST}?language=python"));
    for stage in [FIRST, SECOND] {
        client.get(stage).await.contains("# the first try").lacks("# half an idea");
        client.get(&format!("{stage}/submissions")).await.contains("Set aside").contains("# half an idea");
    }
}
