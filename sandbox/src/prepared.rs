//! What came of authors' code that is asked the same for every submission: the datasets of an exercise, its reference queries,
//! the implementations that learners test, the scripts that look at their code.
//!
//! None of it knows anything of a learner, and a guest is asked the same with the same outcome every time; so it is asked
//! once, and the instance kept as it was afterwards.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use domain::{Limits, SourceFile};

use crate::{
    Answer, Guest, HostFailure, Request, Runtime, Stop, Surroundings, bridge::Bridge, guest::Checkpoint, idle::Idle,
};

/// How much memory all of it may take. What was not used for the longest time makes room.
const MOST_BYTES: usize = 32 << 20;
/// What an entry counts for beside what it keeps of an instance.
const ENTRY_BYTES: usize = 4 << 10;
/// About what a value takes in an answer.
const VALUE_BYTES: usize = 64;

/// What is known so far.
#[derive(Default)]
pub(crate) struct Prepared(Mutex<Known>);

#[derive(Default)]
struct Known {
    entries: HashMap<Key, (Arc<Asked>, u64)>,
    bytes: usize,
    /// Counts how often something was looked for.
    now: u64,
}

/// What a guest is made of.
pub(crate) struct Source<'a, 'b> {
    pub(crate) runtime: &'a Runtime,
    pub(crate) files: &'b [SourceFile],
    pub(crate) limits: &'b Limits,
}

/// Stands for a source and what a guest of it was asked, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key([u8; blake3::OUT_LEN]);

/// What came of what was asked last.
pub(crate) struct Asked {
    /// What the guest said.
    pub(crate) answer: Answer,
    /// The guest as it was afterwards, where that is wanted.
    pub(crate) checkpoint: Option<Checkpoint>,
}

impl Prepared {
    /// What came of it, where it was asked before.
    pub(crate) fn get(&self, key: Key) -> Option<Arc<Asked>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.now += 1;
        let now = known.now;
        let (asked, used) = known.entries.get_mut(&key)?;
        *used = now;
        Some(Arc::clone(asked))
    }

    /// Keeps what came of it.
    pub(crate) fn keep(&self, key: Key, asked: Asked) -> Arc<Asked> {
        let asked = Arc::new(asked);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.now += 1;
        let now = known.now;
        known.bytes += asked.bytes();
        if let Some((former, _)) = known.entries.insert(key, (Arc::clone(&asked), now)) {
            known.bytes -= former.bytes();
        }
        while known.bytes > MOST_BYTES {
            let oldest = known.entries.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| *key);
            let Some((gone, _)) = oldest.and_then(|oldest| known.entries.remove(&oldest)) else { break };
            known.bytes -= gone.bytes();
        }
        asked
    }

    /// A guest with these files that was asked this, and what it said. What answers it through the bridge is asked nothing by
    /// a guest that was prepared.
    ///
    /// # Errors
    /// The guest was stopped, or could not be made.
    pub(crate) fn guest<'a>(
        &self,
        idle: &Idle<'a>,
        from: &Source<'a, '_>,
        request: &Request,
        bridge: Option<Box<dyn Bridge>>,
    ) -> Result<(Guest, Answer), Stop> {
        let host = |failure: HostFailure| Stop::Host(failure.0);
        let key = from.key().then(request);
        let asked = self.get(key);
        if let Some((asked, checkpoint)) = asked.as_ref().and_then(|asked| Some((asked, asked.checkpoint.as_ref()?))) {
            let guest = idle.resume(from.runtime, checkpoint, bridge).map_err(host)?;
            return Ok((guest, asked.answer.clone()));
        }
        let surroundings = Surroundings { bridge, ..Surroundings::default() };
        let mut guest = idle.start(from.runtime, from.files, from.limits, surroundings).map_err(host)?;
        let answer = guest.ask(request)?;
        if let Some(checkpoint) = guest.checkpoint(from.runtime) {
            self.keep(key, Asked { answer: answer.clone(), checkpoint: Some(checkpoint) });
        }
        Ok((guest, answer))
    }
}

impl Source<'_, '_> {
    /// Of a guest that was asked nothing yet.
    pub(crate) fn key(&self) -> Key {
        let text = format!("{} {:?} {:?}", self.runtime.hash(), self.files, self.limits);
        Key(blake3::hash(text.as_bytes()).into())
    }
}

impl Key {
    /// When it was asked this as well.
    pub(crate) fn then(self, request: &Request) -> Self {
        Self(blake3::keyed_hash(&self.0, format!("{request:?}").as_bytes()).into())
    }
}

impl Asked {
    fn bytes(&self) -> usize {
        let answered = match &self.answer {
            Answer::Results(results) => {
                results.iter().map(|result| result.rows.len() * result.columns.len() * VALUE_BYTES).sum()
            }
            _ => 0,
        };
        ENTRY_BYTES + answered + self.checkpoint.as_ref().map_or(0, Checkpoint::bytes)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ResultSet;

    fn key(number: u8) -> Key {
        Key([number; blake3::OUT_LEN])
    }

    fn asked(rows: usize) -> Asked {
        let result = ResultSet { columns: vec!["n".to_owned()], rows: vec![vec![json!(1)]; rows], changes: 0 };
        Asked { answer: Answer::Results(vec![result]), checkpoint: None }
    }

    #[test]
    fn what_is_asked_decides() {
        let query = |sql: &str| Request::Query(sql.to_owned());
        assert_eq!(key(1).then(&query("SELECT 1")), key(1).then(&query("SELECT 1")));
        assert_ne!(key(1).then(&query("SELECT 1")), key(1).then(&query("SELECT 2")));
        assert_ne!(key(1).then(&query("SELECT 1")), key(2).then(&query("SELECT 1")));
        assert_ne!(key(1).then(&query("a")).then(&query("b")), key(1).then(&query("b")).then(&query("a")));
    }

    #[test]
    fn what_was_not_used_for_the_longest_time_makes_room() {
        let prepared = Prepared::default();
        let a_third = MOST_BYTES / VALUE_BYTES / 3;
        prepared.keep(key(1), asked(a_third));
        prepared.keep(key(2), asked(a_third));
        assert!(prepared.get(key(1)).is_some());
        prepared.keep(key(3), asked(a_third));
        assert!(prepared.get(key(2)).is_none());
        assert!(prepared.get(key(1)).is_some() && prepared.get(key(3)).is_some());
        // The same once more takes no more room.
        for _ in 0..10 {
            prepared.keep(key(3), asked(a_third));
        }
        assert!(prepared.get(key(1)).is_some());
    }
}
