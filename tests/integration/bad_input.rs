//! What is sent by mistake or on purpose: a clear message each, nothing lost, and the server lives.

use domain::{MAX_FILE_BYTES, MAX_FILES, api::Problem};
use serde_json::{Value, json};

use crate::support::{ADD_UP, Answer, GREET, RIGHT, TestApp, WRONG};

#[track_caller]
fn says(answer: &Answer, status: u16, words: &str) {
    let problem: Problem = answer.json();
    assert_eq!((answer.status.as_u16(), problem.status), (status, status), "{problem:?}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert!(problem.detail.contains(words), "`{}` does not say `{words}`", problem.detail);
}

fn files(count: usize, content: &str) -> Value {
    let file =
        |n: usize| json!({"name": if n == 0 { "main.py".to_owned() } else { format!("f{n}.py") }, "content": content});
    (0..count).map(file).collect()
}

#[tokio::test]
async fn code_that_cannot_be_taken_is_refused_in_words() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let submit = |body: Value| {
        let client = &client;
        async move { client.post_json(&format!("{GREET}/submissions"), &body).await }
    };
    let long = "#".repeat(MAX_FILE_BYTES + 1);
    says(&submit(json!({"language": "python", "files": files(1, &long)})).await, 422, "64 KiB");
    says(&submit(json!({"language": "python", "files": files(MAX_FILES + 1, "")})).await, 422, "at most 10");
    says(&submit(json!({"language": "python", "files": []})).await, 422, "no code");
    says(&submit(json!({"language": "python", "files": files(1, "a\u{0}b")})).await, 422, "binary");
    says(
        &submit(json!({"language": "python", "files": [{"name": "../main.py", "content": ""}]})).await,
        422,
        "file name",
    );
    says(&submit(json!({"language": "python", "files": [{"name": "main.js", "content": ""}]})).await, 422, "main.py");
    says(&submit(json!({"language": "ruby", "files": files(1, "")})).await, 422, "Python or JavaScript");
    says(&submit(json!({"language": 7, "files": files(1, "")})).await, 400, "JSON");
    says(&submit(json!({"language": "python"})).await, 400, "JSON");
    says(&submit(json!({"language": "python", "files": files(1, ""), "more": 1})).await, 400, "JSON");
    let python_only = json!({"language": "javascript", "files": [{"name": "main.js", "content": ""}]});
    says(&client.post_json(&format!("{ADD_UP}/submissions"), &python_only).await, 422, "answered in Python.");
    // The longest that is allowed, ten times.
    let answer = submit(json!({"language": "python", "files": files(MAX_FILES, &"#".repeat(MAX_FILE_BYTES))})).await;
    answer.status(200);
}

#[tokio::test]
async fn without_a_script_the_text_stays_on_the_page() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let code = format!("# kept on the page\n{}", "#".repeat(MAX_FILE_BYTES));
    let answer =
        client.post_form(&format!("{GREET}/submissions"), &[("language", "python"), ("file:main.py", &code)]).await;
    answer.status(422).contains("64 KiB").contains("# kept on the page").contains("Greet somebody");
    let fields = [("language", "ruby"), ("file:main.py", "# kept on the page")];
    client
        .post_form(&format!("{GREET}/submissions"), &fields)
        .await
        .status(422)
        .contains("Python or JavaScript")
        .contains("# kept on the page");
    // Nothing was saved, so nobody came to be.
    assert_eq!(client.session(), None);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let path = format!("{GREET}/submissions");
    let form = "application/x-www-form-urlencoded";
    client
        .post_bytes(&path, form, b"language=python&file%3Amain.py=%ff%fe".to_vec())
        .await
        .status(422)
        .contains("UTF-8");
    client
        .post_bytes(&path, form, b"language=python&file%3Amain.py=a%00b".to_vec())
        .await
        .status(422)
        .contains("binary");
    client
        .post_bytes(&path, "application/json", b"{\"language\":\"python\",\"files\":\xff}".to_vec())
        .await
        .status(422);
    client.post_bytes(&path, "application/json", b"{".to_vec()).await.status(400);
    client.post_bytes(&path, "multipart/form-data; boundary=x", b"--x--".to_vec()).await.status(415);
    client.post_bytes(&path, "text/plain", b"hello".to_vec()).await.status(415);
    client.post_bytes(&path, form, vec![b'a'; 2 * 1024 * 1024 + 1]).await.status(413).contains("too much");
    client.post_bytes("/login", form, vec![b'a'; 17 * 1024]).await.status(413);
    client.post_bytes("/theme", form, b"theme=dark".to_vec()).await.status(303);
}

