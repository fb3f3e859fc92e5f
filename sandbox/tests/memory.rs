//! What guests cost the server in memory. In a process of its own, so that nothing else is measured.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{main_file, on_a_large_stack, root, sandbox};
use domain::{Language, Limits, Program, RunVerdict};

/// What a run may cost beside the guest's own memory, in bytes.
const MARGIN: u64 = 20 << 20;

/// A line of the process's own status, in bytes.
fn status(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u64>().unwrap() << 10
}

/// Runs a hostile program, and says how much more memory the process had at its worst than before.
fn cost(language: Language, folder: &str, memory_mb: u32) -> (RunVerdict, u64) {
    let code = fs::read_to_string(root().join("tests/hostile").join(folder).join(language.main_file())).unwrap();
    let limits = Limits { memory_mb, time_ms: 10_000, ..Limits::default() };
    let program = Program {
        language,
        libraries: Vec::new(),
        files: main_file(language, code),
        args: Vec::new(),
        stdin: Vec::new(),
        limits,
    };
    // 5 makes the kernel forget the peak: from here on it is this program's.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = status("VmRSS:");
    let outcome = sandbox().run(&program);
    (outcome.verdict, status("VmHWM:").saturating_sub(before))
}

#[test]
fn bombs_and_floods_cost_no_more_than_a_guest_may() {
    on_a_large_stack(|| {
        for language in [Language::Python, Language::Javascript, Language::Ruby, Language::Php] {
            // The first run pays for what all runs share.
            cost(language, "passed/work-inside", 128);
            let (verdict, bytes) = cost(language, "memory_limit/bomb", 128);
            assert_eq!(verdict, RunVerdict::MemoryLimit);
            // What Ruby itself holds is not counted as its program's.
            let own = if language == Language::Ruby { 96 << 20 } else { 0 };
            assert!(bytes < (128 << 20) + own + MARGIN, "{language}: a bomb cost {bytes} bytes");
            let (verdict, bytes) = cost(language, "output_limit/flood", 32);
            assert_eq!(verdict, RunVerdict::OutputLimit);
            assert!(bytes < (32 << 20) + own + MARGIN, "{language}: a flood cost {bytes} bytes");
        }
    });
}

/// Page faults of this thread so far that no disk was needed for.
fn faults() -> u64 {
    let stat = fs::read_to_string("/proc/thread-self/stat").unwrap();
    // The name, which may hold anything, ends with the last parenthesis.
    let fields = stat.rsplit_once(')').unwrap().1;
    fields.split_whitespace().nth(7).unwrap().parse().unwrap()
}

#[test]
fn a_small_program_finds_its_pages_in_place() {
    // What puts pages back needs Linux 6.7.
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap();
    let version: Vec<u32> = release.split('.').take(2).map_while(|part| part.parse().ok()).collect();
    if version < vec![6, 7] {
        return;
    }
    on_a_large_stack(|| {
        for (language, code) in [
            (Language::Python, "print(1)"),
            (Language::Javascript, "console.log(1)"),
            (Language::Php, "<?php echo 1;"),
            (Language::Sql, "SELECT 1"),
        ] {
            let program = Program {
                language,
                libraries: Vec::new(),
                args: Vec::new(),
                files: main_file(language, code),
                stdin: Vec::new(),
                limits: Limits::default(),
            };
            let run = || assert_eq!(sandbox().run(&program).verdict, RunVerdict::Ok);
            (0..3).for_each(|_| run());
            let before = faults();
            (0..20).for_each(|_| run());
            let each = (faults() - before) / 20;
            assert!(each < 10, "{language}: a run took {each} page faults");
        }
    });
}
