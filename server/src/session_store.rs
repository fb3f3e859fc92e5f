//! The store's sessions, as the session layer is to see them.

use async_trait::async_trait;
use store::Sessions;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::Result,
};

/// Sessions whose renewal may fail.
///
/// Sessions are made with all they hold ([`crate::identity`]), so what is saved afterwards is their renewed idle time and
/// no more. While the disk is full that cannot be written; it is no reason to refuse a page that only reads.
#[derive(Clone, Debug)]
pub struct RenewableSessions(pub Sessions);

#[async_trait]
impl SessionStore for RenewableSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.0.create(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        if let Err(error) = self.0.save(record).await {
            tracing::warn!("a session could not be renewed: {error}");
        }
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        self.0.load(id).await
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0.delete(id).await
    }
}

#[cfg(test)]
mod tests {
    use store::Store;
    use time::{Duration, OffsetDateTime};

    use super::*;

    #[tokio::test]
    async fn renewing_may_fail_and_making_may_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("backroad.db")).await.unwrap();
        store.migrate_up().await.unwrap();
        let sessions = RenewableSessions(store.sessions());
        let expiry_date = OffsetDateTime::now_utc() + Duration::days(1);
        let mut record = Record { id: Id::default(), data: Default::default(), expiry_date };
        sessions.create(&mut record).await.unwrap();
        store.close().await;
        sessions.save(&record).await.unwrap();
        sessions.create(&mut record).await.unwrap_err();
        sessions.delete(&record.id).await.unwrap_err();
    }
}
