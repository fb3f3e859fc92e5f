//! Threads that do what waits in a line, each with something of its own to do it with.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use super::{
    Busy,
    line::{Line, Pushed},
};

/// The longest that anybody is told to wait. Nobody believes more.
const LONGEST_WAIT_S: u64 = 60;

/// Why a job has no result.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// There was no place for it.
    Busy(Busy),
    /// It panicked.
    Panicked,
}

/// Work of any result, with a way to whoever waits for it.
trait Job<W>: Send {
    fn is_awaited(&self) -> bool;
    fn work(self: Box<Self>, with: &mut W);
    fn refuse(self: Box<Self>, busy: Busy);
}

struct Task<F, T> {
    work: F,
    reply: oneshot::Sender<Result<T, Refused>>,
}

impl<W, F: FnOnce(&mut W) -> T + Send, T: Send> Job<W> for Task<F, T> {
    fn is_awaited(&self) -> bool {
        !self.reply.is_closed()
    }

    fn work(self: Box<Self>, with: &mut W) {
        // What the work owns is gone with it, so nothing half-changed is ever seen again.
        let Self { work, reply } = *self;
        let result = catch_unwind(AssertUnwindSafe(|| work(with))).map_err(|_| {
            tracing::error!("a job panicked");
            Refused::Panicked
        });
        // Whoever has gone meanwhile does not want it.
        let _ = reply.send(result);
    }

    fn refuse(self: Box<Self>, busy: Busy) {
        let _ = self.reply.send(Err(Refused::Busy(busy)));
    }
}

struct State<W> {
    line: Line<Box<dyn Job<W>>>,
    closed: bool,
    /// How long a job takes, a moving average.
    usual: Duration,
}

struct Shared<W> {
    state: Mutex<State<W>>,
    changed: Condvar,
}

impl<W> Shared<W> {
    fn lock(&self) -> MutexGuard<'_, State<W>> {
        // Jobs run outside of the lock, so a panic cannot leave the state half-changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A fixed number of threads before a bounded, fair line.
pub(super) struct Threads<W> {
    shared: Arc<Shared<W>>,
    threads: Vec<thread::JoinHandle<()>>,
}

impl<W: Send + 'static> Threads<W> {
    /// One thread for each of `with`.
    pub(super) fn start(with: Vec<W>, most_waiting: usize) -> Self {
        let state = State { line: Line::new(most_waiting), closed: false, usual: Duration::from_millis(100) };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() });
        let spawn = |(n, mut with): (usize, W)| {
            let shared = Arc::clone(&shared);
            thread::Builder::new()
                .name(format!("worker-{n}"))
                .spawn(move || serve(&shared, &mut with))
                .expect("the system gives a thread when the server starts")
        };
        let threads = with.into_iter().enumerate().map(spawn).collect();
        Self { shared, threads }
    }

    /// Does the work on one of the threads, when it is this key's turn.
    pub(super) async fn submit<T: Send + 'static>(
        &self,
        key: &str,
        work: impl FnOnce(&mut W) -> T + Send + 'static,
    ) -> Result<T, Refused> {
        let (reply, result) = oneshot::channel();
        {
            let mut state = self.shared.lock();
            let pushed = state.line.push(key, Box::new(Task { work, reply }));
            let busy = self.busy(&state);
            drop(state);
            match pushed {
                Pushed::Taken => self.shared.changed.notify_one(),
                Pushed::Instead(other) => other.refuse(busy),
                Pushed::Full(own) => own.refuse(busy),
            }
        }
        result.await.unwrap_or(Err(Refused::Busy(Busy { retry_after_s: 1 })))
    }

    /// When a job that comes later will probably find a place.
    fn busy(&self, state: &State<W>) -> Busy {
        let waiting = u32::try_from(state.line.len()).unwrap_or(u32::MAX);
        let workers = u32::try_from(self.threads.len()).unwrap_or(1).max(1);
        let wait = state.usual.saturating_mul(waiting) / workers;
        Busy { retry_after_s: (wait.as_secs() + 1).min(LONGEST_WAIT_S) }
    }
}

impl<W> Drop for Threads<W> {
    fn drop(&mut self) {
        {
            let mut state = self.shared.lock();
            state.closed = true;
            state.line.clear();
        }
        self.shared.changed.notify_all();
        for thread in self.threads.drain(..) {
            // A thread cannot end in a panic: jobs catch theirs.
            let _ = thread.join();
        }
    }
}

fn serve<W>(shared: &Shared<W>, with: &mut W) {
    while let Some(job) = next(shared) {
        if !job.is_awaited() {
            continue;
        }
        let begun = Instant::now();
        job.work(with);
        let mut state = shared.lock();
        state.usual = (state.usual * 7 + begun.elapsed()) / 8;
    }
}

