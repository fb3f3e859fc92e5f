//! A lesson's page: what rendering it costs the server, and what loading it costs the reader.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use axum::{Router, response::Html, routing::get};

use crate::{Arguments, cpu, figures::Figures, http::Connection};

/// How often each page is asked for, in turns of [`TURN`].
const REQUESTS: u32 = 4_000;
const TURN: u32 = 200;

/// A rendered page may cost so many times the processor time of a static one.
const RENDERING: f64 = 5.0;
/// All that a lesson loads, in kilobytes of brotli.
const KILOBYTES: f64 = 150.0;

/// Measures the first lesson.
pub fn measure(arguments: &Arguments, figures: &mut Figures) -> Result<()> {
    let lesson = first_lesson(&arguments.content)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let data = tempfile::tempdir()?;
        let server = Served::start(|address| {
            let mut command = Command::new(&arguments.server);
            command.arg("serve").arg("--addr").arg(address.to_string()).arg("--data").arg(data.path());
            command.arg("--content").arg(&arguments.content).arg("--site").arg(&arguments.site);
            command.arg("--runtimes").arg(&arguments.runtimes);
            command
        })
        .await?;
        let mut rendered = Connection::open(server.address).await?;
        let page = rendered.get(&lesson, "identity").await?;

        let own = std::env::current_exe()?;
        let fixed = Served::start(|address| {
            let mut command = Command::new(&own);
            command.arg("static").arg(page.body.len().to_string()).env(ADDRESS, address.to_string());
            command
        })
        .await?;
        let mut still = Connection::open(fixed.address).await?;

        let mut spent = [0_u64; 2];
        for turn in 0..=REQUESTS / TURN {
            let turns = [(&server, &mut rendered, lesson.as_str()), (&fixed, &mut still, "/")];
            for (index, (process, connection, path)) in turns.into_iter().enumerate() {
                let before = cpu::nanoseconds(process.child.id())?;
                for _ in 0..TURN {
                    connection.get(path, "identity").await?;
                }
                // The first turn finds everything cold.
                if turn > 0 {
                    spent[index] += cpu::nanoseconds(process.child.id())? - before;
                }
            }
        }
        let [rendered_us, static_us] = spent.map(|ns| ns as f64 / f64::from(REQUESTS) / 1000.0);
        figures.tell("page.lesson.cpu_us", rendered_us);
        figures.tell("page.static.cpu_us", static_us);
        figures.hold("page.lesson.to_static", rendered_us / static_us, RENDERING);
        bytes(&mut rendered, &lesson, &arguments.site, figures).await
    })
}

/// The page over the wire and the files it loads, each as a browser that takes brotli gets it.
async fn bytes(connection: &mut Connection, lesson: &str, site: &Path, figures: &mut Figures) -> Result<()> {
    let manifest = fs::read_to_string(site.join("manifest.json")).context("the client files have no manifest")?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
    let mut paths = vec![("html", lesson.to_owned())];
    for kind in ["css", "lesson_js", "lesson_wasm"] {
        let path = manifest[kind].as_str().with_context(|| format!("the manifest has no {kind}"))?;
        paths.push((kind, path.to_owned()));
    }
    let mut total = 0.0;
    for (kind, path) in paths {
        let answer = connection.get(&path, "br").await?;
        ensure!(answer.encoding == "br", "{path} comes as {}, not as br", answer.encoding);
        let kilobytes = answer.body.len() as f64 / 1000.0;
        figures.tell(format!("page.lesson.{kind}_kb"), kilobytes);
        total += kilobytes;
    }
    figures.hold("page.lesson.total_kb", total, KILOBYTES);
    Ok(())
}

/// The address of the first lesson that is there.
fn first_lesson(content: &Path) -> Result<String> {
    let first = |folder: &Path, fits: &dyn Fn(&Path) -> bool| -> Result<std::path::PathBuf> {
        let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        paths.retain(|path| {
            fits(path) && path.file_name().is_some_and(|name| name.as_encoded_bytes()[0].is_ascii_digit())
        });
        paths.into_iter().min().with_context(|| format!("there is no lesson in {}", folder.display()))
    };
    let module = first(&content.join("lessons"), &|path| path.is_dir())?;
    let lesson = first(&module, &|path| path.extension().is_some_and(|extension| extension == "md"))?;
    // `01-internet` and `01-what-a-backend-is.md`: the number is for the order alone.
    let slug = |path: &Path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        name.split_once('-').map(|(_, slug)| slug.to_owned()).with_context(|| format!("{name} has no number"))
    };
    Ok(format!("/road/{}/{}", slug(&module)?, slug(&lesson)?))
}

/// A server of its own process, ended with this value.
struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    /// Starts it on a free port and waits until it takes connections.
    async fn start(command: impl FnOnce(SocketAddr) -> Command) -> Result<Self> {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let mut command = command(address);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child =
            command.spawn().with_context(|| format!("{} cannot be started", command.get_program().display()))?;
        let mut served = Self { child, address };
        let patience = Instant::now() + Duration::from_secs(60);
        while Connection::open(address).await.is_err() {
            if let Some(status) = served.child.try_wait()? {
                bail!("{} ended with {status}", command.get_program().display());
            }
            ensure!(Instant::now() < patience, "{} does not serve", command.get_program().display());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(served)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has nothing to save, and may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the static server listens.
const ADDRESS: &str = "BENCH_ADDRESS";

/// The other side of the comparison: one page of so many bytes, without any middleware.
pub fn serve_static(bytes: usize) -> Result<()> {
    let address: SocketAddr = std::env::var(ADDRESS).context("the bench says where to listen")?.parse()?;
    let page: &'static str = Box::leak("x".repeat(bytes).into_boxed_str());
    let router = Router::new().route("/", get(move || async move { Html(page) }));
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}
