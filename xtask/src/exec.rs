//! Running other programs, so that a failure says which, and shows what it printed.

use std::{
    env,
    fs::{self, File},
    io::{BufRead, BufReader, ErrorKind},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// How many lines of a failed program's log are shown.
const TAIL: usize = 40;

/// Runs a program that talks to the person at the terminal itself.
pub fn show(command: &mut Command) -> Result<()> {
    // Standard output is for results (`bench --json`); a program's talk goes where our own goes.
    command.stdout(std::io::stderr());
    let status = command.status().map_err(|error| missing(command, error))?;
    expect_success(command, status)
}

/// Runs a program whose output matters only when it fails; it is kept in `target/xtask/NAME.log`.
pub fn quiet(workspace: &Workspace, name: &str, command: &mut Command) -> Result<()> {
    let log = workspace.made("xtask").join(format!("{name}.log"));
    fs::create_dir_all(workspace.made("xtask")).context("the target folder cannot be written")?;
    let file = File::create(&log).with_context(|| format!("{} cannot be written", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let status = command.status().map_err(|error| missing(command, error))?;
    if status.success() {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&fs::read(&log).unwrap_or_default()).into_owned();
    let lines: Vec<_> = printed.lines().collect();
    let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
    bail!("{} ended with {status}\n{tail}\n(all of it: {})", spoken(command), log.display())
}

/// What a program printed, trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.output().map_err(|error| missing(command, error))?;
    if !done.status.success() {
        bail!("{} ended with {}\n{}", spoken(command), done.status, String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Whether a program can be started and likes its arguments.
pub fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Passes a program's standard output on, line by line, and shows each line to `look`. Its exit status is for the caller.
pub fn watch(command: &mut Command, mut look: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, error))?;
    let pipe = child.stdout.take().context("the program's output was asked for")?;
    for line in BufReader::new(pipe).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        look(&line);
    }
    Ok(child.wait()?)
}

/// Turns an unsuccessful end into an error that names the program.
pub fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} ended with {status}", spoken(command));
    }
    Ok(())
}

/// A program's full path, if it is on the `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Fails unless a program is on the `PATH`, and says how it is to be had.
pub fn require(program: &str, how: &str) -> Result<()> {
    match find(program) {
        Some(_) => Ok(()),
        None => bail!("`{program}` is needed and is not on the PATH. {how}"),
    }
}

/// The command as a person would type it.
fn spoken(command: &Command) -> String {
    let name = |text: &std::ffi::OsStr| {
        let path = Path::new(text);
        path.file_name().unwrap_or(text).to_string_lossy().into_owned()
    };
    let mut words = vec![name(command.get_program())];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    format!("`{}`", words.join(" "))
}

fn missing(command: &Command, error: std::io::Error) -> anyhow::Error {
    let program = spoken(command);
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("{program} cannot be started: there is no such program"),
        _ => anyhow::Error::new(error).context(format!("{program} cannot be started")),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed assumption is a failed test")]

    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = show(&mut Command::new("/nonexistent/tool")).unwrap_err();
        assert_eq!(error.to_string(), "`tool` cannot be started: there is no such program");
    }

    #[test]
    fn a_required_program_says_how_to_get_it() {
        assert!(require("sh", "").is_ok());
        let error = require("no-such-tool", "Install it.").unwrap_err();
        assert_eq!(error.to_string(), "`no-such-tool` is needed and is not on the PATH. Install it.");
    }

    #[test]
    fn every_line_is_seen() {
        let mut lines = Vec::new();
        let status = watch(Command::new("sh").args(["-c", "echo one; echo two; exit 3"]), |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        assert_eq!(lines, ["one", "two"]);
        assert_eq!(status.code(), Some(3));
    }
}
