//! How often somebody may do what costs something.
//!
//! Each limit is a bucket: so many at once, then one each so often. Numbers by address are made for a class of forty
//! behind one address; numbers by account are what a person needs who mistypes a password.

use std::{hash::Hash, net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::address::limit_key;

/// Too often; come back in so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften {
    /// Whole seconds until the next try is taken, at least 1.
    pub retry_after_s: u64,
}

/// A bucket: `at_once` tries, then one more each `refill`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// How many at once.
    pub at_once: u32,
    /// How long until one more.
    pub refill: Duration,
}

impl Bucket {
    const fn new(at_once: u32, refill_ms: u64) -> Self {
        Self { at_once, refill: Duration::from_millis(refill_ms) }
    }
}

/// The numbers of an installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitSettings {
    /// Log-ins to one account.
    pub log_in_account: Bucket,
    /// Log-ins from one address.
    pub log_in_address: Bucket,
    /// Registrations from one address.
    pub register_address: Bucket,
    /// Guests that come to be from one address.
    pub guest_address: Bucket,
    /// Submissions and trials of one learner.
    pub run_learner: Bucket,
    /// Submissions and trials from one address.
    pub run_address: Bucket,
    /// Saved drafts and marks of one learner.
    pub write_learner: Bucket,
    /// Problems reported from one address.
    pub report_address: Bucket,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            // Ten tries for a person who searches memory, then two a minute: 2,900 guesses a day at the most.
            log_in_account: Bucket::new(10, 30_000),
            // A class logs in within a minute, some of it twice.
            log_in_address: Bucket::new(120, 1_000),
            register_address: Bucket::new(120, 5_000),
            guest_address: Bucket::new(200, 1_000),
            // Nobody reads a report in less than a second; the queue is fair in between.
            run_learner: Bucket::new(30, 1_000),
            run_address: Bucket::new(400, 50),
            // The editor saves about once a second while somebody types.
            write_learner: Bucket::new(60, 500),
            // A class that stumbles over the same word on the same morning.
            report_address: Bucket::new(40, 30_000),
        }
    }
}

struct Limiter<K: Hash + Eq + Clone>(DefaultKeyedRateLimiter<K>);

impl<K: Hash + Eq + Clone> Limiter<K> {
    fn new(bucket: Bucket) -> Self {
        let at_once = NonZeroU32::new(bucket.at_once).unwrap_or(NonZeroU32::MIN);
        // A period of nothing is no quota; a nanosecond is as good as no limit.
        let refill = bucket.refill.max(Duration::from_nanos(1));
        let quota =
            Quota::with_period(refill).map_or_else(|| Quota::per_second(at_once), |quota| quota.allow_burst(at_once));
        Self(RateLimiter::keyed(quota))
    }

    fn check(&self, key: &K) -> Result<(), TooOften> {
        self.0.check_key(key).map(drop).map_err(|early| {
            let wait = early.wait_time_from(DefaultClock::default().now());
            TooOften { retry_after_s: wait.as_secs() + 1 }
        })
    }

    fn prune(&self) {
        self.0.retain_recent();
        self.0.shrink_to_fit();
    }
}

/// All limits of a running server, in memory: a restart forgives.
pub struct RateLimits {
    log_in_account: Limiter<String>,
    log_in_address: Limiter<IpAddr>,
    register_address: Limiter<IpAddr>,
    guest_address: Limiter<IpAddr>,
    run_learner: Limiter<String>,
    run_address: Limiter<IpAddr>,
    write_learner: Limiter<String>,
    report_address: Limiter<IpAddr>,
}

impl RateLimits {
    /// Empty buckets of these sizes.
    pub fn new(settings: &LimitSettings) -> Self {
        Self {
            log_in_account: Limiter::new(settings.log_in_account),
            log_in_address: Limiter::new(settings.log_in_address),
            register_address: Limiter::new(settings.register_address),
            guest_address: Limiter::new(settings.guest_address),
            run_learner: Limiter::new(settings.run_learner),
            run_address: Limiter::new(settings.run_address),
            write_learner: Limiter::new(settings.write_learner),
            report_address: Limiter::new(settings.report_address),
        }
    }

