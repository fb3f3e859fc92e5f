//! `backroad schema`: what authors' files may hold, for their editors.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::Args;

use super::Outcome;

/// `backroad schema`
#[derive(Clone, Debug, Args)]
pub struct SchemaArgs {
    /// The folder to write to; made where it is missing.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes a JSON Schema for each kind of file, over those that are there.
pub fn execute(args: &SchemaArgs) -> Outcome {
    let folder = args.folder.display();
    fs::create_dir_all(&args.folder).with_context(|| format!("{folder} cannot be made"))?;
    for (name, schema) in curriculum::schemas() {
        let file = args.folder.join(name);
        fs::write(&file, schema).with_context(|| format!("{} cannot be written", file.display()))?;
        anstream::println!("{}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}
