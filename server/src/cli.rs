//! The command line: what can be asked of the binary. What each command does stands in [`crate::commands`].

use std::{net::SocketAddr, num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::{
    address::AddressRange,
    commands::{
        check::CheckArgs, demo::DemoArgs, judge::JudgeArgs, migrate::MigrateArgs, new::NewArgs, run::RunArgs,
        schema::SchemaArgs, user::UserArgs,
    },
    exposure::PublicUrl,
};

/// A self-hosted platform to learn back-end development by doing.
#[derive(Debug, Parser)]
#[command(name = "backroad", version, about, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the platform.
    Serve(ServeArgs),
    /// Prove the content: starters fail, solutions pass, mutants are caught, examples print what they say.
    Check(CheckArgs),
    /// Begin a lesson, an exercise or a project.
    New(NewArgs),
    /// Run a program in the sandbox.
    Run(RunArgs),
    /// Judge files against an exercise's tests.
    Judge(JudgeArgs),
    /// Write the JSON Schemas of the content's files, for editors.
    Schema(SchemaArgs),
    /// Change or show the version of the database's tables.
    Migrate(MigrateArgs),
    /// Fill an empty data folder with invented people and their real work, to look at every page.
    Demo(DemoArgs),
    /// Add, list and change accounts.
    User(UserArgs),
    /// Run learners' code; the server starts this by itself.
    #[command(hide = true)]
    Worker(RuntimesArgs),
}

/// Where the database is.
#[derive(Clone, Debug, Args)]
pub struct DataArgs {
    /// The folder of the database; made where it is missing.
    #[arg(long, value_name = "DIR", env = "BACKROAD_DATA", default_value = "data")]
    pub data: PathBuf,
}

/// Where lessons and exercises are.
#[derive(Clone, Debug, Args)]
pub struct ContentArgs {
    /// The folder that holds lessons/ and exercises/.
    #[arg(long, value_name = "DIR", env = "BACKROAD_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// Where the interpreters are.
#[derive(Clone, Debug, Args)]
pub struct RuntimesArgs {
    /// The folder of the interpreters' snapshots.
    #[arg(long, value_name = "DIR", env = "BACKROAD_RUNTIMES", default_value = "target/runtimes")]
    pub runtimes: PathBuf,
}

/// `backroad serve`
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    /// The address and port to listen on.
    #[arg(long, value_name = "ADDR", env = "BACKROAD_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// The address people type, where it is not the one listened on. Must be https unless only this machine can connect.
    #[arg(long, value_name = "URL", env = "BACKROAD_PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,
    /// A proxy whose X-Forwarded-For is believed: an address or a range; can be given several times.
    #[arg(long = "trusted-proxy", value_name = "RANGE", env = "BACKROAD_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxies: Vec<AddressRange>,
    /// Processes that run learners' code; one for each core unless said otherwise.
    #[arg(long, value_name = "N", env = "BACKROAD_WORKERS")]
    pub workers: Option<NonZeroUsize>,
    /// Show every change of the content at once, for whoever writes it.
    #[arg(long)]
    pub watch: bool,
    /// The folder of the client files.
    #[arg(long, value_name = "DIR", env = "BACKROAD_SITE", default_value = "target/site")]
    pub site: PathBuf,
    /// The database.
    #[command(flatten)]
    pub data: DataArgs,
    /// The content.
    #[command(flatten)]
    pub content: ContentArgs,
    /// The interpreters.
    #[command(flatten)]
    pub runtimes: RuntimesArgs,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_fits_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn several_proxies_can_be_named() {
        let cli = Cli::try_parse_from([
            "backroad",
            "serve",
            "--trusted-proxy",
            "10.0.0.0/8,192.168.0.1",
            "--trusted-proxy",
            "::1",
        ])
        .unwrap();
        let Command::Serve(args) = cli.command else { panic!("not serve") };
        assert_eq!(args.trusted_proxies.len(), 3);
        assert_eq!(args.addr.to_string(), "127.0.0.1:3000");
    }
}
