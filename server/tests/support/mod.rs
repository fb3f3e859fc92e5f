//! The binary, a running server, and the least of an HTTP client.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Seek, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
};

/// The binary, without anything from the environment.
pub fn backroad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backroad"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BACKROAD_")) {
        command.env_remove(name);
    }
    command.args(args).env_remove("RUST_LOG").stdin(Stdio::null());
    command
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The small content of the tests.
pub fn content() -> String {
    root().join("tests/fixtures/content").canonicalize().unwrap().to_str().unwrap().to_owned()
}

/// The interpreters.
pub fn runtimes() -> String {
    let folder = std::env::var("BACKROAD_RUNTIMES")
        .unwrap_or_else(|_| root().join("target/runtimes").to_str().unwrap().to_owned());
    assert!(
        Path::new(&folder).join("manifest.json").exists(),
        "these tests need the interpreters in {folder}: make them with `cargo xtask runtimes`, or name their folder in BACKROAD_RUNTIMES"
    );
    folder
}

/// Client files that exist and hold nothing of interest.
pub fn site(folder: &Path) -> String {
    let site = folder.join("site");
    fs::create_dir_all(site.join("assets")).unwrap();
    for name in ["a.css", "a.js", "a.wasm", "w.js", "w.wasm", "e.js"] {
        fs::write(site.join("assets").join(name), "").unwrap();
    }
    let manifest = r#"{"css":"/assets/a.css","lesson_js":"/assets/a.js","lesson_wasm":"/assets/a.wasm",
        "workspace_js":"/assets/w.js","workspace_wasm":"/assets/w.wasm","editor":"/assets/e.js",
        "editor_parts":[],"editor_later":[]}"#;
    fs::write(site.join("manifest.json"), manifest).unwrap();
    site.to_str().unwrap().to_owned()
}

/// Bytes as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Something to read on standard input.
pub fn input(text: &str) -> Stdio {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.rewind().unwrap();
    Stdio::from(file)
}

/// A running server.
pub struct Server {
    child: Child,
    /// Where it is.
    pub addr: String,
    said: Arc<Mutex<String>>,
}

impl Server {
    /// Starts one with its data in a folder, after some words to the shell, and waits until it answers.
    pub fn start(folder: &Path, before: &str) -> Self {
        Self::start_with(folder, before, &["--content", &content()])
    }

    /// The same with some arguments of one's own, the content among them.
    pub fn start_with(folder: &Path, before: &str, args: &[&str]) -> Self {
        // The system chooses a free port; it is free again when the server asks for it.
        let addr = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let data = folder.join("data").to_str().unwrap().to_owned();
        let mut child = Command::new("sh")
            .args(["-c", &format!("{before} exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_backroad")])
            .args(["serve", "--addr", &addr, "--data", &data, "--site", &site(folder)])
            .args(["--runtimes", &runtimes(), "--workers", "1"])
            .args(args)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = Arc::new(Mutex::new(String::new()));
        let keep = |said: &Mutex<String>, line: &str| said.lock().unwrap().extend([line, "\n"]);
        let started = lines.by_ref().map_while(Result::ok).any(|line| {
            keep(&said, &line);
            line.contains("Backroad is at")
        });
        assert!(started, "the server did not start: {}", said.lock().unwrap());
        // Read on, or the server would wait for room in the pipe.
        let log = Arc::clone(&said);
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| keep(&log, &line)));
        Self { child, addr, said }
    }

    /// What it has said so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Sends a signal and waits for the end.
    pub fn stop_by(mut self, signal: &str) -> ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        self.child.wait().unwrap()
    }

    /// Lets no file grow beyond so many bytes, as on a disk that is full; or lets them grow again.
    ///
    /// Only the soft limit: it can be raised again by anybody.
    pub fn limit_files(&self, bytes: Option<u64>) {
        let pid = self.child.id().to_string();
        let limit = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        let done = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={limit}:")]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone in a test that went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    /// Headers and body.
    pub text: String,
}

impl Answer {
    /// The session cookie that was set, as a browser sends it.
    pub fn cookie(&self) -> String {
        let line = self.text.lines().find(|line| line.to_lowercase().starts_with("set-cookie: backroad="));
        line.unwrap()["set-cookie: ".len()..].split(';').next().unwrap().to_owned()
    }
}

/// A page.
pub fn get(addr: &str, path: &str, cookie: &str) -> Answer {
    send(addr, &format!("GET {path} HTTP/1.1\r\nHost: {addr}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"))
}

/// A form.
pub fn post_form(addr: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let body =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&");
    send(
        addr,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: {addr}\r\nCookie: {cookie}\r\nConnection: close\r\nAccept: text/html\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
    )
}

fn send(addr: &str, request: &str) -> Answer {
    let mut stream = TcpStream::connect(addr).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = text(&bytes);
    let status =
        text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("no answer: {text}"));
    Answer { status, text }
}
