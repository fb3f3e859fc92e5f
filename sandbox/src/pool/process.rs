//! A worker process as the server sees it.

use std::{
    io,
    os::{
        fd::OwnedFd,
        unix::{net::UnixStream, process::CommandExt},
    },
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::worker::{
    frames,
    job::{Hello, Job, Reply},
};

/// How long a worker may take to verify its interpreters; some are compiled then.
const START: Duration = Duration::from_secs(300);

/// How to start a worker: a program that ends in [`serve`](crate::worker::serve).
#[derive(Clone, Debug)]
pub struct WorkerCommand {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<std::ffi::OsString>,
}

/// Why the workers cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It did not start, or ended before it said anything.
    #[error("a worker process could not be started: {0}")]
    Process(#[from] io::Error),
    /// It said why it cannot work.
    #[error("{0}")]
    Unable(String),
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The process is gone.
    Died(String),
    /// It did not answer in time, and was ended.
    Stuck,
}

/// A running worker. Dropping it ends the process.
pub(super) struct Process {
    child: Child,
    stream: UnixStream,
}

impl Process {
    /// Starts one and waits until it is ready.
    pub(super) fn start(command: &WorkerCommand) -> Result<(Self, Hello), StartError> {
        let (ours, theirs) = UnixStream::pair()?;
        let child = Command::new(&command.program)
            .arg0("backroad-worker")
            .args(&command.arguments)
            .env_clear()
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::null())
            .spawn()?;
        let mut process = Self { child, stream: ours };
        process.stream.set_read_timeout(Some(START))?;
        match frames::read(&mut process.stream)? {
            Hello::Unable(why) => Err(StartError::Unable(why)),
            ready @ Hello::Ready { .. } => Ok((process, ready)),
        }
    }

    /// Has a job done. After an error the process is of no use any more.
    pub(super) fn ask(&mut self, job: &Job, patience: Duration) -> Result<Reply, Lost> {
        let answered = self
            .stream
            .set_read_timeout(Some(patience))
            .and_then(|()| frames::write(&mut self.stream, job))
            .and_then(|()| frames::read(&mut self.stream));
        answered.map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Lost::Stuck,
            _ => Lost::Died(error.to_string()),
        })
    }

    /// The process's number.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It keeps nothing that would have to be put in order.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
