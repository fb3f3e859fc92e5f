//! Steps of a build, each in a folder named by the hash of all that goes into it.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail};
use sandbox::manifest::sha256;
use serde::Deserialize;

/// This crate's folder, where recipes and guests are.
pub const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// One line of progress.
pub fn say(step: &str, line: &str) {
    println!("runtimes: {step}: {line}");
}

/// A hash over all that goes into a step.
#[derive(Clone, Default)]
pub struct Inputs(String);

impl Inputs {
    /// Adds text, such as the version of a source or another step's key.
    pub fn text(mut self, text: &str) -> Self {
        self.0 = sha256(format!("{} {} {text}", self.0, text.len()).as_bytes());
        self
    }

    /// Adds files of this crate, by name and content.
    pub fn files(mut self, names: &[&str]) -> anyhow::Result<Self> {
        for name in names {
            let path = Path::new(HERE).join(name);
            let content = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            self = self.text(name).text(&sha256(&content));
        }
        Ok(self)
    }

    /// Adds the files of a folder of this crate whose names end like this; those in folders of its own are not among them.
    pub fn files_in(self, folder: &str, endings: &[&str]) -> anyhow::Result<Self> {
        let names = names_in(folder, endings)?;
        self.files(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Twelve digits, enough to tell the states of one project apart.
    pub fn key(&self) -> &str {
        &self.0[..12]
    }
}

/// The files of a folder of this crate whose names end like this, by their paths in it, in order.
pub fn names_in(folder: &str, endings: &[&str]) -> anyhow::Result<Vec<String>> {
    let path = Path::new(HERE).join(folder);
    let entries = fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            names.push(format!("{folder}/{name}"));
        }
    }
    names.sort();
    Ok(names)
}

/// Runs a recipe in its folder, unless it is there already; gives the folder.
///
/// Whoever stopped in the middle goes on there: the recipes skip what they have done.
pub fn step(work: &Path, name: &str, script: &str, inputs: &Inputs, arguments: &[&Path]) -> anyhow::Result<PathBuf> {
    let folder = work.join(format!("{name}-{}", inputs.key()));
    let done = folder.join("done");
    if done.exists() {
        say(name, "up to date");
        return Ok(folder);
    }
    remove_older(work, name, &folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut child = Command::new("bash")
        .arg(Path::new(HERE).join("recipes").join(script))
        .arg(&folder)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("bash cannot be started; the recipes need it")?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            say(name, &line?);
        }
    }
    if !child.wait()?.success() {
        bail!("the recipe runtimes/recipes/{script} failed; what it said is above");
    }
    fs::write(&done, "")?;
    Ok(folder)
}

/// Removes what former states of a step have left.
fn remove_older(work: &Path, name: &str, folder: &Path) -> anyhow::Result<()> {
    let Ok(entries) = fs::read_dir(work) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        let key =
            path.file_name().and_then(|file| file.to_str()).and_then(|file| file.strip_prefix(name)?.strip_prefix('-'));
        let is_former = key.is_some_and(|key| key.len() == 12 && key.chars().all(|c| c.is_ascii_hexdigit()));
        if is_former && path != folder {
            say(name, "removing an older state");
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}

/// Sources of crates that are only fetched, never built: pinned by the lock file's checksums, which cargo verifies.
pub struct Sources(Vec<Package>);

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

impl Sources {
    /// Fetches the crates behind the feature `sources`.
    pub fn fetch() -> anyhow::Result<Self> {
        #[derive(Deserialize)]
        struct Metadata {
            packages: Vec<Package>,
        }
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["metadata", "--locked", "--format-version", "1", "--features", "sources", "--manifest-path"])
            .arg(Path::new(HERE).join("Cargo.toml"))
            .stderr(Stdio::inherit())
            .output()
            .context("cargo cannot be started")?;
        if !output.status.success() {
            bail!("cargo could not fetch the C sources that Cargo.lock pins");
        }
        let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
        Ok(Self(metadata.packages))
    }

    /// The folder of a crate.
    pub fn folder(&self, name: &str) -> anyhow::Result<&Path> {
        self.package(name)?.manifest_path.parent().context("a manifest without a folder")
    }

    /// The version of a crate.
    pub fn version(&self, name: &str) -> anyhow::Result<&str> {
        Ok(&self.package(name)?.version)
    }

    fn package(&self, name: &str) -> anyhow::Result<&Package> {
        self.0.iter().find(|package| package.name == name).with_context(|| format!("Cargo.lock has no {name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_changes_the_key() {
        let key = |inputs: Inputs| inputs.key().to_owned();
        let base = Inputs::default().text("a").text("b");
        assert_eq!(key(base.clone()), key(Inputs::default().text("a").text("b")));
        assert_ne!(key(base), key(Inputs::default().text("ab")));
        assert_ne!(key(Inputs::default().text("a")), key(Inputs::default().text("a").text("")));
        assert!(Inputs::default().files(&["recipes/nothing.sh"]).is_err());
    }
}
