//! `backroad serve`: everything put together, and everything that can be wrong said before the first request.

use std::{
    io::{self, IsTerminal},
    net::SocketAddr,
    num::NonZeroUsize,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, anyhow};
use prometheus_client::registry::Registry;
use sandbox::{Pool, WorkerCommand};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::{Outcome, Stopped, load_content, open_migrated_store};
use crate::{
    cli::{RuntimesArgs, ServeArgs},
    content::Content,
    exposure::Exposure,
    routes::router,
    serving::{Patience, serve, termination},
    site::Site,
    state::{AppState, Parts, Settings},
    watching::watch,
};

/// How often counters and sessions that are over are thrown away.
const TIDY: Duration = Duration::from_secs(600);

/// What is logged unless `RUST_LOG` says otherwise. The session layer makes a span for each request that nothing of ours
/// stands in.
const LOGGED: &str = "info,tower_sessions=warn,tower_sessions_core=warn,tower_cookies=warn";

/// Serves until the system asks the process to end.
pub fn execute(args: ServeArgs) -> Outcome {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(LOGGED));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no async runtime")?;
    let outcome = runtime.block_on(start(args));
    // Work on other threads does not hold the exit: what is not written down is judged at the next start.
    runtime.shutdown_timeout(Duration::from_millis(500));
    outcome
}

async fn start(args: ServeArgs) -> Outcome {
    let exposure = Exposure::new(args.addr, args.public_url.clone()).map_err(Stopped::usage)?;
    // The port first: a second server on the same data must not even migrate.
    let listener = bind(args.addr).await?;
    let site = Site::open(&args.site)?;
    let content = load_content(&args.content.content)?;
    let mut settings = Settings { trusted_proxies: args.trusted_proxies, ..Settings::default() };
    if let Some(workers) = args.workers.map(NonZeroUsize::get) {
        settings.workers = workers;
    }
    let (workers, queue, runtimes) = (settings.workers, settings.queue, args.runtimes.clone());
    let (pool, registry) =
        tokio::task::spawn_blocking(move || start_pool(&runtimes, workers, queue)).await.context("no thread")??;
    let store = open_migrated_store(&args.data).await?;
    let pool = Arc::new(pool);
    let parts = Parts { content: Content::new(content), store, pool, registry, site, exposure, settings };
    let app = AppState::new(parts)?;

    if args.watch {
        watch(app.clone(), &args.content.content).context("changes of the content cannot be watched")?;
    }
    // By hand and not by the log's filter: whoever starts the server wants to know where it is.
    let at = app.exposure().origin().unwrap_or_else(|| format!("http://{}", args.addr));
    anstream::eprintln!("Backroad is at {at}");
    tokio::spawn(resume(app.clone()));
    tokio::spawn(tidy(app.clone()));
    serve(listener, router(app.clone()), Patience::default(), termination()).await;
    let _ = tokio::time::timeout(Duration::from_secs(1), app.store().close()).await;
    // Dropping the last handle of the pool would wait for guests that are still running; the exit does not.
    std::mem::forget(app);
    Ok(ExitCode::SUCCESS)
}

/// Starts the processes that run learners' code: this very program, even where its file was replaced meanwhile.
pub(super) fn start_pool(args: &RuntimesArgs, workers: usize, queue: usize) -> anyhow::Result<(Pool, Registry)> {
    let runtimes = std::path::absolute(&args.runtimes)?;
    let command = WorkerCommand {
        program: "/proc/self/exe".into(),
        arguments: vec!["worker".into(), "--runtimes".into(), runtimes.into()],
    };
    let mut registry = Registry::with_prefix("backroad");
    let pool = Pool::start(command, workers, queue, &mut registry).with_context(|| {
        format!(
            "no code can be run with the interpreters in {}; `cargo xtask runtimes` makes them anew, or name another \
             folder with --runtimes",
            args.runtimes.display()
        )
    })?;
    let confinement = pool.confinement();
    if confinement.is_whole() {
        tracing::info!("{workers} workers are ready, confined by {confinement}");
    } else {
        tracing::warn!("{workers} workers are ready, confined by {confinement}");
    }
    Ok((pool, registry))
}

async fn bind(addr: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(addr).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => anyhow!(
            "{addr} is taken by another program, perhaps by a second Backroad; stop it, or choose another port with --addr"
        ),
        io::ErrorKind::PermissionDenied => {
            anyhow!("{addr} may not be used by this user; choose a port above 1023 with --addr")
        }
        io::ErrorKind::AddrNotAvailable => anyhow!("this machine has no address {}; name another with --addr", addr.ip()),
        _ => anyhow!("{addr} cannot be listened on: {error}"),
    })
}

/// Judges what the last process left unjudged.
async fn resume(app: AppState) {
    let content = app.content();
    match app.judge().resume(content.catalogue()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!("{count} submissions of the last run are judged now"),
        Err(error) => tracing::error!("submissions that wait for their verdict could not be read: {error}"),
    }
}

/// Throws away what is over, for ever.
async fn tidy(app: AppState) {
    let mut every = tokio::time::interval(TIDY);
    loop {
        every.tick().await;
        app.limits().prune();
        if let Err(error) = app.store().sessions().purge_expired().await {
            tracing::warn!("sessions that are over could not be removed: {error}");
        }
    }
}
