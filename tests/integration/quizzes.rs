//! Answering a quiz.

use domain::{Verdict, api::AnswersView};
use serde_json::json;

use crate::support::{Client, GREET, PASSWORD, QUIZ, TestApp};

/// Right in every question.
const RIGHT: [(&str, &str); 3] = [("question-0", "1"), ("question-1", "0"), ("question-1", "2")];
/// Right in the first alone.
const HALF: [(&str, &str); 2] = [("question-0", "1"), ("question-1", "1")];

async fn answer(client: &Client, choices: serde_json::Value) -> AnswersView {
    client.post_json(&format!("{QUIZ}/answers"), &json!({ "choices": choices })).await.status(200).json()
}

#[tokio::test]
async fn before_it_is_answered_nothing_says_what_is_right() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get(QUIZ).await.status(200).contains("Words and numbers").contains("What comes first?");
    let page = page.contains("type=\"radio\"").contains("type=\"checkbox\"").contains("More than one is right.");
    page.lacks("is-right").lacks("opens a talk").lacks("ends a talk").lacks("<script").lacks("checked");
    assert_eq!(visitor.session(), None);
}

#[tokio::test]
async fn a_form_is_judged_and_tells_why_of_what_was_chosen() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let answers = format!("{QUIZ}/answers");
    client.post_form(&answers, &HALF).await.leads_to(&format!("{QUIZ}#result"));
    let page = client.get(QUIZ).await.status(200).contains("1 of 2 answers right").contains("Tried");
    page.contains("The greeting opens a talk.").contains("Ada is a name.").lacks("One is a number.");
    client.get("/progress").await.contains("Words and numbers").contains("Wrong answer");

    client.post_form(&answers, &RIGHT).await.status(303);
    let page = client.get(QUIZ).await.contains("Every answer is right.").contains("3 points").contains("Solved");
    page.contains("One is a number.").contains("Two is a number as well.").lacks("Ada is a name.");

    // What is solved stays solved, whatever comes after it, and its explanations stay open.
    client.post_form(&answers, &HALF).await.status(303);
    client.get(QUIZ).await.contains("Solved").contains("Ada is a name.").contains("One is a number.");
    client.get("/road/basics/sums").await.contains("is-solved").contains("Quiz · easy · 5 min");
}

#[tokio::test]
async fn a_script_gets_the_same_as_data() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let view = answer(&client, json!([[1], [1]])).await;
    assert_eq!((view.verdict, view.points.earned, view.solved), (Verdict::WrongAnswer, 0, false));
    assert_eq!(view.questions.iter().map(|question| question.right).collect::<Vec<_>>(), [Some(true), Some(false)]);
    let told = |view: &AnswersView| -> Vec<bool> {
        view.questions[1].options.iter().map(|option| option.explanation.is_some()).collect()
    };
    assert_eq!(told(&view), [false, true, false]);
    let view = answer(&client, json!([[1], [0, 2]])).await;
    assert_eq!((view.verdict, view.points.earned, view.solved), (Verdict::Passed, 3, true));
    assert_eq!(told(&view), [true, false, true]);
}

#[tokio::test]
async fn answers_that_cannot_be_judged_stay_in_the_form_and_are_not_kept() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let answers = format!("{QUIZ}/answers");
    let page = client.post_form(&answers, &[("question-1", "2")]).await.status(422);
    let page = page.contains("Question 1 has no answer yet.").contains("checked").lacks("is-right");
    page.lacks("Two is a number as well.");
    for (fields, problem) in [
        (vec![], "Question 1 has no answer yet."),
        (vec![("question-0", "2"), ("question-1", "0")], "Question 1 has no such option."),
        (vec![("question-0", "x"), ("question-1", "0")], "Question 1 has no such option."),
        (vec![("question-0", "0"), ("question-0", "1"), ("question-1", "0")], "Question 1 takes one answer."),
        (vec![("question-0", "0"), ("question-1", "0"), ("question-9", "0")], "There are more answers than questions."),
    ] {
        client.post_form(&answers, &fields).await.status(422).contains(problem);
    }
    for choices in [json!([]), json!([[1]]), json!([[1], []]), json!([[1], [7]]), json!([[1], [0], [0]])] {
        client.post_json(&answers, &json!({ "choices": choices })).await.status(422);
    }
    for body in [json!({}), json!({"choices": [[-1], [0]]}), json!({"choices": "all"}), json!({"choices": [], "x": 1})]
    {
        client.post_json(&answers, &body).await.status(400);
    }
    assert_eq!(client.session(), None, "nobody became a guest for nothing");
}

