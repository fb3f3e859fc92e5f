//! What every request shares.

use std::{sync::Arc, time::Duration};

use arc_swap::ArcSwap;
use prometheus_client::registry::Registry;
use sandbox::Pool;
use store::Store;

use crate::{
    address::AddressRange,
    content::Content,
    exposure::Exposure,
    judging::Judge,
    limits::{LimitSettings, RateLimits},
    password::{HashError, Hasher},
    site::Site,
};

/// What a server is made of.
pub struct Parts {
    /// The catalogue, prepared.
    pub content: Content,
    /// The database, migrated.
    pub store: Store,
    /// The processes that run learners' code.
    pub pool: Arc<Pool>,
    /// What is measured.
    pub registry: Registry,
    /// The client files.
    pub site: Site,
    /// How it is reached.
    pub exposure: Exposure,
    /// The numbers.
    pub settings: Settings,
}

/// Numbers that an operator or a test may change.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Processes that run learners' code.
    pub workers: usize,
    /// Places in the queue for judging.
    pub queue: usize,
    /// How long a submission is waited for before the answer is "being judged".
    pub inline: Duration,
    /// How long a whole request may take.
    pub request: Duration,
    /// How often somebody may do what.
    pub limits: LimitSettings,
    /// Proxies whose word on the client's address counts.
    pub trusted_proxies: Vec<AddressRange>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            workers: std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get),
            // At a few milliseconds each, a full queue is done within seconds.
            queue: 256,
            inline: Duration::from_secs(2),
            request: crate::middleware::timeout::REQUEST,
            limits: LimitSettings::default(),
            trusted_proxies: Vec::new(),
        }
    }
}

struct Inner {
    content: ArcSwap<Content>,
    /// What is wrong with the newest content, where it could not be taken.
    problems: ArcSwap<Vec<String>>,
    store: Store,
    judge: Judge,
    registry: Registry,
    site: Site,
    exposure: Exposure,
    origin: Option<String>,
    hasher: Hasher,
    limits: RateLimits,
    settings: Settings,
}

/// The shared state; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AppState")
    }
}

impl AppState {
    /// Puts the parts together.
    ///
    /// # Errors
    /// The system gives no randomness.
    pub fn new(parts: Parts) -> Result<Self, HashError> {
        let Parts { content, store, pool, registry, site, exposure, settings } = parts;
        let judge = Judge::new(pool, store.clone(), settings.queue);
        Ok(Self(Arc::new(Inner {
            content: ArcSwap::from_pointee(content),
            problems: ArcSwap::default(),
            store,
            judge,
            registry,
            site,
            origin: exposure.origin(),
            exposure,
            hasher: Hasher::new()?,
            limits: RateLimits::new(&settings.limits),
            settings,
        })))
    }

    /// The content as it is now. A request keeps what it got to its end.
    pub fn content(&self) -> Arc<Content> {
        self.0.content.load_full()
    }

    /// Shows other content from now on.
    pub fn show(&self, content: Content) {
        self.0.content.store(Arc::new(content));
        self.0.problems.store(Arc::default());
    }

    /// Keeps the content that is there, and tells on every page why the newest could not be taken.
    pub fn keep(&self, problems: Vec<String>) {
        self.0.problems.store(Arc::new(problems));
    }

    /// What is wrong with the newest content, by file and line; nothing while it is shown.
    pub fn content_problems(&self) -> Arc<Vec<String>> {
        self.0.problems.load_full()
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Judging and running.
    pub fn judge(&self) -> &Judge {
        &self.0.judge
    }

    /// What is measured.
    pub fn registry(&self) -> &Registry {
        &self.0.registry
    }

    /// The client files.
    pub fn site(&self) -> &Site {
        &self.0.site
    }

    /// How the server is reached.
    pub fn exposure(&self) -> &Exposure {
        &self.0.exposure
    }

    /// Whether browsers reach us by https only.
    pub fn is_https(&self) -> bool {
        self.0.exposure.is_https()
    }

    /// The `Origin` of our own pages, where the operator told us.
    pub fn origin(&self) -> Option<&str> {
        self.0.origin.as_deref()
    }

    /// Password hashing.
    pub fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }

    /// How often somebody may do what.
    pub fn limits(&self) -> &RateLimits {
        &self.0.limits
    }

    /// How long a submission is waited for.
    pub fn inline(&self) -> Duration {
        self.0.settings.inline
    }

    /// How long a whole request may take.
    pub fn request_time(&self) -> Duration {
        self.0.settings.request
    }

    /// Proxies whose word on the client's address counts.
    pub fn trusted_proxies(&self) -> &[AddressRange] {
        &self.0.settings.trusted_proxies
    }
}
