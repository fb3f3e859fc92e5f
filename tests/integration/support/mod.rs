//! A server for a test, and a browser for a test.

mod client;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use axum::Router;
use curriculum::Catalogue;
use domain::Role;
use prometheus_client::registry::Registry;
use sandbox::{Pool, WorkerCommand};
use server::{
    content::Content,
    exposure::Exposure,
    routes::router,
    site::Site,
    state::{AppState, Parts, Settings},
};
use store::Store;
use tempfile::TempDir;

pub use client::{Answer, Client};

/// An exercise of the fixtures in both languages.
pub const GREET: &str = "/exercises/basics/greet";
/// An exercise of the fixtures in Python only.
pub const ADD_UP: &str = "/exercises/basics/add-up";
/// A quiz of the fixtures.
pub const QUIZ: &str = "/exercises/basics/words-and-numbers";
/// Passes [`GREET`] in Python.
pub const RIGHT: &str = "def greet(name):\n    return 'Hello, ' + name + '!'\n";
/// Runs, and fails [`GREET`].
pub const WRONG: &str = "def greet(name):\n    return 'Bye, ' + name\n";
/// A password that the policy accepts.
pub const PASSWORD: &str = "gravel lantern otter 42";

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Where the interpreters are.
pub fn runtimes() -> PathBuf {
    std::env::var_os("BACKROAD_RUNTIMES").map_or_else(|| root().join("target/runtimes"), PathBuf::from)
}

/// How a worker is started: by the program that was compiled together with this one.
pub fn worker() -> WorkerCommand {
    let this = std::env::current_exe().unwrap();
    let program = this.parent().and_then(Path::parent).unwrap().join("backroad");
    WorkerCommand { program, arguments: vec!["worker".into(), "--runtimes".into(), runtimes().into()] }
}

/// The workers of all tests that need no others.
fn pool() -> Arc<Pool> {
    static POOL: OnceLock<Arc<Pool>> = OnceLock::new();
    Arc::clone(POOL.get_or_init(|| Arc::new(start_pool(2, 1_000, &mut Registry::default()))))
}

/// Workers of a test's own.
pub fn start_pool(workers: usize, queue: usize, registry: &mut Registry) -> Pool {
    Pool::start(worker(), workers, queue, registry).unwrap_or_else(|error| {
        panic!("these tests need the interpreters: {error}\nmake them with `cargo xtask runtimes`, or name their folder in BACKROAD_RUNTIMES")
    })
}

/// A server with its own database.
pub struct TestApp {
    state: AppState,
    router: Router,
    folder: TempDir,
}

/// What is different about a server.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Numbers.
    pub settings: Option<Settings>,
    /// The address people type.
    pub public_url: Option<&'static str>,
    /// The content, where it is not the small one of most tests.
    pub content: Option<&'static str>,
    /// How many workers of its own it has, where it does not share those of all tests.
    pub own_workers: Option<usize>,
}

impl TestApp {
    /// As installed.
    pub async fn new() -> Self {
        Self::with(Options::default()).await
    }

    /// With an exercise of each kind.
    pub async fn of_kinds() -> Self {
        Self::with(Options { content: Some("tests/kinds"), ..Options::default() }).await
    }

    /// Changes a file of an exercise, as its author would, while the server runs.
    pub async fn change_exercise(&self, path: &str, file: &str, before: &str, after: &str) {
        let copy = self.folder.path().join("content");
        copy_folder(&root().join(FIXTURES), &copy);
        let file = copy.join(path.trim_start_matches('/')).join(file);
        let tests = std::fs::read_to_string(&file).unwrap();
        assert!(tests.contains(before), "{tests}");
        std::fs::write(&file, tests.replace(before, after)).unwrap();
        self.state.show(Content::new(load(&copy)));
    }

    /// Gives an account another role, as the operator does.
    pub async fn set_role(&self, email: &str, role: Role) {
        let accounts = self.store().accounts();
        let learner = accounts.find_by_email(email).await.unwrap().unwrap().account.learner;
        accounts.set_role(&learner, role).await.unwrap();
    }

    /// With other numbers.
    pub async fn with_settings(change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = quick();
        change(&mut settings);
        Self::with(Options { settings: Some(settings), ..Options::default() }).await
    }

    /// With something different.
    pub async fn with(options: Options) -> Self {
        Self::start(tempfile::tempdir().unwrap(), options).await
    }

    async fn start(folder: TempDir, options: Options) -> Self {
        let content = load(&root().join(options.content.unwrap_or(FIXTURES)));
        let store = Store::open(folder.path().join("data/backroad.db")).await.unwrap();
        store.migrate_up().await.unwrap();
        let mut registry = Registry::default();
        let pool = match options.own_workers {
            Some(workers) => Arc::new(start_pool(workers, 16, &mut registry)),
            None => pool(),
        };
        let public_url = options.public_url.map(|url| url.parse().unwrap());
        let parts = Parts {
            content: Content::new(content),
            store,
            pool,
            registry,
            site: site(folder.path()),
            exposure: Exposure::new("127.0.0.1:3000".parse().unwrap(), public_url).unwrap(),
            settings: options.settings.unwrap_or_else(quick),
        };
        let state = AppState::new(parts).unwrap();
        Self { router: router(state.clone()), state, folder }
    }

    /// Ends this server and starts another on the same database.
    pub async fn restart(self) -> Self {
        let Self { state, router, folder } = self;
        state.store().close().await;
        drop((state, router));
        Self::start(folder, Options::default()).await
    }

    /// What requests share.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// The database.
    pub fn store(&self) -> &Store {
        self.state.store()
    }

    /// A browser that was never here, with an address of its own.
    pub fn visitor(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// A program on the server's own machine, such as Prometheus.
    pub fn operator(&self) -> Client {
        Client::local(self.router.clone())
    }

    /// A browser with some saved work: the first lesson is marked as read.
    pub async fn guest(&self) -> Client {
        let client = self.visitor();
        client.post_form("/road/basics/greetings/read", &[("read", "true")]).await.status(303);
        client
    }

    /// A browser that has just registered.
    pub async fn registered(&self, email: &str) -> Client {
        let client = self.visitor();
        client.register(email).await.status(303);
        client
    }
}

const FIXTURES: &str = "tests/fixtures/content";

fn load(folder: &Path) -> Catalogue {
    Catalogue::load(folder).unwrap_or_else(|problems| panic!("{} is damaged: {problems:#?}", folder.display()))
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// As installed, with few places.
fn quick() -> Settings {
    Settings { queue: 16, inline: Duration::from_secs(20), ..Settings::default() }
}

/// Client files that exist and hold nothing of interest.
fn site(folder: &Path) -> Site {
    let folder = folder.join("site");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for name in ["a.css", "a.js", "a.wasm", "w.js", "w.wasm", "e.js", "p.js", "l.js"] {
        std::fs::write(folder.join("assets").join(name), "/* nothing */").unwrap();
    }
    std::fs::write(folder.join("assets/a.css.br"), "compressed beforehand").unwrap();
    let manifest = r#"{"css":"/assets/a.css","lesson_js":"/assets/a.js","lesson_wasm":"/assets/a.wasm",
        "workspace_js":"/assets/w.js","workspace_wasm":"/assets/w.wasm","editor":"/assets/e.js",
        "editor_parts":["/assets/p.js"],"editor_later":["/assets/l.js"]}"#;
    std::fs::write(folder.join("manifest.json"), manifest).unwrap();
    Site::open(&folder).unwrap()
}
