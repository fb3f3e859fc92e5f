//! Who asks: nobody known, a guest with saved work, or somebody logged in.
//!
//! A session says which learner a browser stands for and whether a password proved it. It is made at the first write or
//! at log-in, never by a mere visit. It gets a new id whenever its power changes (log-in, registration), so an id that
//! somebody planted or saw before is worth nothing afterwards; logging out deletes it on the server.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request},
    http::request::Parts,
};
use domain::{Account, LearnerId, Role, Viewer};
use store::{GUEST_SESSION_DAYS, LEARNER_KEY};
use time::{Duration, OffsetDateTime};
use tower_sessions::{Expiry, Session};

use crate::{address::client_address, error::Failure, routes::Access, state::AppState};

/// Whether a password proved who this is.
const PROVEN_KEY: &str = "proven";
/// When its idle time was last started anew, in seconds of the Unix epoch.
const SEEN_KEY: &str = "seen";

/// An account that nobody used for so long asks for the password again. The store ends each session after a longer time
/// in any case.
const IDLE_DAYS: i64 = 14;
/// The idle time starts anew at most once a day, so that reading pages does not write to the database.
const TOUCH_S: i64 = 86_400;

/// Whom the session stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Nobody we know.
    Visitor,
    /// Saved work, no account.
    Guest(LearnerId),
    /// Logged in.
    Account(Account),
}

/// Who asks, from which address, and the session behind it.
#[derive(Clone, Debug)]
pub struct Identity {
    who: Who,
    address: IpAddr,
    session: Session,
    app: AppState,
    access: Access,
    /// Counted for administrators only.
    open_problems: Option<u32>,
}

impl Identity {
    /// Whom the session stands for.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// The learner, if there is one.
    pub fn learner(&self) -> Option<&LearnerId> {
        match &self.who {
            Who::Visitor => None,
            Who::Guest(learner) => Some(learner),
            Who::Account(account) => Some(&account.learner),
        }
    }

    /// The guest whose work an account would take over.
    pub fn guest(&self) -> Option<&LearnerId> {
        match &self.who {
            Who::Guest(learner) => Some(learner),
            Who::Visitor | Who::Account(_) => None,
        }
    }

    /// As pages greet them.
    pub fn viewer(&self) -> Viewer {
        match &self.who {
            Who::Visitor => Viewer::Visitor,
            Who::Guest(_) => Viewer::Guest,
            Who::Account(account) => Viewer::Account { name: account.name.clone(), open_problems: self.open_problems },
        }
    }

    /// The address limits count by.
    pub fn address(&self) -> IpAddr {
        self.address
    }

    /// The learner whose work is about to be saved: a visitor becomes a guest here, at the first write.
    ///
    /// # Errors
    /// Too many guests from one address; the store refused; or the route is not one that may create learners.
    pub async fn learner_to_write(&self) -> Result<LearnerId, Failure> {
        if let Some(learner) = self.learner() {
            return Ok(learner.clone());
        }
        if self.access != Access::LearnerCreated {
            return Err(Failure::Internal(anyhow::anyhow!("a route that creates no learners asked for one")));
        }
        self.app.limits().guest(self.address)?;
        let guest = self.app.store().learners().create_guest().await?;
        self.begin(&guest, false).await?;
        Ok(guest)
    }

    /// As [`Self::learner_to_write`], for a page that may have been drawn for an account: its work must not become a guest's
    /// because the session has ended since.
    ///
    /// # Errors
    /// [`Failure::LoggedOut`] where it was and nobody is logged in; else those of `learner_to_write`.
    pub async fn learner_of_page(&self, signed_in: bool) -> Result<LearnerId, Failure> {
        match &self.who {
            Who::Visitor | Who::Guest(_) if signed_in => Err(Failure::LoggedOut),
            _ => self.learner_to_write().await,
        }
    }

    /// The session stands for this account from now on, under a new id.
    ///
    /// # Errors
    /// The store refused.
    pub async fn log_in(&self, account: &LearnerId) -> Result<(), Failure> {
        self.begin(account, true).await
    }

