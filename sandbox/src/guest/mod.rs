//! One fresh instance with one learner's files, and the conversation with it.
//!
//! - `words` is what is said in it.
//! - `checkpoint` keeps an instance as it is at some moment, to begin there again.

mod checkpoint;
mod words;

use std::sync::Arc;

use domain::{Language, Limits, SourceFile};
use wasmtime::{Instance, Memory, Store, Trap};

pub use self::words::{
    Answer, HostFailure, HttpRequest, HttpResponse, Output, Request, ResultSet, Stop, TestedCase, TestedStatus,
};
pub(crate) use self::{checkpoint::Checkpoint, words::base64_bytes};
use crate::{
    Runtime,
    bridge::Bridge,
    exchange::{Exchange, Unanswered},
    limits::MemoryLimit,
    protocol::{read_answer, write_request},
    wasi::{GuestState, Halt, Random, Wasi},
};

/// The seed of every guest: the same submission gets the same verdict.
const SEED: u64 = 0x5EED_0FBA_C40A_D000;

/// What a guest is given besides its files.
#[derive(Default)]
pub struct Surroundings<'a> {
    /// Bytes on standard input.
    pub stdin: &'a [u8],
    /// What lies in its data folder, by the path in it: what another instance left there.
    pub data: &'a [(String, Vec<u8>)],
    /// Randomness of its own, where it is not to have the usual.
    pub seed: Option<u64>,
    /// What answers its questions; without one it cannot ask any.
    pub bridge: Option<Box<dyn Bridge>>,
}

/// One fresh instance of a runtime, with one learner's files.
pub struct Guest {
    store: Store<GuestState>,
    instance: Instance,
    memory: Memory,
    /// How large the memory was when the instance was made.
    initial_bytes: usize,
    exchange: Exchange,
    task: Task,
    /// It was stopped in the middle of something, and so its stack may be anywhere.
    interrupted: bool,
}

/// What a guest is to do: the part of it that is not in its world.
#[derive(Clone, Debug)]
struct Task {
    /// The file that is run.
    program: String,
    /// The file that is loaded.
    module: String,
    seeds: Random,
    budget: u64,
}

impl Guest {
    /// Makes an instance. The first file is the program that is run; loaded is the one that is named `main`, or else the
    /// first.
    ///
    /// Whoever asks the guest must do so on a thread with a stack of [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES).
    ///
    /// # Errors
    /// Our side has no room for it.
    pub fn start(runtime: &Runtime, files: &[SourceFile], stdin: &[u8], limits: &Limits) -> Result<Self, HostFailure> {
        Self::start_in(runtime, files, limits, Surroundings { stdin, ..Surroundings::default() })
    }

    /// As [`Self::start`], with more around it.
    ///
    /// # Errors
    /// Our side has no room for it.
    pub fn start_in(
        runtime: &Runtime,
        files: &[SourceFile],
        limits: &Limits,
        surroundings: Surroundings<'_>,
    ) -> Result<Self, HostFailure> {
        let (task, state) = Task::begin(runtime, files, limits, surroundings)?;
        Self::instantiate(runtime, task, state).map_err(unmade)
    }

    fn instantiate(runtime: &Runtime, task: Task, state: GuestState) -> wasmtime::Result<Self> {
        let mut store = Store::new(runtime.instance.module().engine(), state);
        store.limiter(|state| &mut state.memory_limit);
        store.set_fuel(task.budget)?;
        let instance = runtime.instance.instantiate(&mut store)?;
        let memory = instance
            .get_memory(&mut store, "memory")
            .ok_or_else(|| wasmtime::Error::msg("the runtime has no memory"))?;
        store.data_mut().memory = Some(memory);
        runtime.joining.touch(memory.data_mut(&mut store));
        let initial_bytes = memory.data_size(&store);
        Ok(Self { store, instance, memory, initial_bytes, exchange: runtime.exchange, task, interrupted: false })
    }

