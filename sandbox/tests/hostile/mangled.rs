//! Programs that a cat walked over: whatever is in a file, it is the learner's program that fails, never ours.
//!
//! The programs of `tests/hostile/` are cut up, doubled and mixed. `BACKROAD_FUZZ_SECONDS` says how long, for each
//! language; otherwise it is a few programs, the same every time.

use std::{
    fs,
    time::{Duration, Instant},
};

use domain::{Assessment, Language, Limits, Program, RunVerdict, Verdict};

use super::{main_file, on_a_large_stack, programs::suite, root, sandbox};

/// How many programs are tried where no time is given.
const ROUNDS: u32 = 60;
/// Enough for most programs; what loops for ever ends soon.
const TIME_MS: u32 = 200;

/// Every program that is there in this language.
fn programs(language: Language) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("tests/hostile")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == language.main_file()) {
                found.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    // The file system's order is not the same everywhere.
    found.sort();
    found
}

/// A program with pieces gone, doubled, moved, or taken from others.
fn mangled(rng: &mut fastrand::Rng, programs: &[String]) -> String {
    let mut text: Vec<char> = rng.choice(programs).unwrap().chars().collect();
    for _ in 0..rng.usize(1..6) {
        let at = rng.usize(..=text.len());
        let end = (at + rng.usize(..80)).min(text.len());
        match rng.u8(..5) {
            0 => drop(text.drain(at..end)),
            1 => {
                let doubled = text[at..end].repeat(rng.usize(1..40));
                text.splice(at..at, doubled);
            }
            2 => {
                let other: Vec<char> = rng.choice(programs).unwrap().chars().collect();
                let from = rng.usize(..=other.len());
                let part = &other[from..(from + rng.usize(..200)).min(other.len())];
                text.splice(at..at, part.iter().copied());
            }
            3 => {
                let piece = rng.choice([
                    "\0",
                    "\u{feff}",
                    "\u{202e}",
                    "\r",
                    "(((((",
                    "}",
                    "\"",
                    "'",
                    "`",
                    "\\",
                    "#",
                    "/*",
                    "--",
                    ";",
                    "<?php",
                    "0x",
                    "\u{10ffff}",
                ]);
                text.splice(at..at, piece.unwrap().chars());
            }
            _ => text[at..end].reverse(),
        }
    }
    text.into_iter().collect()
}

fn try_all(language: Language) {
    let patience = std::env::var("BACKROAD_FUZZ_SECONDS").ok().map(|text| Duration::from_secs(text.parse().unwrap()));
    let limits = Limits { time_ms: TIME_MS, ..Limits::default() };
    let programs = programs(language);
    let mut rng = fastrand::Rng::with_seed(0xBAC0_40AD);
    let start = Instant::now();
    let mut rounds = 0;
    while patience.map_or(rounds < ROUNDS, |patience| start.elapsed() < patience) {
        rounds += 1;
        let code = mangled(&mut rng, &programs);
        let program = Program {
            language,
            libraries: Vec::new(),
            files: main_file(language, code.clone()),
            args: Vec::new(),
            stdin: b"from the host".to_vec(),
            limits,
        };
        let ran = sandbox().run(&program);
        assert_ne!(ran.verdict, RunVerdict::InternalError, "round {rounds}: {}\n{code}", ran.stderr);
        let assessment = Assessment { language, libraries: Vec::new(), suite: suite(), limits, points: 10 };
        let report = sandbox().judge(&assessment, &main_file(language, code.clone()));
        assert_ne!(report.verdict, Verdict::InternalError, "round {rounds}: {:?}\n{code}", report.message);
    }
    println!("{rounds} programs");
}

#[test]
fn no_python_program_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Python));
}

#[test]
fn no_javascript_program_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Javascript));
}

#[test]
fn no_typescript_program_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Typescript));
}

#[test]
fn no_ruby_program_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Ruby));
}

#[test]
fn no_php_program_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Php));
}

#[test]
fn no_sql_script_is_our_failure() {
    on_a_large_stack(|| try_all(Language::Sql));
}
