//! What a learner works with beside the tests: own input, the console, the history, the way out.

use domain::{
    Conversation, OwnOutcome,
    api::{DraftView, SubmissionView},
};
use serde_json::{Value, json};

use crate::support::{ADD_UP, Client, GREET, QUIZ, RIGHT, TestApp, WRONG};

fn files(code: &str) -> Value {
    json!([{"name": "main.py", "content": code}])
}

async fn submit(client: &Client, code: &str) -> String {
    let body = json!({"language": "python", "files": files(code)});
    let view: SubmissionView = client.post_json(&format!("{GREET}/submissions"), &body).await.status(200).json();
    view.id.to_string()
}

#[tokio::test]
async fn own_lines_run_after_the_code_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.get(GREET).await.contains("Own call").contains("print(greet(");
    let run = format!("{GREET}/run");
    let request = |text: &str| json!({"language": "python", "files": files(RIGHT), "input": {"snippet": text}});
    let outcome: OwnOutcome = client.post_json(&run, &request("print(greet('<Eve>'))")).await.status(200).json();
    let OwnOutcome::Ran(outcome) = outcome else { panic!("{outcome:?}") };
    assert_eq!(outcome.stdout, "Hello, <Eve>!\n");
    assert_eq!(client.session(), None);
    // Another kind of input, too much of it, and what is none.
    let stdin = json!({"language": "python", "files": files(RIGHT), "input": {"program": {"stdin": "", "args": ""}}});
    client.post_json(&run, &stdin).await.status(422);
    client.post_json(&run, &request(&"#".repeat(70_000))).await.status(422);
    client.post_json(&run, &json!({"language": "python", "files": files(RIGHT), "input": 1})).await.status(400);
    client.post_json(&format!("{QUIZ}/run"), &request("")).await.status(404);
}

#[tokio::test]
async fn without_scripts_own_lines_are_a_form_and_come_back_as_typed() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let text = "print('</textarea><b>')";
    let fields = [("language", "python"), ("file:main.py", RIGHT), ("own_text", text)];
    client
        .post_form(&format!("{GREET}/run"), &fields)
        .await
        .status(200)
        .contains("&lt;/textarea&gt;&lt;b&gt;")
        .contains("Ran to its end")
        .lacks("</textarea><b>");
    assert_eq!(client.session(), None);
}

#[tokio::test]
async fn a_console_talks_to_ones_own_service() {
    let app = TestApp::of_kinds().await;
    let client = app.visitor();
    let notes = "/exercises/kinds/notes";
    client.get(notes).await.status(200).contains("Console").contains("own_path");
    let code =
        std::fs::read_to_string(crate::support::root().join("tests/kinds/exercises/kinds/notes/python/solution.py"))
            .unwrap();
    let request = |method: &str, path: &str| json!({"client": "console", "method": method, "path": path, "headers": [], "body": "none"});
    let run = |requests: Value| json!({"language": "python", "files": files(&code), "input": {"requests": requests}});
    let answer = client.post_json(&format!("{notes}/run"), &run(json!([request("GET", "/nowhere")]))).await.status(200);
    let OwnOutcome::Conversed(Conversation { answers, problem, .. }) = answer.json() else {
        panic!("{}", answer.text())
    };
    assert_eq!((answers.len(), answers[0].status, problem), (1, 404, None));
    // What is no request of HTTP is told where it was typed, and nothing is run.
    for (method, path) in [("FETCH", "/"), ("GET", "notes"), ("GET", "/a b"), ("GET", "http://example.org/")] {
        client.post_json(&format!("{notes}/run"), &run(json!([request(method, path)]))).await.status(422);
    }
    let many: Vec<Value> = (0..21).map(|_| request("GET", "/")).collect();
    client.post_json(&format!("{notes}/run"), &run(json!(many))).await.status(422).contains("at most 20");
    // The same by a form, which says it on the page and keeps every field.
    let form = |path: &'static str| {
        [
            ("language", "python"),
            ("own_method", "GET"),
            ("own_path", path),
            ("own_headers", "X-Own: <b>"),
            ("own_body", ""),
        ]
    };
    let fields: Vec<_> = form("no slash").into_iter().chain([("file:main.py", code.as_str())]).collect();
    client
        .post_form(&format!("{notes}/run"), &fields)
        .await
        .status(422)
        .contains("A path begins with")
        .contains("value=\"no slash\"")
        .contains("X-Own: &lt;b&gt;");
    let fields: Vec<_> = form("/nowhere").into_iter().chain([("file:main.py", code.as_str())]).collect();
    client.post_form(&format!("{notes}/run"), &fields).await.status(200).contains("404 Not Found").contains("curl -i");
}

