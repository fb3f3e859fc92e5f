//! The road: its map, its filter, and the way past what somebody knows.

use serde_json::json;

use crate::support::{ADD_UP, Client, GREET, RIGHT, TestApp, WRONG};

const ADDS_UP: &str = "def add_up(numbers):\n    return sum(numbers)\n";

async fn submit(client: &Client, exercise: &str, code: &str) {
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": code}]});
    client.post_json(&format!("{exercise}/submissions"), &body).await.status(200);
}

/// Solves what stands at the end of the module: the last exercise of each of its lessons.
async fn pass_the_end(client: &Client) {
    submit(client, GREET, RIGHT).await;
    let right = [("question-0", "1"), ("question-1", "0"), ("question-1", "2")];
    client.post_form("/exercises/basics/words-and-numbers/answers", &right).await.status(303);
}

#[tokio::test]
async fn the_map_is_links_and_says_its_states_in_words() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client
        .get("/road")
        .await
        .status(200)
        .contains("aria-label=\"Module 1: Basics, ")
        .contains(", not begun, you are here");
    submit(&client, GREET, WRONG).await;
    client.get("/road").await.contains(", begun, you are here");
    // A lesson says what it builds on, and whether that was read.
    let before = "What this lesson builds on";
    client.get("/road/basics/greetings").await.status(200).lacks(before);
    client.get("/road/basics/sums").await.contains(before).contains("/road/basics/greetings").lacks("before-read");
    client.post_form("/road/basics/greetings/read", &[("read", "true")]).await.status(303);
    client.get("/road/basics/sums").await.contains("before-read");
}

#[tokio::test]
async fn a_filter_is_an_address() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/road?pillar=foundations").await.status(200).contains("id=\"module-1\"");
    // The map keeps its shape; what was not asked for stands back, and is not listed.
    visitor.get("/road?pillar=data").await.status(200).contains("is-aside").lacks("id=\"module-1\"");
    for nonsense in ["/road?pillar=%3Cscript%3E", "/road?pillar=", "/road?pillar=DATA", "/road?other=data"] {
        visitor.get(nonsense).await.status(200).contains("id=\"module-1\"").lacks("is-aside");
    }
}

#[tokio::test]
async fn who_passes_the_end_of_a_module_may_skip_the_rest() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let known = [("known", "true")];
    // Nobody who has not shown it, and no guest is made of them.
    client.post_form("/road/basics/known", &known).await.status(422).contains("last exercises");
    assert_eq!(client.session(), None);
    client.get("/road/basics").await.contains("Know this already?").contains(GREET).lacks("/road/basics/known");
    submit(&client, GREET, RIGHT).await;
    client.post_form("/road/basics/known", &known).await.status(422);
    pass_the_end(&client).await;
    client.get("/road").await.contains("Next for you").lacks("Well driven");
    client.get("/road/basics").await.contains("Mark this module as known");

    client.post_form("/road/basics/known", &known).await.leads_to("/road/basics");
    client.get("/road").await.contains("Basics, known").contains("Well driven");
    client.get("/road/basics").await.contains("Take it back");
    // It comes along into an account.
    client.register("ada@example.org").await.status(303);
    client.get("/road").await.contains("Basics, known");

    client.post_form("/road/basics/known", &[("known", "false")]).await.leads_to("/road/basics");
    client.get("/road").await.contains(", begun, you are here");
    client.post_form("/road/basics/known", &[("known", "perhaps")]).await.status(422);
    client.post_form("/road/nowhere/known", &known).await.status(404);
    // The exercise between was never asked for.
    client.get(ADD_UP).await.contains("Not tried yet");
    submit(&client, ADD_UP, ADDS_UP).await;
}
