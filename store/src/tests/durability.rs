//! Killed programs and full disks.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use domain::{Language, LearnerId, SubmissionId, Verdict};
use sqlx::{Connection as _, SqliteConnection};

use super::{Fresh, exercise, files, fresh, submission, test_run};
use crate::{Store, StoreError, database::options, migrations};

/// The database that a child of these tests works on.
const DATABASE: &str = "STORE_TEST_DATABASE";
/// The learner it works for.
const LEARNER: &str = "STORE_TEST_LEARNER";

/// How often the program is killed: a few times, or as often as a long test asks for.
fn kills() -> usize {
    std::env::var("STORE_TEST_KILLS").map_or(5, |number| number.parse().unwrap())
}

/// Starts this test program again for one of the tests that only a child runs.
fn child(test: &str, database: &Path, learner: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"])
        .env(DATABASE, database)
        .env(LEARNER, learner)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[tokio::test]
#[ignore = "the child of what_was_acknowledged_survives_being_killed"]
async fn child_submits_until_it_is_killed() {
    let Some(database) = std::env::var_os(DATABASE) else { return };
    let learner = LearnerId::new(std::env::var(LEARNER).unwrap());
    let store = Store::open(&database).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (store, learner) = (store.clone(), learner.clone());
        tasks.spawn(async move {
            loop {
                let id = store.submissions().submit(&submission(&learner, "e")).await.unwrap();
                println!("\nsubmitted {id}");
                store.test_runs().record(&test_run(&id, Verdict::Passed)).await.unwrap();
                println!("\njudged {id}");
            }
        });
    }
    // None of them ends, unless by an error.
    panic!("{:?}", tasks.join_next().await);
}

#[tokio::test]
async fn what_was_acknowledged_survives_being_killed() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let (mut submitted, mut judged) = (Vec::new(), Vec::new());
    for round in 0..kills() {
        let mut child = child("tests::durability::child_submits_until_it_is_killed", store.path(), ada.as_str());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed at another moment each time, then read to the end: all that came out was acknowledged.
        let enough = submitted.len() + 20 + round % 5 * 7;
        let mut killed = false;
        while let Some(Ok(line)) = lines.next() {
            if let Some(id) = line.strip_prefix("submitted ") {
                submitted.push(SubmissionId::new(id));
            } else if let Some(id) = line.strip_prefix("judged ") {
                judged.push(SubmissionId::new(id));
            }
            if !killed && submitted.len() >= enough {
                child.kill().unwrap();
                killed = true;
            }
        }
        assert!(killed, "the child ended by itself");
        child.wait().unwrap();

        let survivor = Store::open(store.path()).await.unwrap();
        assert_eq!(survivor.check().await.unwrap(), [""; 0]);
        for id in &submitted {
            assert!(survivor.submissions().find(&ada, id).await.unwrap().is_some(), "{id} was lost");
        }
        for id in &judged {
            assert!(survivor.test_runs().report(&ada, id).await.unwrap().is_some(), "the verdict of {id} was lost");
        }
        // A verdict and its standing are there together or not at all.
        let before = survivor.standings().of_learner(&ada).await.unwrap();
        survivor.standings().rebuild().await.unwrap();
        assert_eq!(survivor.standings().of_learner(&ada).await.unwrap(), before);
        // What was on its way is pending, to be judged again; nothing that was judged is.
        let pending = survivor.submissions().pending().await.unwrap();
        assert!(pending.iter().all(|one| !judged.contains(&one.id)));
        assert!(pending.len() <= 4 * (round + 1), "{}", pending.len());
        survivor.close().await;
    }
    assert!(submitted.len() >= 100);
}

#[tokio::test]
#[ignore = "the child of a_kill_in_a_migration_leaves_the_version_before"]
async fn child_is_killed_in_a_migration() {
    let Some(database) = std::env::var_os(DATABASE) else { return };
    let options = options(Path::new(&database)).foreign_keys(false);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let all_but_committed = migrations::up_all(&mut connection).await.unwrap();
    println!("\nmigrated");
    std::future::pending::<()>().await;
    drop(all_but_committed);
}

#[tokio::test]
async fn a_kill_in_a_migration_leaves_the_version_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("backroad.db");
    Store::open(&path).await.unwrap().close().await;

    let mut child = child("tests::durability::child_is_killed_in_a_migration", &path, "");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "migrated"), "the child ended by itself");
    child.kill().unwrap();
    child.wait().unwrap();

    let store = Store::open(&path).await.unwrap();
    assert!(store.migration_status().await.unwrap().iter().all(|status| !status.applied));
    store.migrate_up().await.unwrap();
    store.learners().create_guest().await.unwrap();
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}

/// Lets the file grow no further than this many pages, on every connection that writes from now on.
async fn limit_pages(store: &Fresh, pages: i64) {
    let options = options(store.path()).pragma("max_page_count", pages.to_string());
    store.writer.set_connect_options(options);
    store.writer.acquire().await.unwrap().close().await.unwrap();
}

#[tokio::test]
async fn a_full_disk_refuses_writes_keeps_reads_and_recovers() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let kept = store.judged(&ada, "e", Verdict::WrongAnswer).await;
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&store.readers).await.unwrap();
    limit_pages(&store, pages).await;

    let large = files(&"x".repeat(60_000));
    // Again and again: a failed transaction must not occupy the one connection that writes.
    for _ in 0..3 {
        let saved = store.drafts().save(&ada, &exercise("e"), Language::Python, "h", &large, 0).await;
        assert!(matches!(saved, Err(StoreError::Full(_))), "{saved:?}");
        let new = crate::NewSubmission { files: large.clone(), ..submission(&ada, "e") };
        let submitted = store.submissions().submit(&new).await;
        assert!(matches!(submitted, Err(StoreError::Full(_))), "{submitted:?}");
        let mut run = test_run(&kept, Verdict::Passed);
        run.report.message = Some("x".repeat(60_000));
        let recorded = store.test_runs().record(&run).await;
        assert!(matches!(recorded, Err(StoreError::Full(_))), "{recorded:?}");
        assert!(recorded.unwrap_err().to_string().contains("disk is full"));
    }

    assert_eq!(store.submissions().newest(&ada, 10).await.unwrap().len(), 1);
    let standing = store.standings().find(&ada, &exercise("e")).await.unwrap().unwrap();
    assert_eq!((standing.attempts, standing.solved_at), (1, None), "nothing was half written");
    assert_eq!(store.drafts().find(&ada, &exercise("e"), Language::Python).await.unwrap(), None);

    limit_pages(&store, 1_000_000).await;
    store.drafts().save(&ada, &exercise("e"), Language::Python, "h", &large, 0).await.unwrap();
    store.judged(&ada, "e", Verdict::Passed).await;
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_nothing_behind() {
    let store = fresh().await;
    let ada = store.learners().create_guest().await.unwrap();
    let exercise = exercise("e");
    for steps in 1..12 {
        let mut save = Box::pin(store.drafts().save(&ada, &exercise, Language::Python, "h", &[], steps));
        // Polled a few times and dropped, as when a browser goes away in the middle of a request.
        for _ in 0..steps {
            if poll_once(&mut save).await {
                break;
            }
        }
    }
    store.judged(&ada, "e", Verdict::Passed).await;
    assert_eq!(store.check().await.unwrap(), [""; 0]);
}

/// Polls once and lets the database do a step; says whether it is done.
async fn poll_once<F: Future + Unpin>(call: &mut F) -> bool {
    let ready =
        std::future::poll_fn(|context| std::task::Poll::Ready(std::pin::Pin::new(&mut *call).poll(context).is_ready()))
            .await;
    tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    ready
}
