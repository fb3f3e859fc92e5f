//! Worker processes: what they have given up, and what happens when one dies.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::{fs, process::Command, sync::Arc, time::Duration};

use common::{main_file, root, runtimes, start_pool, worker};
use domain::{Language, Limits, Program, RunOutcome, RunVerdict};
use prometheus_client::{encoding::text::encode, registry::Registry};
use sandbox::{Pool, StartError};
use tokio::sync::{Mutex, MutexGuard};

/// The workers of a test are found as children of this process, so there are those of one test at a time: those of the
/// test before must have ended.
async fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::const_new(());
    let alone = ALONE.lock().await;
    let ended = async {
        while !workers().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), ended).await.unwrap();
    alone
}

/// The process numbers of the workers.
fn workers() -> Vec<u32> {
    let this = std::process::id().to_string();
    let is_ours = |id: &u32| {
        let parent = fs::read_to_string(format!("/proc/{id}/stat")).ok().and_then(|stat| {
            stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1).map(str::to_owned))
        });
        let name = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        parent.as_ref() == Some(&this) && name.starts_with(b"backroad-worker")
    };
    let processes = fs::read_dir("/proc").unwrap().flatten();
    processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter(is_ours).collect()
}

fn signal(name: &str, process: u32) {
    assert!(Command::new("kill").args([name, &process.to_string()]).status().unwrap().success());
}

/// Some seconds of computing.
fn long(time_ms: u32) -> Program {
    let code = "total = 0\nfor n in range(6_000_000):\n    total += n\nprint(total)\n";
    let limits = Limits { time_ms, ..Limits::default() };
    let files = main_file(Language::Python, code);
    Program { language: Language::Python, libraries: Vec::new(), files, args: Vec::new(), stdin: Vec::new(), limits }
}

/// Starts a program and comes back while it computes.
async fn running(pool: &Arc<Pool>, program: Program) -> tokio::task::JoinHandle<RunOutcome> {
    let pool = Arc::clone(pool);
    let run = tokio::spawn(async move { pool.run("learner", program).await.unwrap() });
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!run.is_finished(), "the program is too short for this machine");
    run
}

fn metrics(registry: &Registry) -> String {
    let mut text = String::new();
    encode(&mut text, registry).unwrap();
    text
}

#[tokio::test]
async fn a_worker_killed_in_a_run_is_replaced_and_nobody_notices() {
    let _alone = alone().await;
    let mut registry = Registry::default();
    let pool = Arc::new(start_pool(1, 16, &mut registry));
    let first = workers();
    assert_eq!(first.len(), 1);
    let run = running(&pool, long(60_000)).await;
    signal("-KILL", first[0]);
    let outcome = run.await.unwrap();
    assert_eq!((outcome.verdict, outcome.stdout.as_str()), (RunVerdict::Ok, "17999997000000\n"));
    assert_ne!(workers(), first);
    let text = metrics(&registry);
    assert!(text.contains("sandbox_worker_restarts_total 1"), "{text}");
    assert!(text.contains("sandbox_workers 1"), "{text}");
    assert!(text.contains(r#"sandbox_jobs_total{kind="run",language="python",verdict="ok"} 1"#), "{text}");
}

#[tokio::test]
async fn a_job_whose_workers_die_twice_is_our_failure() {
    let _alone = alone().await;
    let pool = Arc::new(start_pool(1, 16, &mut Registry::default()));
    let run = running(&pool, long(60_000)).await;
    let first = workers();
    signal("-KILL", first[0]);
    let second = loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let now = workers();
        if !now.is_empty() && now != first {
            break now[0];
        }
    };
    // However far it has come with starting.
    signal("-KILL", second);
    assert_eq!(run.await.unwrap().verdict, RunVerdict::InternalError);
    // The next job is none the worse for it.
    let program = Program { files: main_file(Language::Python, "print(1)"), ..long(2_000) };
    assert_eq!(pool.run("learner", program).await.unwrap().verdict, RunVerdict::Ok);
}

#[tokio::test]
async fn a_worker_that_stands_still_is_replaced() {
    let _alone = alone().await;
    let pool = Arc::new(start_pool(1, 16, &mut Registry::default()));
    let first = workers();
    // It is not dead, it only does nothing: that is what the wall clock is for.
    signal("-STOP", first[0]);
    let program = Program { files: main_file(Language::Python, "print(1)"), ..long(100) };
    let outcome = pool.run("learner", program).await.unwrap();
    assert_eq!((outcome.verdict, outcome.stdout.as_str()), (RunVerdict::Ok, "1\n"));
    assert_ne!(workers(), first);
}

#[tokio::test]
async fn a_worker_holds_what_it_says_it_has_given_up() {
    let _alone = alone().await;
    let pool = start_pool(1, 16, &mut Registry::default());
    let confinement = pool.confinement();
    let process = workers()[0];
    // The thread that runs guests is the one that counts.
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap().flatten();
    let statuses: Vec<String> =
        threads.filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok()).collect();
    assert!(!statuses.is_empty());
    if confinement.seccomp {
        assert!(statuses.iter().all(|status| status.contains("Seccomp:\t2")), "{statuses:?}");
        assert!(statuses.iter().all(|status| status.contains("NoNewPrivs:\t1")), "{statuses:?}");
    }
    if confinement.limits {
        let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
        assert!(limits.lines().any(|line| line.starts_with("Max core file size") && line.contains(" 0 ")), "{limits}");
    }
    let environment = fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
    assert!(environment.is_empty());
}

#[tokio::test]
async fn workers_end_with_their_server() {
    let _alone = alone().await;
    let pool = start_pool(2, 16, &mut Registry::default());
    assert_eq!(workers().len(), 2);
    drop(pool);
    assert!(workers().is_empty());
}

#[tokio::test]
async fn damaged_interpreters_are_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(runtimes()).unwrap().flatten() {
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let library =
        fs::read_dir(folder.path()).unwrap().flatten().find(|entry| entry.path().extension() == Some("tar".as_ref()));
    fs::write(library.unwrap().path(), "no longer what it was").unwrap();
    let Err(StartError::Unable(why)) = Pool::start(worker(folder.path()), 1, 1, &mut Registry::default()) else {
        panic!("it was taken")
    };
    assert!(why.contains("damaged") && why.contains("cargo xtask runtimes"), "{why}");
    let Err(error) = Pool::start(worker(&root().join("nothing")), 1, 1, &mut Registry::default()) else {
        panic!("it was taken")
    };
    assert!(error.to_string().contains("manifest.json"), "{error}");
}
