//! The process that runs learners' code.
//!
//! A server starts one for each core. It opens the interpreters, gives up every right that it does not need for computing
//! (`confinement`), and then answers one job after the other over the socket that it was started with (`frames`). Two
//! guests in one process would only wait for each other's page faults; and whatever a guest might break out of, it would
//! find itself in a process that can open no file and no connection.

mod confinement;
pub(crate) mod frames;
pub(crate) mod job;

use std::{
    io,
    os::{fd::AsFd, unix::net::UnixStream},
    path::Path,
    thread,
};

use domain::{Language, Limits, Program, SourceFile};

pub use self::confinement::Confinement;
use self::job::{Hello, Job, Reply};
use crate::{NATIVE_STACK_BYTES, Sandbox};

/// Works until the server hangs up: the whole life of a worker process. Jobs come over standard input, which is a socket,
/// and are answered over it.
///
/// # Errors
/// Standard input is no socket, or the server has gone.
pub fn serve(runtimes: &Path) -> io::Result<()> {
    let mut stream = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    let sandbox = match Sandbox::open(runtimes) {
        Ok(sandbox) => sandbox,
        Err(error) => return frames::write(&mut stream, &Hello::Unable(error.to_string())),
    };
    // Guests need more stack than a main thread may have.
    let working = thread::Builder::new().name("guests".to_owned()).stack_size(NATIVE_STACK_BYTES).spawn(move || {
        warm_up(&sandbox);
        // The last thing that may ask the system for anything.
        let confinement = confinement::confine();
        let runtimes = sandbox.runtimes().map(|(name, runtime)| (name.clone(), runtime.hash().to_owned()));
        frames::write(&mut stream, &Hello::Ready { runtimes: runtimes.collect(), confinement })?;
        loop {
            // What is left of a guest is cleared away while the server reads the answer.
            let (reply, _guest) = match frames::read(&mut stream) {
                Ok(Job::Run(program)) => {
                    let (outcome, guest) = sandbox.run_and_keep(&program);
                    (Reply::Ran(outcome), guest)
                }
                Ok(Job::Judge(assessment, files)) => (Reply::Judged(sandbox.judge(&assessment, &files)), None),
                Ok(Job::Converse(assessment, files, requests)) => {
                    (Reply::Conversed(sandbox.converse(&assessment, &files, &requests)), None)
                }
                Ok(Job::Query { assessment, files, dataset, query }) => {
                    (Reply::Queried(sandbox.query(&assessment, &files, dataset.as_deref(), &query)), None)
                }
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
                Err(error) => return Err(error),
            };
            frames::write(&mut stream, &reply)?;
        }
    })?;
    working.join().unwrap_or_else(|_| Err(io::Error::other("the worker panicked")))
}

/// Runs something in every language: the engine sets up what it needs at a first use, for which it may need rights.
fn warm_up(sandbox: &Sandbox) {
    for language in Language::ALL {
        let file = SourceFile { name: language.main_file().to_owned(), content: String::new() };
        let program = Program {
            language,
            libraries: Vec::new(),
            files: vec![file],
            args: Vec::new(),
            stdin: Vec::new(),
            limits: Limits::default(),
        };
        sandbox.run(&program);
    }
}
