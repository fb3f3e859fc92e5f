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
        0 => Ok(()),
        state => Err(wasmtime::Error::msg(format!("the bootstrap raised (state {state})"))),
    }
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
    let allocate = instance.get_typed_func::<(u32, u32, u32, u32), u32>(&mut *store, "cabi_realloc")?;
    match allocate.call(&mut *store, (0, 0, 1, u32::try_from(length)?))? {
        0 => Err(Unanswered("the guest had no memory for the question").into()),
        at => Ok(at),
    }
}
