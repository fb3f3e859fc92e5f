//! Keeping passwords as argon2id hashes, off the threads that answer requests.

use std::{num::NonZeroUsize, sync::Arc};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;

use super::Password;

/// Memory of one hash in KiB. OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;

/// Hashing failed on our side.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// The parameters or the kept hash are not usable.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
    /// The thread ended early.
    #[error("the hashing thread ended early")]
    Thread,
}

/// What came of comparing a password with a kept hash.
#[derive(Debug, PartialEq, Eq)]
pub enum Verified {
    /// Another password.
    Wrong,
    /// The password, kept by today's parameters.
    Right,
    /// The password, kept by weaker parameters than today's; this hash should replace the old one.
    Rehashed(String),
}

/// Hashes passwords, at most one for each core at a time.
///
/// A hash takes some 20 ms of one core and 19 MiB. Without a bound, a burst of log-ins would take every thread and
/// gigabytes of memory; with it, they wait for one another while pages are still answered.
#[derive(Clone, Debug)]
pub struct Hasher {
    argon2: Argon2<'static>,
    slots: Arc<Semaphore>,
    /// Compared with when there is no such account, so that the answer takes as long.
    stand_in: Arc<str>,
}

impl Hasher {
    /// A hasher with the parameters of this installation.
    ///
    /// # Errors
    /// Where the system gives no randomness for a salt.
    pub fn new() -> Result<Self, HashError> {
        Self::with(MEMORY_KIB, PASSES, LANES)
    }

    fn with(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, HashError> {
        let params =
            Params::new(memory_kib, passes, lanes, None).map_err(|error| HashError::Hash(error.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let stand_in = hash(&argon2, b"nobody has this password")?.into();
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Ok(Self { argon2, slots: Arc::new(Semaphore::new(cores)), stand_in })
    }

    /// The hash to keep of a new password, as a PHC string with a salt of its own.
    ///
    /// # Errors
    /// Where our side fails.
    pub async fn hash(&self, password: Password) -> Result<String, HashError> {
        self.on_a_thread(move |hasher| hash(&hasher.argon2, password.expose().as_bytes())).await
    }

    /// Compares a password with what is kept; `None` where no such account exists, which takes as long.
    ///
    /// # Errors
    /// Where our side fails, or what is kept is no PHC string.
    pub async fn verify(&self, password: Password, kept: Option<String>) -> Result<Verified, HashError> {
        self.on_a_thread(move |hasher| {
            let password = password.expose().as_bytes();
            let known = kept.is_some();
            let kept = kept.unwrap_or_else(|| hasher.stand_in.to_string());
            let parsed = PasswordHash::new(&kept).map_err(|error| HashError::Hash(error.to_string()))?;
            let right = hasher.argon2.verify_password(password, &parsed).is_ok();
            if !right || !known {
                return Ok(Verified::Wrong);
            }
            if hasher.is_current(&parsed) {
                return Ok(Verified::Right);
            }
            hash(&hasher.argon2, password).map(Verified::Rehashed)
        })
        .await
    }

    /// Whether a kept hash is at least as strong as a new one would be.
    fn is_current(&self, kept: &PasswordHash) -> bool {
        let ours = self.argon2.params();
        Params::try_from(kept).is_ok_and(|theirs| {
            kept.algorithm.as_str() == Algorithm::Argon2id.as_str()
                && theirs.m_cost() >= ours.m_cost()
                && theirs.t_cost() >= ours.t_cost()
                && theirs.p_cost() >= ours.p_cost()
        })
    }

    async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let hasher = self.clone();
        // The permit moves into the thread: a client that goes away does not free a slot that is still in use.
        let permit = Arc::clone(&self.slots).acquire_owned().await.map_err(|_| HashError::Thread)?;
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work(&hasher)
        })
        .await
        .map_err(|_| HashError::Thread)?
    }
}

fn hash(argon2: &Argon2<'_>, password: &[u8]) -> Result<String, HashError> {
    argon2.hash_password(password).map(|hash| hash.to_string()).map_err(|error| HashError::Hash(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_is_argon2id_at_the_recommended_strength_with_its_own_salt() {
        let hasher = Hasher::new().unwrap();
        let first = hasher.hash(Password::new("gravel lantern otter")).await.unwrap();
        let second = hasher.hash(Password::new("gravel lantern otter")).await.unwrap();
        assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
        assert_ne!(first, second);
        assert_eq!(
            hasher.verify(Password::new("gravel lantern otter"), Some(first.clone())).await.unwrap(),
            Verified::Right
        );
        assert_eq!(hasher.verify(Password::new("gravel lantern otters"), Some(first)).await.unwrap(), Verified::Wrong);
    }

    #[tokio::test]
    async fn nobody_is_never_right() {
        let hasher = Hasher::new().unwrap();
        assert_eq!(hasher.verify(Password::new("nobody has this password"), None).await.unwrap(), Verified::Wrong);
    }

    #[tokio::test]
    async fn a_weaker_hash_is_replaced_when_the_password_is_right() {
        let weak = Hasher::with(8_192, 1, 1).unwrap();
        let today = Hasher::new().unwrap();
        let kept = weak.hash(Password::new("gravel lantern otter")).await.unwrap();
        let outcome = today.verify(Password::new("gravel lantern otter"), Some(kept.clone())).await.unwrap();
        let Verified::Rehashed(stronger) = outcome else { panic!("not rehashed: {outcome:?}") };
        assert!(stronger.contains("m=19456,t=2"), "{stronger}");
        assert_eq!(today.verify(Password::new("something else"), Some(kept)).await.unwrap(), Verified::Wrong);
    }

    #[tokio::test]
    async fn a_damaged_hash_is_our_failure() {
        let hasher = Hasher::new().unwrap();
        assert!(hasher.verify(Password::new("gravel lantern otter"), Some("not a hash".into())).await.is_err());
    }
}
