//! The promises of the store, each on a database file of its own.

mod accounts;
mod answer_sheets;
mod drafts;
mod durability;
mod lessons;
mod merge;
mod migrations;
mod open;
mod sessions;
mod submissions;

use domain::{
    Account, ExerciseId, Language, LearnerId, Points, Report, Role, SourceFile, Status, SubmissionId, Timestamp,
    Verdict,
};
use tempfile::TempDir;

use crate::{AnswerSheet, NewAccount, NewSubmission, NewTestRun, Store};

/// A store with its tables in a folder that goes when it is dropped.
struct Fresh {
    folder: TempDir,
    store: Store,
}

impl std::ops::Deref for Fresh {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

async fn fresh() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("backroad.db")).await.unwrap();
    store.migrate_up().await.unwrap();
    Fresh { folder, store }
}

impl Fresh {
    /// A learner with an account.
    async fn account(&self, email: &str) -> LearnerId {
        self.accounts().register(new_account(email)).await.unwrap().learner
    }

    /// A submission that was judged.
    async fn judged(&self, learner: &LearnerId, exercise: &str, verdict: Verdict) -> SubmissionId {
        let id = self.submissions().submit(&submission(learner, exercise)).await.unwrap();
        self.test_runs().record(&test_run(&id, verdict)).await.unwrap();
        id
    }

    /// A quiz that was answered.
    async fn answered(&self, learner: &LearnerId, exercise: &str, verdict: Verdict) {
        self.answer_sheets().hand_in(&answer_sheet(learner, exercise, verdict)).await.unwrap();
    }

    /// Statements for what time alone would bring about.
    async fn sql(&self, statement: &'static str) {
        sqlx::query(statement).execute(&self.store.writer).await.unwrap();
    }

    /// The whole file and its WAL.
    fn bytes(&self) -> Vec<u8> {
        ["backroad.db", "backroad.db-wal"]
            .into_iter()
            .flat_map(|name| std::fs::read(self.folder.path().join(name)).unwrap_or_default())
            .collect()
    }
}

fn new_account(email: &str) -> NewAccount {
    NewAccount {
        guest: None,
        email: email.to_owned(),
        name: "Ada".to_owned(),
        password_hash: "$argon2id$old".to_owned(),
        role: Role::Learner,
    }
}

fn exercise(id: &str) -> ExerciseId {
    ExerciseId::new(id)
}

fn files(content: &str) -> Vec<SourceFile> {
    vec![SourceFile { name: "main.py".to_owned(), content: content.to_owned() }]
}

fn submission(learner: &LearnerId, id: &str) -> NewSubmission {
    NewSubmission {
        learner: learner.clone(),
        exercise: exercise(id),
        language: Language::Python,
        files: files("print('grüße')\n"),
        exercise_hash: "e".repeat(64),
        runtime_hash: "r".repeat(64),
    }
}

fn answer_sheet(learner: &LearnerId, id: &str, verdict: Verdict) -> AnswerSheet {
    AnswerSheet {
        learner: learner.clone(),
        exercise: exercise(id),
        choices: vec![[0].into(), [1, 2].into()],
        exercise_hash: "e".repeat(64),
        verdict,
    }
}

fn test_run(submission: &SubmissionId, verdict: Verdict) -> NewTestRun {
    NewTestRun {
        submission: submission.clone(),
        report: report(verdict),
        started_at: Timestamp(1_000),
        finished_at: Timestamp(2_000),
    }
}

fn report(verdict: Verdict) -> Report {
    Report {
        version: 3,
        status: if verdict == Verdict::Passed { Status::Pass } else { Status::Fail },
        message: None,
        verdict,
        points: Points { earned: 0, possible: 10 },
        language: Language::Python,
        duration_us: 350,
        fuel: u64::MAX,
        memory_bytes: 1 << 24,
        tests: Vec::new(),
    }
}

/// What is left of an account when only its learner matters.
fn learner(account: Account) -> LearnerId {
    account.learner
}

/// A handler of a web server is moved between threads while it waits. This compiles only if every call can be.
#[tokio::test]
async fn every_call_can_move_between_threads() {
    async fn elsewhere<T: Send + 'static>(call: impl Future<Output = T> + Send + 'static) -> T {
        tokio::spawn(call).await.unwrap()
    }

    let store = fresh().await.store.clone();
    elsewhere(async move {
        drop(store.migrate_up().await);
        drop(store.migrate_down(99).await);
        drop(store.migration_status().await);
        drop(store.check().await);
        drop(store.ping().await);
        drop(Store::open(store.path()).await);
        let guest = store.learners().create_guest().await;
        let learner = LearnerId::new("nobody");
        drop(guest);
        drop(store.learners().exists(&learner).await);
        drop(store.learners().merge(&learner, &learner).await);
        drop(store.accounts().register(new_account("a@example.org")).await);
        drop(store.accounts().find_by_email("a@example.org").await);
        drop(store.accounts().disable(&learner).await);
        drop(store.accounts().enable(&learner).await);
        drop(store.accounts().set_role(&learner, Role::Learner).await);
        drop(store.sessions().end_all(&learner, None).await);
        drop(store.sessions().purge_expired().await);
        drop(store.drafts().find(&learner, &exercise("e"), Language::Python).await);
        drop(store.drafts().save(&learner, &exercise("e"), Language::Python, "h", &files("x"), 0).await);
        drop(store.submissions().submit(&submission(&learner, "e")).await);
        drop(store.submissions().pending().await);
        drop(store.submissions().first_passed(&learner, &exercise("e"), Language::Python).await);
        drop(store.test_runs().record(&test_run(&SubmissionId::new("none"), Verdict::Passed)).await);
        drop(store.answer_sheets().hand_in(&answer_sheet(&learner, "e", Verdict::Passed)).await);
        drop(store.standings().find(&learner, &exercise("e")).await);
        drop(store.standings().rebuild().await);
        drop(store.lessons().read_by(&learner).await);
        store.close().await;
    })
    .await;
}
