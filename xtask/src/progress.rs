//! One line a step, with the time it took.

use std::{
    io::{IsTerminal, Write},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Says what is being done, does it, and says how long it took. For work that prints nothing itself.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let mut err = std::io::stderr();
    let start = Instant::now();
    // A log has no use for half a line while it waits; a person at a terminal has.
    let live = err.is_terminal();
    if live {
        write!(err, "→ {what} … ")?;
        err.flush()?;
    }
    let result = work();
    let verdict = if result.is_ok() { seconds(start.elapsed()) } else { "failed".to_owned() };
    if live {
        writeln!(err, " {verdict}")?;
    } else {
        writeln!(err, "→ {what} …  {verdict}")?;
    }
    result
}

/// Like [`step`], for work that has output of its own: one line before it, one after.
pub fn section<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    note(what);
    let result = work();
    if result.is_ok() {
        eprintln!("→ {what}: done in {}", seconds(start.elapsed()));
    }
    result
}

/// Something worth knowing, without a time.
pub fn note(what: &str) {
    eprintln!("→ {what}");
}

/// A duration as people say it.
pub fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 90.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:02.0} s", (seconds / 60.0).floor(), seconds % 60.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_times_have_tenths_and_long_ones_minutes() {
        assert_eq!(seconds(Duration::from_millis(12_340)), "12.3 s");
        assert_eq!(seconds(Duration::from_secs(605)), "10 min 05 s");
    }
}