    /// Asks and waits for the answer.
    ///
    /// # Errors
    /// The guest was stopped; it must not be asked again.
    pub fn ask(&mut self, request: &Request) -> Result<Answer, Stop> {
        let task = &mut self.task;
        let file = if matches!(request, Request::Run { .. }) { &task.program } else { &task.module };
        let message = write_request(request, file, task.seeds.next());
        let answer = self.exchange.ask(&mut self.store, &self.instance, self.memory, &message);
        self.interrupted |= answer.is_err() || self.store.data().wasi.has_exited();
        let answer = answer
            .map_err(|error| self.stop(&error))
            .and_then(|bytes| read_answer(request, &bytes).map_err(Stop::Malformed));
        let refused = self.store.data().memory_limit.refused();
        let out_of_memory = match &answer {
            // A guest that was refused memory and then ended badly ended because of that.
            Err(Stop::Crash(_) | Stop::Malformed(_)) => refused,
            Err(Stop::Exit(code)) | Ok(Answer::Ended(code)) => refused && *code != 0,
            // It says so itself; so large a thing may have been asked for that the memory was never asked to grow.
            // (Python's parser says the same of code that is nested too deeply, which is another matter.)
            Ok(Answer::Raised { kind, message, .. }) => match kind.as_str() {
                "MemoryError" => !message.starts_with("Parser stack overflowed"),
                "NoMemoryError" => true,
                "InternalError" => message == "out of memory",
                _ => false,
            },
            _ => false,
        };
        if out_of_memory { Err(Stop::Memory) } else { answer }
    }

    fn stop(&self, error: &wasmtime::Error) -> Stop {
        if let Some(halt) = error.downcast_ref::<Halt>() {
            return match halt {
                Halt::Exit(code) => Stop::Exit(*code),
                Halt::Output => Stop::Output,
                Halt::VirtualTime => Stop::VirtualTime,
                Halt::Fuel => Stop::Fuel,
            };
        }
        if let Some(Unanswered(reason)) = error.downcast_ref() {
            return Stop::Malformed((*reason).to_owned());
        }
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => Stop::Fuel,
            Some(Trap::StackOverflow) => Stop::Crash("the interpreter's stack overflowed".to_owned()),
            Some(trap) => Stop::Crash(trap.to_string()),
            None => Stop::Host(format!("{error:#}")),
        }
    }

    /// What was printed since the last call of this.
    pub fn take_output(&mut self) -> Output {
        self.store.data_mut().wasi.take_output()
    }

    /// What lies in its data folder, by the path in it.
    pub fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        self.store.data_mut().wasi.data()
    }

    /// Fuel used since the start. A guest stopped for want of fuel has used all of it.
    pub fn fuel_used(&self) -> u64 {
        self.task.budget - self.store.get_fuel().unwrap_or_default().min(self.task.budget)
    }

    /// Its linear memory.
    pub(crate) fn memory(&self) -> &[u8] {
        self.memory.data(&self.store)
    }

    /// The guest's linear memory now, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        self.memory.data_size(&self.store) as u64
    }
}

impl Task {
    /// The task, and the world in which a guest does it.
    fn begin(
        runtime: &Runtime,
        files: &[SourceFile],
        limits: &Limits,
        surroundings: Surroundings<'_>,
    ) -> Result<(Self, GuestState), HostFailure> {
        let is_main = |file: &&SourceFile| Language::ALL.iter().any(|language| file.name == language.main_file());
        let program = files.first().ok_or_else(|| HostFailure("there is no file to run".to_owned()))?;
        let module = files.iter().find(is_main).unwrap_or(program);

        let mut seeds = Random::new(surroundings.seed.unwrap_or(SEED));
        let mut wasi = Wasi::new(Arc::clone(&runtime.library), files, surroundings.stdin, limits, seeds.next());
        wasi.put_data(surroundings.data);
        if let Some(bridge) = surroundings.bridge {
            wasi.connect(bridge);
        }
        let task = Self {
            program: program.name.clone(),
            module: module.name.clone(),
            seeds,
            budget: u64::from(limits.time_ms).saturating_mul(runtime.fuel_per_ms),
        };
        Ok((task, GuestState { wasi, memory: None, memory_limit: MemoryLimit::new(limits.memory_mb) }))
    }
}

fn unmade(error: wasmtime::Error) -> HostFailure {
    HostFailure(format!("{error:#}"))
}
