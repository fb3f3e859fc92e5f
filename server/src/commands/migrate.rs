//! `backroad migrate`: the version of the database's tables. `serve` migrates up by itself; this is for looking, and for
//! going back before an older release is installed.

use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};
use store::{MigrationStatus, Store};

use super::{Outcome, Stopped, block_on, open_store, report_text};
use crate::cli::DataArgs;

/// `backroad migrate`
#[derive(Clone, Debug, Args)]
pub struct MigrateArgs {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Clone, Debug, Subcommand)]
enum Action {
    /// Apply what is missing.
    Up,
    /// Undo the newest migration, or all above a version. The data in their tables is lost.
    Down {
        /// The version to go down to; 0 leaves an empty database.
        #[arg(long, value_name = "VERSION")]
        to: Option<i64>,
        /// Say that losing the data is wanted.
        #[arg(long)]
        lose_data: bool,
    },
    /// Show every migration and whether the database has it.
    Status,
}

/// Migrates or shows.
pub fn execute(args: &MigrateArgs) -> Outcome {
    block_on(async {
        let store = open_store(&args.data).await?;
        match args.action {
            Action::Up => store.migrate_up().await.context("the database could not be brought up to date")?,
            Action::Down { to, lose_data } => down(&store, to, lose_data).await?,
            Action::Status => {}
        }
        for migration in store.migration_status().await? {
            anstream::println!("{}", line(&migration));
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })?
}

async fn down(store: &Store, to: Option<i64>, lose_data: bool) -> Result<(), Stopped> {
    let status = store.migration_status().await?;
    let applied: Vec<&MigrationStatus> = status.iter().filter(|migration| migration.applied).collect();
    let Some((newest, rest)) = applied.split_last() else { return Ok(()) };
    let to = to.unwrap_or_else(|| rest.last().map_or(0, |migration| migration.version));
    if to >= newest.version {
        return Ok(());
    }
    if !lose_data {
        return Err(Stopped::usage(format!(
            "going down to {to} deletes what newer tables hold; make a copy of the data folder, then add --lose-data"
        )));
    }
    store.migrate_down(to).await.context("the database could not be taken down")?;
    Ok(())
}

fn line(migration: &MigrationStatus) -> String {
    let state = if migration.applied { report_text::good("applied") } else { report_text::faint("missing") };
    format!("{state}  {}  {}", migration.version, migration.description)
}
