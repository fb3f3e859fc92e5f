//! Registering, logging in, logging out, and the sessions in between.

use std::{sync::Arc, time::Duration};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use domain::Role;
use store::NewAccount;

use crate::support::{Options, PASSWORD, TestApp};

#[tokio::test]
async fn one_registers_logs_out_and_logs_in_again() {
    let app = TestApp::new().await;
    let client = app.visitor();
    client.get("/register?next=/road/basics").await.status(200).contains("value=\"/road/basics\"");
    let fields =
        [("name", "Ada Lovelace"), ("email", " Ada@Example.org "), ("password", PASSWORD), ("next", "/road/basics")];
    client.post_form("/register", &fields).await.leads_to("/road/basics");
    client.get("/road").await.status(200).contains("Ada Lovelace").contains("Log out");
    client.get("/login?next=/progress").await.leads_to("/progress");
    client.post_form("/logout", &[]).await.leads_to("/");
    client.get("/road").await.status(200).lacks("Log out");
    client.log_in("ada@EXAMPLE.org", PASSWORD).await.leads_to("/road");
    client.get("/road").await.contains("Ada Lovelace");
}

#[tokio::test]
async fn passwords_are_kept_as_argon2id() {
    let app = TestApp::new().await;
    app.registered("ada@example.org").await;
    let kept = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap();
    assert!(kept.password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", kept.password_hash);
}

#[tokio::test]
async fn a_weaker_hash_is_replaced_at_log_in() {
    let app = TestApp::new().await;
    let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
    let new = NewAccount {
        guest: None,
        email: "ada@example.org".into(),
        name: "Ada".into(),
        password_hash: weak.hash_password(PASSWORD.as_bytes()).unwrap().to_string(),
        role: Role::Learner,
    };
    app.store().accounts().register(new).await.unwrap();
    let client = app.visitor();
    client.log_in("ada@example.org", "not this one").await.status(422);
    let kept = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap().password_hash;
    assert!(kept.contains("m=8192"), "{kept}");
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    let kept = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap().password_hash;
    assert!(kept.contains("m=19456,t=2"), "{kept}");
    client.log_in("ada@example.org", PASSWORD).await.status(303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_log_ins_at_once_leave_the_server_answering() {
    let app = Arc::new(TestApp::new().await);
    app.registered("ada@example.org").await;
    let log_ins: Vec<_> = (0..50)
        .map(|n| {
            let app = Arc::clone(&app);
            tokio::spawn(
                async move { app.visitor().log_in(&format!("nobody{n}@example.org"), PASSWORD).await.status(422) },
            )
        })
        .collect();
    // Let them reach the hasher.
    tokio::time::sleep(Duration::from_millis(50)).await;
    app.visitor().get("/healthz").await.status(200);
    assert!(log_ins.iter().any(|log_in| !log_in.is_finished()), "health was answered only after every log-in");
    for log_in in log_ins {
        log_in.await.unwrap();
    }
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let app = TestApp::new().await;
    app.registered("known@example.org").await;
    let disabled = app.registered("gone@example.org").await;
    let account = app.store().accounts().find_by_email("gone@example.org").await.unwrap().unwrap().account;
    app.store().accounts().disable(&account.learner).await.unwrap();
    drop(disabled);

    let plain = |text: String, email: &str| {
        let nonce = text.split("nonce=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        let text = text.replace(email, "EMAIL");
        nonce.map_or(text.clone(), |nonce| text.replace(&nonce, "NONCE"))
    };
    let mut answers = Vec::new();
    for (email, password) in
        [("known@example.org", "a wrong password"), ("unknown@example.org", PASSWORD), ("gone@example.org", PASSWORD)]
    {
        let answer = app.visitor().log_in(email, password).await.status(422);
        assert!(answer.set_cookies().is_empty());
        answers.push(plain(answer.text(), email));
    }
    assert!(answers[0].contains("The address or the password is not right."));
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);

    let taken = app.visitor().register("KNOWN@example.org").await.status(422);
    assert!(taken.set_cookies().is_empty());
    let text = taken.lacks("taken").lacks("exists").contains("We could not make an account of this").text();
    assert!(!text.contains(PASSWORD), "the password came back");
}

#[tokio::test]
async fn the_session_gets_a_new_id_when_its_power_changes() {
    let app = TestApp::new().await;
    let client = app.guest().await;
    let as_guest = client.copy();
    client.register("ada@example.org").await.status(303);
    assert_ne!(client.session(), as_guest.session());
    // The old id, which somebody may have planted or seen, is worth nothing.
    as_guest.get("/road").await.status(200).lacks("Log out").contains("Register");

    let before = client.copy();
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    assert_ne!(client.session(), before.session());
    before.get("/road").await.lacks("Log out");
    client.get("/road").await.contains("Log out");
}

#[tokio::test]
async fn a_made_up_session_is_not_taken_over() {
    let app = TestApp::new().await;
    app.registered("ada@example.org").await;
    let client = app.visitor();
    client.set_cookie("backroad", "AAAAAAAAAAAAAAAAAAAAAA");
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    assert_ne!(client.session().as_deref(), Some("AAAAAAAAAAAAAAAAAAAAAA"));
    for nonsense in ["", "x", "💥", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let client = app.visitor();
        if nonsense.is_ascii() {
            client.set_cookie("backroad", nonsense);
        }
        client.get("/road").await.status(200).lacks("Log out");
    }
}

#[tokio::test]
async fn sessions_end_on_the_server() {
    let app = TestApp::new().await;
    let client = app.registered("ada@example.org").await;
    let thief = client.copy();
    thief.get("/road").await.contains("Log out");
    let answer = client.post_form("/logout", &[]).await.status(303);
    assert!(answer.set_cookies().iter().any(|cookie| cookie.starts_with("backroad=;")), "{:?}", answer.set_cookies());
    thief.get("/road").await.lacks("Log out");

    let client = app.visitor();
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    let account = app.store().accounts().find_by_email("ada@example.org").await.unwrap().unwrap().account;
    app.store().accounts().disable(&account.learner).await.unwrap();
    client.get("/road").await.lacks("Log out");
    client.log_in("ada@example.org", PASSWORD).await.status(422);
    app.store().accounts().enable(&account.learner).await.unwrap();
    client.log_in("ada@example.org", PASSWORD).await.status(303);
    app.store().sessions().end_all(&account.learner, None).await.unwrap();
    client.get("/road").await.lacks("Log out");
}

#[tokio::test]
async fn the_cookie_is_as_safe_as_the_address_allows() {
    let app = TestApp::new().await;
    let answer = app.visitor().register("ada@example.org").await.status(303);
    let cookie = answer.set_cookies()[0].to_owned();
    assert!(cookie.starts_with("backroad="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{cookie} lacks {part}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");

    let app = TestApp::with(Options { public_url: Some("https://learn.example.org"), ..Options::default() }).await;
    let answer = app.visitor().register("ada@example.org").await.status(303);
    let cookie = answer.set_cookies()[0].to_owned();
    assert!(cookie.starts_with("__Host-backroad="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure", "Max-Age="] {
        assert!(cookie.contains(part), "{cookie} lacks {part}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert!(!answer.header("strict-transport-security").is_empty());
}

#[tokio::test]
async fn a_form_that_cannot_be_taken_comes_back_as_it_was_typed() {
    let app = TestApp::new().await;
    let client = app.visitor();
    let fields =
        [("name", "Ada \"<b>\" L"), ("email", "not an address"), ("password", "password1"), ("next", "/road/basics")];
    let answer = client.post_form("/register", &fields).await.status(422);
    let answer = answer
        .contains("Ada &quot;&lt;b")
        .lacks("<b>")
        .contains("not an address")
        .contains("/road/basics")
        .contains("easy to guess");
    answer.contains("Write an address").lacks("password1");
    for (password, taken) in
        [("1234567", false), ("zB7!qkw", false), ("zB7!qkwP", true), ("iloveyou", false), ("backroad1", false)]
    {
        let email = format!("user{}@example.org", password.len() + usize::from(taken));
        let fields = [("name", "Ada"), ("email", email.as_str()), ("password", password)];
        let status = if taken { 303 } else { 422 };
        app.visitor().post_form("/register", &fields).await.status(status);
    }
    let long = "naïve otter 7 ".repeat(10);
    let (fits, too_long): (String, String) = (long.chars().take(128).collect(), long.chars().take(129).collect());
    let fields = |password| [("name", "Ada"), ("email", "long@example.org"), ("password", password)];
    app.visitor().post_form("/register", &fields(&too_long)).await.status(422).contains("at most 128");
    app.visitor().post_form("/register", &fields(&fits)).await.status(303);
    app.visitor().log_in("long@example.org", &fits).await.status(303);
}
