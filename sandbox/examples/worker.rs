//! A worker for the tests of the pool: `worker RUNTIMES`.

fn main() -> std::io::Result<()> {
    let runtimes = std::env::args_os().nth(1).unwrap_or_default();
    sandbox::worker::serve(runtimes.as_ref())
}
