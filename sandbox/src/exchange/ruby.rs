//! Ruby: a prebuilt module whose interface evaluates source text.
//!
//! Text that a learner wrote is never part of what is evaluated: the message goes through the file `/dev/backroad`, and what is
//! evaluated is always the same expression, which reads it.

use wasmtime::{Caller, ExternType, Instance, Linker, Memory, Module, Store, Val};

use super::Unanswered;
use crate::wasi::{self, Channel, GuestState};

/// What the interpreter is started with: text is UTF-8, and there is no program but what it is told to evaluate.
const ARGUMENTS: [&str; 3] = ["ruby", "-EUTF-8", "-e_=0"];
/// Runs the bootstrap, before the snapshot. Not `require`: a learner's file of this name must not count as loaded.
const BOOT: &str = "load '/code/bootstrap.rb'";
/// Takes a message and answers it.
const TURN: &str = "Backroad.turn";

pub(super) fn initialise(store: &mut Store<GuestState>, instance: &Instance) -> wasmtime::Result<()> {
    instance.get_typed_func::<(), ()>(&mut *store, "_initialize")?.call(&mut *store, ())?;
    let memory = instance
        .get_memory(&mut *store, "memory")
        .ok_or_else(|| wasmtime::Error::msg("the module exports no memory"))?;
    // A list of texts, as the component model lays it out: pairs of address and length.
    let list = allocate(store, instance, ARGUMENTS.len() * 8)?;
    for (index, argument) in ARGUMENTS.into_iter().enumerate() {
        let (at, length) = put(store, instance, memory, argument)?;
        memory.write(&mut *store, list as usize + index * 8, &at.to_le_bytes())?;
        memory.write(&mut *store, list as usize + index * 8 + 4, &length.to_le_bytes())?;
    }
    instance
        .get_typed_func::<(u32, u32), ()>(&mut *store, "ruby-init: func(args: list<string>) -> ()")?
        .call(&mut *store, (list, u32::try_from(ARGUMENTS.len())?))?;
    match evaluate(store, instance, memory, BOOT)? {
        0 => fill_holes(store, instance, memory),
        state => Err(wasmtime::Error::msg(format!("the bootstrap raised (state {state})"))),
    }
}

/// What the start has freed lies in holes between what it keeps, and an allocator fills holes first: the few allocations of
/// a program would be the first writes to as many pages of the snapshot. So they are filled, as `runtimes/guest/holes.c` does
/// in the interpreters that we link.
fn fill_holes(store: &mut Store<GuestState>, instance: &Instance, memory: Memory) -> wasmtime::Result<()> {
    const LARGEST: usize = 64 << 10;
    const SMALLEST: usize = 8;
    const ROOM: usize = 512 << 10;
    // The memory grows only when everything else is used up; what is given then lies behind every hole.
    let before = memory.data_size(&*store);
    let mut end = allocate(store, instance, LARGEST)?;
    while memory.data_size(&*store) == before {
        end = allocate(store, instance, LARGEST)?;
    }
    let lengths = std::iter::successors(Some(LARGEST / 2), |length| Some(length / 2));
    for length in lengths.take_while(|length| *length >= SMALLEST) {
        while allocate(store, instance, length)? < end {}
    }
    // A block that becomes small leaves room behind it, so that a small program needs no more memory than there is.
    let last = allocate(store, instance, ROOM)?;
    reallocate(store, instance, last, ROOM, SMALLEST)?;
    Ok(())
}

pub(super) fn ask(
    store: &mut Store<GuestState>,
    instance: &Instance,
    memory: Memory,
    message: &[u8],
) -> wasmtime::Result<Vec<u8>> {
    *store.data_mut().wasi.channel() = Channel::open(message);
    let state = evaluate(store, instance, memory, TURN)?;
    let answer = store.data_mut().wasi.channel().close().ok_or(super::TOO_LONG)?;
    // An exception out of the bootstrap itself: the learner's code has changed something that it needs.
    if state != 0 && answer.is_empty() {
        return Err(Unanswered("the interpreter raised an exception instead of answering").into());
    }
    Ok(answer)
}

/// What the module imports beside WASI: handles of values of Ruby's, which are what they are, and values of JavaScript's,
/// which it never gets.
pub(super) fn add_to_linker(linker: &mut Linker<GuestState>, module: &Module) -> wasmtime::Result<()> {
    for import in ["resource_new_rb-abi-value", "resource_get_rb-abi-value"] {
        linker.func_wrap("canonical_abi", import, |value: i32| value)?;
    }
    for import in module.imports() {
        let ExternType::Func(signature) = import.ty() else { continue };
        let is_of_javascript = import.module() == "rb-js-abi-host" || import.name().ends_with("js-abi-value");
        if is_of_javascript && import.module() != wasi::MODULE {
            // What is called where a stack would be switched that cannot be: by a thread or fiber in a call of C's.
            let why = if import.name() == "rb_wasm_throw_prohibit_rewind_exception" {
                "the interpreter cannot switch threads or fibers at this place"
            } else {
                "there is no JavaScript beside Ruby here"
            };
            let refuse = move |_: Caller<'_, GuestState>, _: &[Val], _: &mut [Val]| Err(Unanswered(why).into());
            linker.func_new(import.module(), import.name(), signature, refuse)?;
        }
    }
    Ok(())
}

/// Evaluates source text; gives 0, or what kind of exception came.
fn evaluate(store: &mut Store<GuestState>, instance: &Instance, memory: Memory, source: &str) -> wasmtime::Result<i32> {
    let (at, length) = put(store, instance, memory, source)?;
    let result = instance
        .get_typed_func::<(u32, u32), u32>(
            &mut *store,
            "rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>",
        )?
        .call(&mut *store, (at, length))?;
    let mut state = [0; 4];
    memory.read(&*store, result as usize + 4, &mut state)?;
    Ok(i32::from_le_bytes(state))
}

/// Copies text into the guest.
fn put(store: &mut Store<GuestState>, instance: &Instance, memory: Memory, text: &str) -> wasmtime::Result<(u32, u32)> {
    let at = allocate(store, instance, text.len() + 1)?;
    memory.write(&mut *store, at as usize, text.as_bytes())?;
    memory.write(&mut *store, at as usize + text.len(), &[0])?;
    Ok((at, u32::try_from(text.len())?))
}

fn allocate(store: &mut Store<GuestState>, instance: &Instance, length: usize) -> wasmtime::Result<u32> {
    reallocate(store, instance, 0, 0, length)
}

fn reallocate(
    store: &mut Store<GuestState>,
    instance: &Instance,
    at: u32,
    from: usize,
    to: usize,
) -> wasmtime::Result<u32> {
    let reallocate = instance.get_typed_func::<(u32, u32, u32, u32), u32>(&mut *store, "cabi_realloc")?;
    match reallocate.call(&mut *store, (at, u32::try_from(from)?, 1, u32::try_from(to)?))? {
        0 => Err(Unanswered("the guest had no memory for the question").into()),
        at => Ok(at),
    }
}