#[tokio::test]
async fn a_quiz_takes_no_code_and_other_exercises_no_answers() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": "print()"}]});
    client.post_json(&format!("{QUIZ}/submissions"), &body).await.status(404);
    let draft = json!({"files": body["files"], "revision": 0});
    client.put_json(&format!("{QUIZ}/drafts/python"), &draft).await.status(404);
    client.post_json(&format!("{GREET}/answers"), &json!({"choices": [[0]]})).await.status(404);
    client.post_form("/exercises/basics/nowhere/answers", &RIGHT).await.status(404);
    client.get(&format!("{QUIZ}?submission=nowhere")).await.status(404);
}

#[tokio::test]
async fn too_many_answers_at_once_are_told_to_wait() {
    let app = TestApp::with_settings(|settings| settings.limits.run_learner.at_once = 2).await;
    let client = app.guest().await;
    let answers = format!("{QUIZ}/answers");
    for _ in 0..2 {
        client.post_form(&answers, &HALF).await.status(303);
    }
    let page =
        client.post_form(&answers, &RIGHT).await.status(429).contains("often in a short time").contains("checked");
    assert!(!page.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_guests_answers_move_into_the_account_and_survive_a_restart() {
    let app = TestApp::new().await;
    app.registered("ada@example.org").await;
    let guest = app.visitor();
    guest.post_form(&format!("{QUIZ}/answers"), &RIGHT).await.status(303);
    guest.log_in("ada@example.org", PASSWORD).await.status(303);
    guest.get(QUIZ).await.contains("Every answer is right.").lacks("is kept in this browser");
    let app = app.restart().await;
    let client = app.visitor();
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    client.get(QUIZ).await.contains("Every answer is right.");
    client.get("/progress").await.contains("Words and numbers").contains("Passed");
    app.visitor().get(QUIZ).await.lacks("Every answer is right.");
}

#[tokio::test]
async fn answers_to_questions_that_changed_meanwhile_are_not_counted() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let page = client.get(QUIZ).await.text();
    let seen = page.split_once("name=\"exercise_hash\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    app.change_exercise(QUIZ, "questions.toml", "What comes first?", "What comes last?").await;
    let answers = format!("{QUIZ}/answers");
    let fields: Vec<_> = [("exercise_hash", seen.as_str())].into_iter().chain(RIGHT).collect();
    client
        .post_form(&answers, &fields)
        .await
        .status(422)
        .contains("have changed since you opened this page")
        .contains("What comes last?")
        .lacks("checked")
        .lacks(&seen);
    let body = json!({"choices": [[1], [0, 2]], "exercise_hash": seen});
    client.post_json(&answers, &body).await.status(422).contains("Nothing was counted");
    client.get(QUIZ).await.contains("Not tried yet");
    // The page that came back can be handed in.
    let page = client.get(QUIZ).await.text();
    let now = page.split_once("name=\"exercise_hash\" value=\"").unwrap().1.split_once('"').unwrap().0;
    let fields: Vec<_> = [("exercise_hash", now)].into_iter().chain(RIGHT).collect();
    client.post_form(&answers, &fields).await.status(303);
    client.get(QUIZ).await.contains("Every answer is right.");
}
