//! What the builder of runtimes needs of the sandbox: to start an interpreter in the same world its guests will see, and to
//! compile it for the same engine.

use std::sync::Arc;

use domain::{Limits, SourceFile};
use wasmtime::{Engine, Instance, Linker, Module, Store, Val};

use crate::{
    engine,
    exchange::Exchange,
    limits::MemoryLimit,
    wasi::{self, GuestState, IMPORTS, Library, Wasi, add_to_linker},
};

/// The seed of what an interpreter asks of randomness while it starts; baked into its snapshot.
const SEED: u64 = 1;

/// An engine configured as that of the sandbox.
pub struct Workshop {
    engine: Engine,
}

impl Workshop {
    /// A new one.
    ///
    /// # Errors
    /// The machine cannot reserve the address space.
    pub fn new() -> wasmtime::Result<Self> {
        Ok(Self { engine: engine::engine()? })
    }

    /// Stands for everything that decides whether a compiled module fits an engine.
    pub fn fingerprint(&self) -> String {
        engine::fingerprint(&self.engine)
    }

    /// Compiles a snapshot for [`Sandbox::open`](crate::Sandbox::open).
    ///
    /// # Errors
    /// It is no module, or uses what this engine refuses.
    pub fn compile(&self, snapshot: &[u8]) -> wasmtime::Result<Vec<u8>> {
        self.engine.precompile_module(snapshot)
    }

    /// Starts an interpreter the way its exchange starts one. `library` is the tar archive for `/lib`, `files` are in `/code`.
    ///
    /// # Errors
    /// It cannot be compiled or trapped; the message has what it printed.
    pub fn initialise(
        &self,
        exchange: Exchange,
        module: &[u8],
        library: Option<Vec<u8>>,
        files: &[SourceFile],
    ) -> wasmtime::Result<Initialised> {
        let module = Module::new(&self.engine, module)?;
        if let Some(unknown) =
            module.imports().find(|import| import.module() == wasi::MODULE && !IMPORTS.contains(&import.name()))
        {
            return Err(wasmtime::Error::msg(format!(
                "the module imports {}, which no guest is given",
                unknown.name()
            )));
        }
        let library = library.map(Library::from_tar).transpose()?.unwrap_or_default();
        let limits = Limits { memory_mb: 256, ..Limits::default() };
        let wasi = Wasi::new(Arc::new(library), files, &[], &limits, SEED);
        let mut store = Store::new(
            &self.engine,
            GuestState { wasi, memory: None, memory_limit: MemoryLimit::new(limits.memory_mb) },
        );
        store.limiter(|state| &mut state.memory_limit);
        // Ours, and trusted: only a mistake would run without end.
        store.set_fuel(1_000_000_000_000)?;
        let mut linker = Linker::new(&self.engine);
        add_to_linker(&mut linker)?;
        exchange.add_to_linker(&mut linker, &module)?;
        let instance = linker.instantiate(&mut store, &module)?;
        let memory = instance
            .get_memory(&mut store, "memory")
            .ok_or_else(|| wasmtime::Error::msg("the module exports no memory"))?;
        store.data_mut().memory = Some(memory);
        if let Err(error) = exchange.initialise(&mut store, &instance) {
            let printed = store.data_mut().wasi.take_output();
            let text = [printed.stdout, printed.stderr].concat();
            return Err(error.context(format!("it printed: {}", String::from_utf8_lossy(&text))));
        }
        Ok(Initialised { store, instance })
    }
}

/// An interpreter that has started, to be frozen as it is.
pub struct Initialised {
    store: Store<GuestState>,
    instance: Instance,
}

impl Initialised {
    /// The value of an exported global.
    pub fn global(&mut self, name: &str) -> Option<Val> {
        let global = self.instance.get_global(&mut self.store, name)?;
        Some(global.get(&mut self.store))
    }

    /// The contents of an exported memory; the snapshot tool may export it under a name of its own.
    pub fn memory(&mut self, name: &str) -> Option<&[u8]> {
        Some(self.instance.get_memory(&mut self.store, name)?.data(&self.store))
    }
}
