//! A guest that another guest asks.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{Language, Verdict};
use serde_json::Value;

use super::Reply;
use crate::{Answer, Guest, HttpRequest, Output, Request, Runtime, Stop, check_value, guest::Checkpoint};

/// A guest that more than one may ask: the judge, and through a bridge other guests. All clones are the same guest.
///
/// What it may use is limited by its own limits, whoever asks; once it was stopped it answers nothing more.
#[derive(Clone)]
pub struct Subject {
    language: Language,
    guest: Arc<Mutex<Asked>>,
}

struct Asked {
    guest: Guest,
    stop: Option<Stop>,
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subject").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Subject {
    /// A guest with code in this language. Before anybody calls its functions, [`Request::Load`] must be asked of it.
    pub fn new(language: Language, guest: Guest) -> Self {
        Self { language, guest: Arc::new(Mutex::new(Asked { guest, stop: None })) }
    }

    /// The language of its code.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Asks as [`Guest::ask`] does.
    ///
    /// # Errors
    /// The guest was stopped, now or before.
    pub fn ask(&self, request: &Request) -> Result<Answer, Stop> {
        let mut asked = self.lock();
        if let Some(stop) = &asked.stop {
            return Err(stop.clone());
        }
        let answer = asked.guest.ask(request);
        asked.stop = answer.as_ref().err().cloned();
        answer
    }

    /// Why it was stopped, where it was.
    pub fn stopped(&self) -> Option<Stop> {
        self.lock().stop.clone()
    }

    /// The guest as it is now, as [`Guest::checkpoint`] has it.
    pub(crate) fn checkpoint(&self, runtime: &Runtime) -> Option<Checkpoint> {
        self.lock().guest.checkpoint(runtime)
    }

    /// The guest itself, where nobody else can ask it and it was never stopped.
    pub(crate) fn into_guest(self) -> Option<Guest> {
        let asked = Arc::into_inner(self.guest)?.into_inner().unwrap_or_else(PoisonError::into_inner);
        asked.stop.is_none().then_some(asked.guest)
    }

    /// What was printed since the last call of this.
    pub fn take_output(&self) -> Output {
        self.lock().guest.take_output()
    }

    /// Fuel used since the start.
    pub fn fuel_used(&self) -> u64 {
        self.lock().guest.fuel_used()
    }

    /// Its linear memory now, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        self.lock().guest.memory_bytes()
    }

    /// What lies in its data folder, by the path in it.
    pub fn data(&self) -> Vec<(String, Vec<u8>)> {
        self.lock().guest.data()
    }

    /// Calls a function by its name in `snake_case`.
    pub(super) fn call(&self, function: &str, args: Vec<Value>) -> Reply {
        let request = Request::Call { function: self.language.function_name(function), args };
        match self.ask(&request) {
            Ok(Answer::Value(value)) => match check_value(&value) {
                Ok(()) => Reply::Value(value),
                Err(error) => Reply::Raised { kind: "UnsupportedValue".to_owned(), message: error.to_string() },
            },
            Ok(Answer::Missing(_)) => Reply::Missing(function.to_owned()),
            other => Self::without_value(other),
        }
    }

    /// Sends a request to its service.
    pub(super) fn request(&self, path: String, request: HttpRequest) -> Reply {
        match self.ask(&Request::Http(HttpRequest { path, ..request })) {
            Ok(Answer::Response(response)) => Reply::Response { response, after_ms: 0 },
            Ok(Answer::Missing(name)) => Reply::Missing(name),
            other => Self::without_value(other),
        }
    }

    fn without_value(answer: Result<Answer, Stop>) -> Reply {
        match answer {
            Ok(Answer::Raised { kind, message, .. }) => Reply::Raised { kind, message },
            Ok(_) => Reply::Stopped(Verdict::RuntimeError),
            Err(stop) => Reply::Stopped(stop.verdict()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Asked> {
        // Who panicked in between is gone; the guest is as it was.
        self.guest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
