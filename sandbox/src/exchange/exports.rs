//! Guests that we link: `backroad_alloc(length) -> pointer`, `backroad_ask(pointer, length) -> pointer << 32 | length`, and for
//! what a guest that exits still has to say `backroad_left() -> pointer << 32 | length`, or 0.

use wasmtime::{Instance, Memory, Store};

use super::{Unanswered, answer_at};
use crate::wasi::{GuestState, Halt};

pub(super) fn initialise(store: &mut Store<GuestState>, instance: &Instance) -> wasmtime::Result<()> {
    for function in ["_initialize", "backroad_init"] {
        let called = instance.get_typed_func::<(), ()>(&mut *store, function)?.call(&mut *store, ());
        called.map_err(|error| error.context(format!("{function} failed")))?;
    }
    Ok(())
}

pub(super) fn ask(
    store: &mut Store<GuestState>,
    instance: &Instance,
    memory: Memory,
    message: &[u8],
) -> wasmtime::Result<Vec<u8>> {
    let length = i32::try_from(message.len())?;
    let alloc = instance.get_typed_func::<i32, i32>(&mut *store, "backroad_alloc")?;
    let ask = instance.get_typed_func::<(i32, i32), i64>(&mut *store, "backroad_ask")?;
    let at = alloc.call(&mut *store, length)?;
    if at == 0 {
        return Err(Unanswered("the guest had no memory for the question").into());
    }
    memory.write(&mut *store, at.cast_unsigned() as usize, message)?;
    let answered = ask.call(&mut *store, (at, length)).or_else(|error| match error.downcast_ref() {
        Some(Halt::Exit(_)) => left(store, instance).ok_or(error),
        _ => Err(error),
    });
    let answer = answered?.cast_unsigned();
    Ok(answer_at(store, memory, (answer >> 32) as usize, (answer & 0xFFFF_FFFF) as usize)?)
}

/// What a guest has left as its answer that exited in the middle: an interpreter that cannot return from a fatal error
/// says what it was, and ends. Some have no such export, and most leave nothing.
fn left(store: &mut Store<GuestState>, instance: &Instance) -> Option<i64> {
    let left = instance.get_typed_func::<(), i64>(&mut *store, "backroad_left").ok()?;
    left.call(&mut *store, ()).ok().filter(|answer| *answer != 0)
}
