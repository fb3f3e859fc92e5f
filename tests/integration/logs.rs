//! What the log may hold.

use std::{
    io,
    sync::{Arc, Mutex},
};

use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{GREET, PASSWORD, RIGHT, TestApp};

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn no_secret_is_logged_even_when_everything_is() {
    let kept = Kept::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(kept.clone()).finish();
    // For all threads of this test binary: those that hash and judge log too. Other tests only add lines.
    let _ = tracing::subscriber::set_global_default(subscriber);

    let app = TestApp::new().await;
    let client = app.guest().await;
    let as_guest = client.session().unwrap();
    let secret = "a password that only this test has 93";
    client
        .post_form("/register", &[("name", "Ada"), ("email", "ada.log@example.org"), ("password", secret)])
        .await
        .status(303);
    let registered = client.session().unwrap();
    client.log_in("ada.log@example.org", "a wrong password of this test 71").await.status(422);
    client.log_in("ada.log@example.org", secret).await.status(303);
    let logged_in = client.session().unwrap();
    let body = json!({"language": "python", "files": [{"name": "main.py", "content": format!("# my private note 58\n{RIGHT}")}]});
    client.post_json(&format!("{GREET}/submissions"), &body).await.status(200);
    client.post_json("/login", &json!({"password": "in the wrong format 44"})).await.status(415);
    client.get("/login?next=/road&password=in-the-address-17").await;
    client.post_form("/logout", &[]).await.status(303);
    let hash = app.store().accounts().find_by_email("ada.log@example.org").await.unwrap().unwrap().password_hash;

    let log = String::from_utf8_lossy(&kept.0.lock().unwrap()).into_owned();
    assert!(log.contains("/register"), "nothing was logged");
    for (what, text) in [
        ("a password", secret),
        ("a wrong password", "of this test 71"),
        ("a password in JSON", "wrong format 44"),
        ("a password in an address", "in-the-address-17"),
        ("a password hash", hash.rsplit('$').next().unwrap()),
        ("a session id", as_guest.as_str()),
        ("a session id", registered.as_str()),
        ("a session id", logged_in.as_str()),
        ("code", "my private note 58"),
        ("a common password", PASSWORD),
    ] {
        if let Some(place) = log.find(text) {
            let from = log[..place].rfind('\n').map_or(0, |start| start + 1);
            panic!("{what} is in the log: {}", log[from..].lines().next().unwrap());
        }
    }
}
