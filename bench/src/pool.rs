//! The pool as the server uses it: how long a small program takes, how many run in a second, and what stays behind.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use domain::{Language, Limits, Program, RunVerdict, SourceFile};
use prometheus_client::registry::Registry;
use sandbox::{Pool, WorkerCommand};

use crate::figures::{Figures, percentile};

/// The smallest program that says something, and the most milliseconds that half of its runs may take.
const SMALLEST: [(Language, &str, f64); 6] = [
    (Language::Python, "print(1)\n", 1.0),
    (Language::Javascript, "console.log(1);\n", 0.2),
    (Language::Typescript, "const one: number = 1;\nconsole.log(one);\n", 2.0),
    (Language::Ruby, "puts 1\n", 1.0),
    (Language::Php, "<?php echo 1, \"\\n\";\n", 4.0),
    (Language::Sql, "SELECT 1;\n", 0.1),
];
const ROUNDS: usize = 300;
/// How long runs are counted.
const COUNTED: Duration = Duration::from_secs(3);
/// How many runs must leave the memory as it was.
const MANY: usize = 10_000;
const WORKERS: usize = 2;

/// Measures all of it.
pub fn measure(server: &Path, runtimes: &Path, figures: &mut Figures) -> Result<()> {
    let command = WorkerCommand {
        program: server.to_owned(),
        arguments: vec!["worker".into(), "--runtimes".into(), runtimes.into()],
    };
    let asynchronous = tokio::runtime::Builder::new_multi_thread().worker_threads(WORKERS).enable_all().build()?;

    let begun = Instant::now();
    let pool = Arc::new(Pool::start(command, WORKERS, 1_000, &mut Registry::default())?);
    asynchronous.block_on(run(&pool, Language::Python, "print(1)\n"))?;
    figures.hold("pool.start_to_first_verdict_s", begun.elapsed().as_secs_f64(), 2.0);

    for (language, code, goal) in SMALLEST {
        let mut samples = asynchronous.block_on(async {
            let mut samples = Vec::with_capacity(ROUNDS);
            for round in 0..ROUNDS + 20 {
                let begun = Instant::now();
                run(&pool, language, code).await?;
                if round >= 20 {
                    samples.push(begun.elapsed().as_secs_f64() * 1000.0);
                }
            }
            anyhow::Ok(samples)
        })?;
        figures.hold(format!("run.{language}.p50_ms"), percentile(&mut samples, 0.5), goal);
        figures.tell(format!("run.{language}.p95_ms"), percentile(&mut samples, 0.95));
    }

    let mut python = 0.0;
    for (language, code, goal) in
        [(Language::Python, SMALLEST[0].1, 2_000.0), (Language::Javascript, SMALLEST[1].1, 8_000.0)]
    {
        let rate = asynchronous.block_on(rate(&pool, language, code))?;
        figures.reach(format!("pool.{language}.runs_per_s"), rate, goal);
        if language == Language::Python {
            python = rate;
        }
    }
    match bubblewrap() {
        Ok(rate) => {
            figures.tell("bubblewrap.python3.runs_per_s", rate);
            figures.reach("pool.python.to_bubblewrap", python / rate, 10.0);
        }
        Err(error) => eprintln!("not compared with bubblewrap: {error:#}"),
    }

    let before = resident(server)?;
    asynchronous.block_on(async {
        for _ in 0..MANY {
            run(&pool, Language::Python, SMALLEST[0].1).await?;
        }
        anyhow::Ok(())
    })?;
    figures.hold("pool.growth_mib", resident(server)? - before, 4.0);
    Ok(())
}

async fn run(pool: &Pool, language: Language, code: &str) -> Result<()> {
    let files = vec![SourceFile { name: language.main_file().to_owned(), content: code.to_owned() }];
    let program = Program {
        language,
        libraries: Vec::new(),
        files,
        args: Vec::new(),
        stdin: Vec::new(),
        limits: Limits::default(),
    };
    let outcome = pool.run("bench", program).await?;
    ensure!(outcome.verdict == RunVerdict::Ok, "the smallest program in {language} failed: {outcome:?}");
    Ok(())
}

/// Runs in a second, with always a few waiting.
async fn rate(pool: &Arc<Pool>, language: Language, code: &'static str) -> Result<f64> {
    let begun = Instant::now();
    let lines = (0..WORKERS * 2).map(|_| {
        let pool = Arc::clone(pool);
        tokio::spawn(async move {
            let mut count = 0_u32;
            while begun.elapsed() < COUNTED {
                run(&pool, language, code).await?;
                count += 1;
            }
            anyhow::Ok(count)
        })
    });
    let lines: Vec<_> = lines.collect();
    let mut count = 0;
    for line in lines {
        count += line.await??;
    }
    Ok(f64::from(count) / begun.elapsed().as_secs_f64())
}

/// The same work by a conventional judge: a process in namespaces of its own for each run, on as many cores.
fn bubblewrap() -> Result<f64> {
    let once = || -> Result<()> {
        let mut command = Command::new("bwrap");
        command.args(["--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "python3", "-I", "-c", "print(1)"]);
        let output =
            command.stdin(Stdio::null()).output().context("`bwrap` cannot be started (Debian's package bubblewrap)")?;
        if output.stdout != b"1\n" {
            bail!("`bwrap` ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr));
        }
        Ok(())
    };
    once()?;
    let (begun, count) = (Instant::now(), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while begun.elapsed() < COUNTED && once().is_ok() {
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    Ok(count.into_inner() as f64 / begun.elapsed().as_secs_f64())
}

/// MiB of memory that the workers hold.
fn resident(server: &Path) -> Result<f64> {
    let server = server.canonicalize()?;
    let mut kibibytes = 0_u64;
    for entry in fs::read_dir("/proc")?.flatten() {
        let is_worker = fs::read(entry.path().join("cmdline")).is_ok_and(|line| line.starts_with(b"backroad-worker"));
        if is_worker && fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == server) {
            let status = fs::read_to_string(entry.path().join("status"))?;
            let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
            kibibytes += line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default();
        }
    }
    Ok(kibibytes as f64 / 1024.0)
}
