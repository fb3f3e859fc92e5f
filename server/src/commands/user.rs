//! `backroad user`: accounts, for whoever runs the installation. The server may be running meanwhile.

use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};
use domain::{Account, Role};
use rand::seq::IndexedRandom;
use store::{NewAccount, Store, StoreError};

use super::{Outcome, Stopped, block_on, open_migrated_store, report_text};
use crate::{
    cli::DataArgs,
    password::{self, Hasher, Password},
    routes::account::{check_email, check_name},
};

/// `backroad user`
#[derive(Clone, Debug, Args)]
pub struct UserArgs {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Clone, Debug, Subcommand)]
enum Action {
    /// Make an account.
    Add {
        /// The address to log in with.
        email: String,
        /// How the person is greeted; the part before the @ unless said otherwise.
        #[arg(long)]
        name: Option<String>,
        /// What the account may do.
        #[arg(long, value_enum, default_value_t = RoleName::Learner)]
        role: RoleName,
        #[command(flatten)]
        password: PasswordSource,
    },
    /// List every account.
    List,
    /// Change what an account may do. Ends its sessions.
    Role {
        /// The account's address.
        email: String,
        /// What it may do from now on.
        #[arg(value_enum)]
        role: RoleName,
    },
    /// Keep somebody out. Ends their sessions.
    Disable {
        /// The account's address.
        email: String,
    },
    /// Let somebody in again.
    Enable {
        /// The account's address.
        email: String,
    },
    /// Set a new password. Ends the account's sessions.
    Password {
        /// The account's address.
        email: String,
        #[command(flatten)]
        password: PasswordSource,
    },
}

/// Never as an argument: those can be seen by every process of the machine.
#[derive(Clone, Copy, Debug, Args)]
struct PasswordSource {
    /// Read the password from standard input, one line; otherwise one is made up and printed.
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    Learner,
    Instructor,
    Administrator,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Learner => Self::Learner,
            RoleName::Instructor => Self::Instructor,
            RoleName::Administrator => Self::Administrator,
        }
    }
}

/// Does it.
pub fn execute(args: UserArgs) -> Outcome {
    block_on(async {
        let store = open_migrated_store(&args.data).await?;
        match args.action {
            Action::Add { email, name, role, password } => add(&store, &email, name, role.into(), password).await?,
            Action::List => {
                for account in store.accounts().list().await? {
                    anstream::println!("{}", line(&account));
                }
            }
            Action::Role { email, role } => {
                let account = find(&store, &email).await?;
                anstream::println!("{}", line(&store.accounts().set_role(&account.learner, role.into()).await?));
            }
            Action::Disable { email } => {
                let account = find(&store, &email).await?;
                anstream::println!("{}", line(&store.accounts().disable(&account.learner).await?));
            }
            Action::Enable { email } => {
                let account = find(&store, &email).await?;
                anstream::println!("{}", line(&store.accounts().enable(&account.learner).await?));
            }
            Action::Password { email, password } => set_password(&store, &email, password).await?,
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })?
}

async fn add(
    store: &Store,
    email: &str,
    name: Option<String>,
    role: Role,
    source: PasswordSource,
) -> Result<(), Stopped> {
    check_email(email).map_err(Stopped::usage)?;
    let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or(email).to_owned());
    check_name(&name).map_err(Stopped::usage)?;
    let (password, made_up) = source.password(&[&name, email])?;
    let password_hash = Hasher::new()?.hash(password).await?;
    let new = NewAccount { guest: None, email: email.to_owned(), name, password_hash, role };
    let account = match store.accounts().register(new).await {
        Err(StoreError::EmailTaken) => return Err(Stopped::from(anyhow::anyhow!("{email} has an account already"))),
        registered => registered?,
    };
    anstream::println!("{}", line(&account));
    tell(made_up.as_deref());
    Ok(())
}

async fn set_password(store: &Store, email: &str, source: PasswordSource) -> Result<(), Stopped> {
    let account = find(store, email).await?;
    let (password, made_up) = source.password(&[&account.name, &account.email])?;
    let hash = Hasher::new()?.hash(password).await?;
    store.accounts().set_password_hash(&account.learner, &hash).await?;
    // Whoever knew the old one is out.
    store.sessions().end_all(&account.learner, None).await?;
    anstream::println!("{}", line(&account));
    tell(made_up.as_deref());
    Ok(())
}

async fn find(store: &Store, email: &str) -> Result<Account, Stopped> {
    let found = store.accounts().find_by_email(email).await?;
    found.map(|found| found.account).ok_or_else(|| Stopped::from(anyhow::anyhow!("there is no account of {email}")))
}

fn line(account: &Account) -> String {
    let state = if account.disabled_at.is_some() { report_text::bad("disabled") } else { report_text::good("active") };
    format!("{state}  {:13}  {}  {}", account.role.as_str(), account.email, account.name)
}

fn tell(made_up: Option<&str>) {
    if let Some(password) = made_up {
        anstream::println!("password: {password}");
        anstream::eprintln!("{}", report_text::faint("It is shown this once. Hand it over by a safe way."));
    }
}

impl PasswordSource {
    /// The password, and its text again where it was made up and must be told.
    fn password(self, about: &[&str]) -> Result<(Password, Option<String>), Stopped> {
        if !self.password_stdin {
            let text = made_up();
            return Ok((Password::new(text.clone()), Some(text)));
        }
        if io::stdin().is_terminal() {
            anstream::eprintln!("Type the password and press Enter; it can be seen.");
        }
        let mut text = String::new();
        io::stdin().read_line(&mut text).context("standard input cannot be read")?;
        let password = Password::new(text.trim_end_matches(['\r', '\n']));
        password::check(&password, about).map_err(Stopped::usage)?;
        Ok((password, None))
    }
}

/// Twenty letters and digits that cannot be mistaken for one another, about 99 bits.
fn made_up() -> String {
    const SIGNS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut random = rand::rng();
    let sign = |_| SIGNS.choose(&mut random).map_or('a', |&sign| char::from(sign));
    let signs: Vec<char> = (0..20).map(sign).collect();
    signs.chunks(5).map(String::from_iter).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_password_passes_the_policy_and_is_new_each_time() {
        let text = made_up();
        assert_eq!(text.len(), 23);
        assert_eq!(password::check(&Password::new(text.clone()), &[]), Ok(()));
        assert_ne!(text, made_up());
    }
}
