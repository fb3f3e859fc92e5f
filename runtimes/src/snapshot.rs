//! Starts an interpreter and freezes it as it is then.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use anyhow::{Context as _, anyhow, bail};
use sandbox::prepare::{Initialised, Workshop};
use wasmtime::Val;
use wasmtime_wizer::{InstanceState, SnapshotVal, ValType, Wizer};

use crate::{
    bounded::{bounded, bulk_instructions},
    guests::Guest,
    passive::without_passive_data,
    state::hidden_state,
};

/// Starts the interpreter with its bootstrap scripts in `/code` and its library in `/lib`, and gives the module that begins
/// where it stopped.
///
/// # Errors
/// The module is not one that guests may be made of, or the interpreter did not start.
pub fn snapshot(workshop: &Workshop, guest: &Guest) -> anyhow::Result<Vec<u8>> {
    let module = bounded(&guest.module)?;
    refuse_unbounded(&module)?;
    let mut wizer = Wizer::new();
    // What is called is the exchange's business; but wizer wants a function that is there.
    wizer.init_func("_initialize").keep_init_func(true);
    let (context, instrumented) = wizer.instrument(&module).map_err(|error| anyhow!("{error:#}"))?;
    let initialised = workshop.initialise(guest.exchange, &instrumented, guest.library.clone(), &guest.bootstrap);
    let mut state = Frozen(initialised.map_err(|error| anyhow!("{error:#}"))?);
    let mut taking = pin!(wizer.snapshot(&context, &mut state));
    // Nothing in `Frozen` ever waits, so the first poll is the last.
    match taking.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(module) => {
            let module = module.map_err(|error| anyhow!("{error:#}")).context("the snapshot could not be taken")?;
            refuse_unbounded(&module)?;
            if let Some(state) = hidden_state(&module, guest.exchange)? {
                bail!("the snapshot has {state}, and an instance of it could not be put back by its memory alone");
            }
            without_passive_data(&module)
        }
        Poll::Pending => bail!("the snapshot waits for something"),
    }
}

fn refuse_unbounded(module: &[u8]) -> anyhow::Result<()> {
    let bulk = bulk_instructions(module)?;
    if !bulk.is_empty() {
        bail!(
            "the interpreter has instructions that work without bound ({}): compile it without bulk memory",
            bulk.join(", ")
        );
    }
    Ok(())
}

struct Frozen(Initialised);

impl InstanceState for Frozen {
    async fn global_get(&mut self, name: &str, _type: ValType) -> SnapshotVal {
        match self.0.global(name) {
            Some(Val::I32(value)) => SnapshotVal::I32(value),
            Some(Val::I64(value)) => SnapshotVal::I64(value),
            Some(Val::F32(value)) => SnapshotVal::F32(value),
            Some(Val::F64(value)) => SnapshotVal::F64(value),
            other => panic!("the snapshot asks for the global {name}, which is {other:?}"),
        }
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        contents(
            self.0
                .memory(name)
                .unwrap_or_else(|| panic!("the snapshot asks for the memory {name}, which is not there")),
        );
    }
}
