//! `backroad worker`: a process that runs learners' code. The server starts as many as there are cores; nobody else does.

use std::{io, process::ExitCode};

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use super::Outcome;
use crate::cli::RuntimesArgs;

/// Works until the server hangs up.
pub fn execute(args: &RuntimesArgs) -> Outcome {
    tracing_subscriber::fmt().with_env_filter(EnvFilter::new("warn")).with_writer(io::stderr).with_ansi(false).init();
    sandbox::worker::serve(&args.runtimes).context("a worker is started by the server, with a socket to talk over")?;
    Ok(ExitCode::SUCCESS)
}
