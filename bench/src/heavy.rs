//! Programs that compute for a while, in the sandbox and natively.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use domain::{Language, Limits, Program, RunVerdict, SourceFile};
use sandbox::Sandbox;

use crate::figures::{Figures, percentile};

const PROGRAMS: [(&str, &str); 5] = [
    ("nbody", include_str!("heavy/nbody.py")),
    ("json", include_str!("heavy/json.py")),
    ("sort", include_str!("heavy/sort.py")),
    ("regex", include_str!("heavy/regex.py")),
    ("text", include_str!("heavy/text.py")),
];
const ROUNDS: usize = 5;
/// How much slower than natively a program may be.
const GOAL: f64 = 2.5;

/// Measures each program in turns, what starting costs left out on both sides.
pub fn measure(runtimes: &Path, figures: &mut Figures) -> Result<()> {
    let sandbox = Sandbox::open(runtimes)?;
    for (name, code) in PROGRAMS {
        let mut ours = Vec::new();
        let mut native = Vec::new();
        for _ in 0..ROUNDS {
            ours.push(inside(&sandbox, code)? - inside(&sandbox, "")?);
            native.push(outside(code)? - outside("")?);
        }
        let (ours, native) = (percentile(&mut ours, 0.5), percentile(&mut native, 0.5));
        figures.tell(format!("cpu.python.{name}.ms"), ours);
        figures.hold(format!("cpu.python.{name}.to_native"), ours / native, GOAL);
    }
    Ok(())
}

fn inside(sandbox: &Sandbox, code: &str) -> Result<f64> {
    let files = vec![SourceFile { name: "main.py".to_owned(), content: code.to_owned() }];
    let limits = Limits { time_ms: 60_000, memory_mb: 512, ..Limits::default() };
    let program = Program {
        language: Language::Python,
        libraries: Vec::new(),
        files,
        args: Vec::new(),
        stdin: Vec::new(),
        limits,
    };
    let outcome = sandbox.run(&program);
    ensure!(outcome.verdict == RunVerdict::Ok, "a program of the bench failed: {outcome:?}");
    Ok(outcome.wall_ms)
}

fn outside(code: &str) -> Result<f64> {
    let mut command = Command::new("python3");
    let begun = Instant::now();
    let mut child = command
        .args(["-I", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .context("`python3` is compared with and must be installed")?;
    child.stdin.take().context("no standard input")?.write_all(code.as_bytes())?;
    ensure!(child.wait()?.success(), "a program of the bench failed natively");
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}