#[tokio::test]
async fn hostile_text_is_shown_as_text() {
    const HOSTILE: [&str; 7] = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'\"--></style></script><script>alert(1)</script>",
        "javascript:alert(1)",
        "<svg/onload=alert(1)>",
        "{{constructor.constructor('alert(1)')()}}",
        "\u{202e}<iframe srcdoc='<script>alert(1)</script>'>",
    ];
    let dangerous =
        ["<script>alert", "<img src=x", "<svg/onload", "<iframe", "href=\"javascript:", "onerror=alert(1)>"];
    let app = TestApp::new().await;
    for (n, text) in HOSTILE.into_iter().enumerate() {
        let client = app.visitor();
        let mut pages = Vec::new();
        pages.push(
            client.post_form("/register", &[("name", text), ("email", text), ("password", text), ("next", text)]).await,
        );
        pages.push(client.post_form("/login", &[("email", text), ("password", text), ("next", text)]).await);
        let code = format!("def greet(name):\n    print({text:?})\n    raise ValueError({text:?})\n");
        let answer =
            client.post_form(&format!("{GREET}/submissions"), &[("language", "python"), ("file:main.py", &code)]).await;
        pages.push(client.get(answer.header("location")).await.status(200));
        let code = format!("print({text:?})");
        pages.push(
            client.post_form("/try", &[("language", "python"), ("code", &code), ("back", text)]).await.status(200),
        );
        pages.push(client.post_form("/try", &[("language", text), ("code", text), ("back", text)]).await.status(422));
        let email = format!("hostile{n}@example.org");
        let registered = client
            .post_form("/register", &[("name", text), ("email", &email), ("password", crate::support::PASSWORD)])
            .await;
        registered.status(303);
        pages.push(client.get("/progress").await.status(200));
        pages.push(client.get(GREET).await.status(200));
        let query: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
        for path in
            ["/login?next=", "/register?next=", "/nowhere/", "/road/", "/exercises/basics/greet?language=", "/road?x="]
        {
            pages.push(client.get(&format!("{path}{query}")).await);
        }
        for page in pages {
            for needle in dangerous {
                assert!(
                    !page.text().contains(needle),
                    "{} with {text:?} holds `{needle}`: {}",
                    page.request,
                    page.text()
                );
            }
        }
    }
}

#[tokio::test]
async fn strange_output_reaches_the_page_as_text() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let code = "import sys\nsys.stdout.buffer.write(b'a\\xff\\xfe\\x1b[31mred\\x00b')\n";
    let page = client.post_form("/try", &[("language", "python"), ("code", code)]).await.status(200);
    assert!(std::str::from_utf8(&page.body).is_ok());
    assert!(!page.body.contains(&0), "a NUL in the page");
    page.contains("␛[31mred␀b");
}

#[tokio::test]
async fn nothing_of_this_stops_the_server() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    for body in [json!(null), json!([]), json!("x"), json!({"files": {}})] {
        client.post_json(&format!("{GREET}/submissions"), &body).await.status(400);
        client.put_json(&format!("{GREET}/drafts/python"), &body).await.status(400);
        client.post_json("/try", &body).await.status(400);
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    client.post_bytes("/try", "application/json", deep.into_bytes()).await.status(400);
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": WRONG}]});
    client.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": RIGHT}]});
    client.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
}