#[tokio::test]
async fn own_queries_give_rows() {
    let app = TestApp::of_kinds().await;
    let client = app.visitor();
    let orders = "/exercises/kinds/orders";
    client.get(orders).await.status(200).contains("Own query").contains("class=\"tables-drawing\"");
    let run = |query: &str| json!({"language": "sql", "files": [{"name": "main.sql", "content": ""}], "input": {"query": query}});
    let query = "SELECT 1 AS one, NULL AS gap";
    let outcome: OwnOutcome = client.post_json(&format!("{orders}/run"), &run(query)).await.status(200).json();
    let OwnOutcome::Queried(queried) = outcome else { panic!("{outcome:?}") };
    assert_eq!(queried.problem, None, "{queried:?}");
    assert_eq!(queried.grids[0].columns, ["one", "gap"]);
    assert_eq!(queried.grids[0].rows, [[Some("1".to_owned()), None]]);
    let outcome: OwnOutcome =
        client.post_json(&format!("{orders}/run"), &run("SELECT nonsense")).await.status(200).json();
    let OwnOutcome::Queried(queried) = outcome else { panic!("{outcome:?}") };
    assert!(queried.problem.is_some() && queried.details.unwrap().contains("nonsense"));
}

#[tokio::test]
async fn submissions_are_compared_line_by_line() {
    let app = TestApp::new().await;
    let client = app.registered("ada@example.org").await;
    let page = format!("{GREET}/submissions");
    client.get(&page).await.status(200).contains("Nothing handed in yet");
    let first = submit(&client, WRONG).await;
    let second = submit(&client, "def greet(name):\n    return '</pre><script>' + name\n").await;
    client
        .get(&page)
        .await
        .status(200)
        .contains("<del>-     return &#39;Bye, &#39; + name\n</del>")
        .contains("&lt;/pre&gt;&lt;script&gt;")
        .lacks("The secret of the model solution");
    client.get(&format!("{page}?submission={first}")).await.status(200).contains("the code it began with");
    client.get(&format!("{page}?submission={second}&against={first}")).await.status(200).contains("<ins>");
    // The solution only for those who may see it, and nobody else's submissions.
    client.get(&format!("{page}?submission={second}&against=solution")).await.status(404);
    client.get(&format!("{page}?submission={second}&against=nonsense")).await.status(404);
    for stranger in [app.visitor(), app.guest().await] {
        stranger.get(&format!("{page}?submission={first}")).await.status(404);
        stranger.get(&page).await.status(200).lacks("return");
        let body = [("submission", first.as_str())];
        stranger.post_form(&format!("{GREET}/restore"), &body).await.status(404);
    }
    client.get(&format!("{QUIZ}/submissions")).await.status(404);

    // Going on from an old one sets the newer draft aside.
    let draft = json!({"files": files("# half an idea"), "revision": 0});
    client.put_json(&format!("{GREET}/drafts/python"), &draft).await.status(200);
    client
        .post_form(&format!("{GREET}/restore"), &[("submission", &first)])
        .await
        .leads_to(&format!("{GREET}?language=python"));
    client.get(GREET).await.contains("Bye, ").lacks("half an idea");
    client.get(&page).await.contains("Set aside").contains("half an idea");
    client.post_form(&format!("{ADD_UP}/restore"), &[("submission", &first)]).await.status(404);
}