    /// A try to log in. The address is lower-cased and counted whether or not there is such an account.
    ///
    /// # Errors
    /// When to come back.
    pub fn log_in(&self, email: &str, address: IpAddr) -> Result<(), TooOften> {
        self.log_in_address.check(&limit_key(address))?;
        self.log_in_account.check(&email.trim().to_lowercase())
    }

    /// A try to register.
    ///
    /// # Errors
    /// When to come back.
    pub fn register(&self, address: IpAddr) -> Result<(), TooOften> {
        self.register_address.check(&limit_key(address))
    }

    /// A guest's first write.
    ///
    /// # Errors
    /// When to come back.
    pub fn guest(&self, address: IpAddr) -> Result<(), TooOften> {
        self.guest_address.check(&limit_key(address))
    }

    /// A submission or a trial; `learner` where there is one already.
    ///
    /// # Errors
    /// When to come back.
    pub fn run(&self, learner: Option<&str>, address: IpAddr) -> Result<(), TooOften> {
        self.run_address.check(&limit_key(address))?;
        learner.map_or(Ok(()), |learner| self.run_learner.check(&learner.to_owned()))
    }

    /// A saved draft or mark.
    ///
    /// # Errors
    /// When to come back.
    pub fn write(&self, learner: &str) -> Result<(), TooOften> {
        self.write_learner.check(&learner.to_owned())
    }

    /// A report of a problem.
    ///
    /// # Errors
    /// When to come back.
    pub fn report(&self, address: IpAddr) -> Result<(), TooOften> {
        self.report_address.check(&limit_key(address))
    }

    /// Forgets who has been away long enough to have a full bucket again. Called now and then, or memory would grow
    /// with every address ever seen.
    pub fn prune(&self) {
        self.log_in_account.prune();
        self.log_in_address.prune();
        self.register_address.prune();
        self.guest_address.prune();
        self.run_learner.prune();
        self.run_address.prune();
        self.write_learner.prune();
        self.report_address.prune();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> RateLimits {
        RateLimits::new(&LimitSettings::default())
    }

    #[test]
    fn an_account_is_guarded_from_every_address_together() {
        let limits = limits();
        for n in 0..10 {
            assert_eq!(limits.log_in("ada@example.org", IpAddr::from([203, 0, 113, n])), Ok(()), "{n}");
        }
        let refused = limits.log_in(" ADA@example.org", IpAddr::from([198, 51, 100, 1])).unwrap_err();
        assert!((1..=31).contains(&refused.retry_after_s), "{refused:?}");
        assert_eq!(limits.log_in("grace@example.org", IpAddr::from([198, 51, 100, 1])), Ok(()));
    }

    #[test]
    fn a_class_behind_one_address_logs_in() {
        let limits = limits();
        let school = IpAddr::from([203, 0, 113, 1]);
        for n in 0..80 {
            assert_eq!(limits.log_in(&format!("learner{n}@example.org"), school), Ok(()), "{n}");
        }
    }

    #[test]
    fn an_address_is_guarded_over_all_accounts() {
        let limits = limits();
        let address = IpAddr::from([203, 0, 113, 1]);
        let refused = (0..200).filter(|n| limits.log_in(&format!("a{n}@example.org"), address).is_err()).count();
        assert!(refused >= 70, "{refused}");
    }

    #[test]
    fn pruning_keeps_who_is_at_the_limit() {
        let limits = limits();
        let address = IpAddr::from([203, 0, 113, 1]);
        while limits.log_in("ada@example.org", address).is_ok() {}
        limits.prune();
        assert!(limits.log_in("ada@example.org", address).is_err());
    }
}
