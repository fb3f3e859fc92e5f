//! The interpreters that a conventional judge would start for each run.

use std::{
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use domain::Language;

/// An interpreter of this machine.
pub struct Interpreter {
    /// Its program.
    pub program: &'static str,
    arguments: [&'static str; 2],
}

impl Interpreter {
    /// The one that runs `language` natively.
    pub fn of(language: Language) -> Self {
        match language {
            Language::Python => Self { program: "python3", arguments: ["-c", "print(1)"] },
            Language::Javascript => Self { program: "node", arguments: ["-e", "console.log(1)"] },
        }
    }

    /// Milliseconds from starting it to its end, with the smallest program there is.
    pub fn start(&self) -> Result<f64> {
        let mut command = Command::new(self.program);
        command.args(self.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let status =
            command.status().with_context(|| format!("`{}` is compared with and must be installed", self.program))?;
        let took = start.elapsed().as_secs_f64() * 1000.0;
        ensure!(status.success(), "`{}` ended with {status}", self.program);
        Ok(took)
    }
}
