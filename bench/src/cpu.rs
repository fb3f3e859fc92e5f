//! The processor time of another process, to the nanosecond, as Linux keeps it.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

/// Nanoseconds on a processor, of all threads of a process that are alive.
pub fn nanoseconds(process: u32) -> Result<u64> {
    let tasks = PathBuf::from(format!("/proc/{process}/task"));
    let mut sum = 0;
    for task in fs::read_dir(&tasks).with_context(|| format!("{} cannot be read", tasks.display()))? {
        // A thread may end between being listed and being read; it took no part in what is measured.
        let Ok(text) = fs::read_to_string(task?.path().join("schedstat")) else { continue };
        let first = text.split_whitespace().next().and_then(|number| number.parse::<u64>().ok());
        sum += first.context("the kernel keeps no schedstat")?;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::unwrap_used, reason = "a failed assumption is a failed test")]
    fn work_takes_time() {
        let before = nanoseconds(std::process::id()).unwrap();
        let sum = (0..3_000_000_u64).fold(0, |sum: u64, n| sum.wrapping_mul(31).wrapping_add(n));
        assert_ne!(sum, 1);
        // The kernel brings its books up to date when a thread stops running.
        std::thread::yield_now();
        assert!(nanoseconds(std::process::id()).unwrap() >= before);
    }
}
