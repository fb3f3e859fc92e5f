//! What every host call has in common: the guest's memory, the guest's world, and a price.

use wasmtime::Caller;

use super::{GuestState, Wasi, abi::Errno, memory::GuestMemory};

/// What a host call costs beside the bytes it touches: about a microsecond of computing, so that a guest that does nothing but
/// call the host is stopped as soon as one that computes.
const FUEL_PER_CALL: u64 = 5_000;

/// Why a guest is stopped from within a host call.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Halt {
    /// It ended itself.
    #[error("exit {0}")]
    Exit(i32),
    /// It printed more than allowed.
    #[error("output limit")]
    Output,
    /// It slept longer than allowed.
    #[error("virtual time limit")]
    VirtualTime,
    /// The host call cost more than was left.
    #[error("fuel")]
    Fuel,
}

/// How a host call ends early.
#[derive(Debug)]
pub(crate) enum Fault {
    /// With an error number for the guest.
    Errno(Errno),
    /// With the end of the guest.
    Halt(Halt),
}

impl From<Errno> for Fault {
    fn from(errno: Errno) -> Self {
        Self::Errno(errno)
    }
}

impl From<Halt> for Fault {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

/// One host call.
pub(crate) struct Call<'a> {
    /// The caller's memory.
    pub(crate) memory: GuestMemory<'a>,
    /// The caller's files, clock and so on.
    pub(crate) wasi: &'a mut Wasi,
    /// What the work costs, added up while it is done. Every single call is bounded by the size of the guest's memory, so
    /// that paying afterwards is soon enough.
    pub(crate) fuel: u64,
}

impl Call<'_> {
    /// Pays for bytes copied or looked at.
    pub(crate) fn pay(&mut self, bytes: usize) {
        self.fuel = self.fuel.saturating_add(bytes as u64);
    }
}

/// Does a host call's work, charges for it, and gives the guest its error number.
pub(crate) fn serve(
    caller: &mut Caller<'_, GuestState>,
    work: impl FnOnce(&mut Call<'_>) -> Result<(), Fault>,
) -> wasmtime::Result<i32> {
    let memory = caller
        .data()
        .memory
        .ok_or_else(|| wasmtime::Error::msg("a host call came before the guest's memory was known"))?;
    let (bytes, state) = memory.data_and_store_mut(&mut *caller);
    let mut call = Call { memory: GuestMemory(bytes), wasi: &mut state.wasi, fuel: FUEL_PER_CALL };
    let done = work(&mut call);
    let cost = call.fuel;
    let left = caller.get_fuel()?;
    caller.set_fuel(left.saturating_sub(cost))?;
    match done {
        Err(Fault::Halt(halt)) => Err(halt.into()),
        _ if cost > left => Err(Halt::Fuel.into()),
        Ok(()) => Ok(0),
        Err(Fault::Errno(errno)) => Ok(i32::from(errno as u16)),
    }
}