/// Waits for a job; `None` once the line is closed.
fn next<W>(shared: &Shared<W>) -> Option<Box<dyn Job<W>>> {
    let mut state = shared.lock();
    loop {
        if state.closed {
            return None;
        }
        if let Some(job) = state.line.pop() {
            return Some(job);
        }
        state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    use super::*;

    type Workers = Threads<()>;

    /// Workers of one thread, which is held until the sender is dropped or sends.
    fn held(workers: &Arc<Workers>) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), Refused>>) {
        let (release, wait) = mpsc::channel::<()>();
        let workers = Arc::clone(workers);
        let job = tokio::spawn(async move {
            workers
                .submit("holder", move |()| {
                    let _ = wait.recv();
                })
                .await
        });
        (release, job)
    }

    /// Submits and comes back as soon as the job stands in line.
    async fn queued<T: Send + 'static>(
        workers: &Arc<Workers>,
        key: &'static str,
        work: impl FnOnce(&mut ()) -> T + Send + 'static,
    ) -> tokio::task::JoinHandle<Result<T, Refused>> {
        let before = workers.shared.lock().line.len();
        let task = {
            let workers = Arc::clone(workers);
            tokio::spawn(async move { workers.submit(key, work).await })
        };
        while workers.shared.lock().line.len() == before && !task.is_finished() {
            tokio::task::yield_now().await;
        }
        task
    }

    async fn until_running(workers: &Arc<Workers>, spawned: &tokio::task::JoinHandle<Result<(), Refused>>) {
        // The holder leaves the line when its thread takes it; it can only finish when released.
        tokio::task::yield_now().await;
        while workers.shared.lock().line.len() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(!spawned.is_finished());
    }

    #[tokio::test]
    async fn work_comes_back() {
        let workers = Workers::start(vec![(); 2], 4);
        assert_eq!(workers.submit("a", |()| 6 * 7).await, Ok(42));
    }

    #[tokio::test]
    async fn keys_take_turns_whatever_the_order_of_arrival() {
        let workers = Arc::new(Workers::start(vec![(); 1], 1_000));
        let (release, holder) = held(&workers);
        until_running(&workers, &holder).await;
        let order = Arc::new(Mutex::new(Vec::new()));
        let mut tasks = Vec::new();
        for n in 0..102 {
            let key = if n < 100 { "greedy" } else { "modest" };
            let order = Arc::clone(&order);
            tasks.push(queued(&workers, key, move |()| order.lock().unwrap().push(key)).await);
        }
        drop(release);
        for task in tasks {
            assert_eq!(task.await.unwrap(), Ok(()));
        }
        let order = order.lock().unwrap();
        assert_eq!(order[..4], ["greedy", "modest", "greedy", "modest"]);
        assert_eq!(order.len(), 102);
    }

    #[tokio::test]
    async fn a_full_line_says_so_at_once() {
        let workers = Arc::new(Workers::start(vec![(); 1], 1));
        let (release, holder) = held(&workers);
        until_running(&workers, &holder).await;
        let waiting = queued(&workers, "a", |()| "waited").await;
        // The only thread is held: an answer now can only come from the line.
        assert!(matches!(workers.submit("b", |()| "never").await, Err(Refused::Busy(busy)) if busy.retry_after_s >= 1));
        drop(release);
        assert_eq!(waiting.await.unwrap(), Ok("waited"));
        assert_eq!(holder.await.unwrap(), Ok(()));
        assert_eq!(workers.submit("b", |()| "now").await, Ok("now"));
    }

    #[tokio::test]
    async fn the_greediest_gives_way_in_a_full_line() {
        let workers = Arc::new(Workers::start(vec![(); 1], 2));
        let (release, holder) = held(&workers);
        until_running(&workers, &holder).await;
        let first = queued(&workers, "greedy", |()| 1).await;
        let second = queued(&workers, "greedy", |()| 2).await;
        let modest = {
            let workers = Arc::clone(&workers);
            tokio::spawn(async move { workers.submit("modest", |()| 3).await })
        };
        assert!(matches!(second.await.unwrap(), Err(Refused::Busy(_))));
        drop(release);
        assert_eq!((first.await.unwrap(), modest.await.unwrap()), (Ok(1), Ok(3)));
    }

    #[tokio::test]
    async fn a_panic_fails_its_own_job_only() {
        let workers = Workers::start(vec![(); 1], 4);
        for _ in 0..3 {
            assert_eq!(workers.submit("a", |()| -> u32 { panic!("on purpose") }).await, Err(Refused::Panicked));
        }
        assert_eq!(workers.submit("a", |()| 1).await, Ok(1));
    }

    #[tokio::test]
    async fn nobody_computes_for_whoever_has_gone() {
        let workers = Arc::new(Workers::start(vec![(); 1], 4));
        let (release, holder) = held(&workers);
        until_running(&workers, &holder).await;
        let ran = Arc::new(AtomicUsize::new(0));
        let abandoned = {
            let ran = Arc::clone(&ran);
            queued(&workers, "a", move |()| ran.fetch_add(1, Ordering::SeqCst)).await
        };
        abandoned.abort();
        assert!(abandoned.await.unwrap_err().is_cancelled());
        drop(release);
        assert_eq!(workers.submit("a", |()| ()).await, Ok(()));
        assert_eq!(ran.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn dropping_waits_for_what_is_running_and_for_nothing_else() {
        let workers = Workers::start(vec![(); 1], 4);
        let shared = Arc::clone(&workers.shared);
        let (started, has_started) = mpsc::channel();
        let (release, wait) = mpsc::channel::<()>();
        let order = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&order);
        let mut running = Box::pin(workers.submit("a", move |()| {
            started.send(()).unwrap();
            let _ = wait.recv();
            log.lock().unwrap().push("finished");
        }));
        assert!(poll_once(running.as_mut()).is_none());
        has_started.recv().unwrap();
        let log = Arc::clone(&order);
        let mut waiting = Box::pin(workers.submit("a", move |()| log.lock().unwrap().push("never")));
        assert!(poll_once(waiting.as_mut()).is_none());
        drop((running, waiting));
        let log = Arc::clone(&order);
        let dropping = thread::spawn(move || {
            drop(workers);
            log.lock().unwrap().push("dropped");
        });
        while !shared.lock().closed {
            thread::yield_now();
        }
        release.send(()).unwrap();
        dropping.join().unwrap();
        assert_eq!(*order.lock().unwrap(), ["finished", "dropped"]);
    }

    /// Polls once.
    fn poll_once<F: Future>(future: std::pin::Pin<&mut F>) -> Option<F::Output> {
        match future.poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        }
    }
}