    /// Deletes the session, here and on the server.
    ///
    /// # Errors
    /// The store refused.
    pub async fn log_out(&self) -> Result<(), Failure> {
        Ok(self.session.flush().await?)
    }

    async fn begin(&self, learner: &LearnerId, proven: bool) -> Result<(), Failure> {
        let session = &self.session;
        session.clear().await;
        session.cycle_id().await?;
        let now = OffsetDateTime::now_utc().unix_timestamp();
        session.insert(LEARNER_KEY, learner).await?;
        session.insert(PROVEN_KEY, proven).await?;
        session.insert(SEEN_KEY, now).await?;
        session.set_expiry(Some(idle(proven)));
        // Saved now and not on the way out, so that a failing store is answered with words and not with a bare 500.
        Ok(session.save().await?)
    }

    /// Reads the session; what is over, or does not fit the accounts, stands for nobody.
    async fn read(app: &AppState, session: &Session) -> Result<Who, Failure> {
        let Some(learner) = session.get::<LearnerId>(LEARNER_KEY).await? else { return Ok(Who::Visitor) };
        let proven = session.get::<bool>(PROVEN_KEY).await?.unwrap_or(false);
        let now = OffsetDateTime::now_utc().unix_timestamp();
        let account = app.store().accounts().find(&learner).await?;
        let who = match account {
            Some(account) if proven && account.disabled_at.is_none() => Who::Account(account),
            None if !proven && app.store().learners().exists(&learner).await? => Who::Guest(learner),
            // Disabled since, or a guest's session that did not take part when the guest got an account.
            _ => Who::Visitor,
        };
        if who == Who::Visitor {
            session.flush().await?;
            return Ok(Who::Visitor);
        }
        if session.get::<i64>(SEEN_KEY).await?.is_none_or(|seen| now - seen > TOUCH_S) {
            session.insert(SEEN_KEY, now).await?;
            session.set_expiry(Some(idle(proven)));
        }
        Ok(who)
    }
}

fn idle(proven: bool) -> Expiry {
    Expiry::OnInactivity(Duration::days(if proven { IDLE_DAYS } else { GUEST_SESSION_DAYS.into() }))
}

/// Finds out who asks, and lets only whom the route is for go on.
///
/// # Errors
/// The store refused, or they may not know that there is anything here.
pub async fn identify(app: &AppState, access: Access, session: Session, request: &mut Request) -> Result<(), Failure> {
    let who = Identity::read(app, &session).await?;
    // What is somebody's own does not exist for those who have nothing.
    if access == Access::Owner && who == Who::Visitor {
        return Err(Failure::NotFound);
    }
    let is_administrator = matches!(&who, Who::Account(account) if account.role == Role::Administrator);
    if access == Access::Administrator && !is_administrator {
        return Err(Failure::NotFound);
    }
    let open_problems = match is_administrator {
        true => Some(app.store().problem_reports().count_open().await?),
        false => None,
    };
    let peer = request.extensions().get::<ConnectInfo<std::net::SocketAddr>>().map(|info| info.0.ip());
    // Without a connection there is nobody to count: tests call the router directly.
    let peer = peer.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let address = client_address(peer, request.headers(), app.trusted_proxies());
    let identity = Identity { who, address, session, app: app.clone(), access, open_problems };
    request.extensions_mut().insert(Arc::new(identity));
    Ok(())
}

/// Every handler may ask who asks; the middleware has put it there.
#[derive(Clone, Debug)]
pub struct Asking(pub Arc<Identity>);

impl std::ops::Deref for Asking {
    type Target = Identity;

    fn deref(&self) -> &Identity {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asking {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failure> {
        let identity = parts.extensions.get::<Arc<Identity>>().cloned();
        identity.map(Self).ok_or_else(|| Failure::Internal(anyhow::anyhow!("a handler outside of the route table")))
    }
}