#[tokio::test]
async fn who_gives_up_sees_the_solution_and_is_told_so() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.get(GREET).await.contains("Give up and see the solution").lacks("The secret of the model solution");
    client.post_form(&format!("{GREET}/solution"), &[]).await.leads_to(&format!("{GREET}#explanation"));
    client.get(GREET).await.contains("The secret of the model solution").contains("You looked at the solution on");
    // It is no pass, and it stays said once there is one; also in an account.
    client.get("/road/basics").await.lacks("is-solved");
    submit(&client, RIGHT).await;
    client.register("ada@example.org").await.status(303);
    client.get(GREET).await.contains("Solved after looking at the solution");
    app.visitor().get(GREET).await.lacks("The secret of the model solution");
    client.post_form(&format!("{QUIZ}/solution"), &[]).await.status(404);
}

#[tokio::test]
async fn a_page_of_an_account_saves_nothing_for_a_guest() {
    let app = TestApp::new().await;
    let client = app.registered("ada@example.org").await;
    client.get(GREET).await.contains("name=\"signed_in\" value=\"true\"");
    client.post_form("/logout", &[]).await.status(303);
    let draft = json!({"files": files("# typed meanwhile"), "revision": 0, "signed_in": true});
    client.put_json(&format!("{GREET}/drafts/python"), &draft).await.status(401).contains("logged out meanwhile");
    let body = json!({"language": "python", "files": files(RIGHT), "signed_in": true});
    client.post_json(&format!("{GREET}/submissions"), &body).await.status(401);
    // Without scripts the page comes back with the code in it.
    let fields = [("language", "python"), ("signed_in", "true"), ("file:main.py", "# typed meanwhile")];
    client.post_form(&format!("{GREET}/submissions"), &fields).await.status(401).contains("# typed meanwhile");
    assert_eq!(client.session(), None);
}

#[tokio::test]
async fn a_draft_of_an_exercise_that_changed_is_kept_and_said() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let draft = json!({"files": files("# mine"), "revision": 0});
    client.put_json(&format!("{GREET}/drafts/python"), &draft).await.status(200);
    let said = "This exercise has changed since you began.";
    client.get(GREET).await.contains("# mine").contains("workspace-notice").lacks(said);
    let hash_of = |page: &str| {
        let after = page.split_once("name=\"exercise_hash\" value=\"").unwrap().1;
        after.split_once('"').unwrap().0.to_owned()
    };
    let seen = hash_of(&client.get(GREET).await.text());
    app.change_exercise(GREET, "tests.toml", "Hello, Ada!", "Hello, Ada.").await;
    client.get(GREET).await.contains("# mine").contains(said);

    // A page that was opened before is told by each answer, and what it saves is still code for the old exercise.
    let late = json!({"files": files("# late"), "revision": 1, "exercise_hash": seen});
    let answer: DraftView = client.put_json(&format!("{GREET}/drafts/python"), &late).await.status(200).json();
    assert!(!answer.exercise_hash.is_empty() && answer.exercise_hash != seen);
    client.get(GREET).await.contains("# late").contains(said);
    let body = json!({"language": "python", "files": files(RIGHT)});
    let view: SubmissionView = client.post_json(&format!("{GREET}/submissions"), &body).await.status(200).json();
    assert_eq!(view.exercise_hash, answer.exercise_hash);
    let view: SubmissionView = client.get_json(&format!("/submissions/{}", view.id)).await.status(200).json();
    assert_eq!(view.exercise_hash, answer.exercise_hash);
    // The same without scripts.
    let fields = [("language", "python"), ("exercise_hash", seen.as_str()), ("file:main.py", WRONG)];
    client.post_form(&format!("{GREET}/submissions"), &fields).await.status(303);
    client.get(GREET).await.contains("Bye").contains(said);
    // Once it is saved by a page that shows the exercise as it is, nothing is left to say.
    let new =
        json!({"files": files("# new"), "revision": 3, "exercise_hash": hash_of(&client.get(GREET).await.text())});
    client.put_json(&format!("{GREET}/drafts/python"), &new).await.status(200);
    client.get(GREET).await.contains("# new").lacks(said);
    // Whatever else somebody sends as a hash is none.
    for (place, odd) in ["x".repeat(64), "<b>".to_owned(), "a".repeat(70_000)].into_iter().enumerate() {
        let code = format!("# odd {place}");
        let odd = json!({"files": files(&code), "revision": 4 + place, "exercise_hash": odd});
        client.put_json(&format!("{GREET}/drafts/python"), &odd).await.status(200);
        client.get(GREET).await.contains(&code).lacks(said);
    }
}
