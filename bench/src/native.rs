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
    /// The one that runs `language` natively, where it is one that every machine has that builds us.
    pub fn of(language: Language) -> Option<Self> {
        match language {
            Language::Python => Some(Self { program: "python3", arguments: ["-c", "print(1)"] }),
            Language::Javascript => Some(Self { program: "node", arguments: ["-e", "console.log(1)"] }),
            Language::Typescript | Language::Ruby | Language::Php | Language::Sql => None,
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
