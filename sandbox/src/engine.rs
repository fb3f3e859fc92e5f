//! How WebAssembly is executed: the one place where the engine is configured, every number with its reason.

use std::hash::{DefaultHasher, Hash, Hasher};

use wasmtime::{Config, Enabled, Engine, InstanceAllocationStrategy, Module, OptLevel, PoolingAllocationConfig};

use crate::limits::{MAX_MEMORY_BYTES, MAX_TABLE_ELEMENTS};

/// The stack of a guest. The interpreters have limits of their own, which raise a clean exception, on the stack they keep in memory;
/// this one is beyond them, so that it is never met first. Python's needs 4 MiB here. QuickJS may use 768 KiB there, and in the
/// recursion where the ratio is worst (its JSON parser) that is between 8 and 12 MiB here.
const WASM_STACK_BYTES: usize = 16 << 20;

/// The native stack a thread needs before it may run a guest: the guest's own, that of another guest which it asks through a
/// bridge, and ample room for the host calls on top of them.
pub const NATIVE_STACK_BYTES: usize = 2 * WASM_STACK_BYTES + (8 << 20);

/// How many guests can be alive at once; each reserves address space, not memory.
const MAX_GUESTS: u32 = 64;

/// Guest memory that stays mapped, and is put back as it was, when a slot is used again: more than most interpreters dirty in a
/// usual run, so that the next start takes no page faults (`resident` has the rest of it).
const KEEP_RESIDENT_BYTES: usize = 16 << 20;

/// The engine that all guests run on.
///
/// # Errors
/// The machine cannot reserve the address space.
pub(crate) fn engine() -> wasmtime::Result<Engine> {
    let mut config = Config::new();

    // Fuel is the only meter: it stops a guest at the same instruction every time, which a clock cannot.
    config.consume_fuel(true);
    config.max_wasm_stack(WASM_STACK_BYTES);
    // Nothing here is asynchronous, but the engine wants the one no larger than the other.
    config.async_stack_size(WASM_STACK_BYTES);

    // The same program gives the same bits on every machine.
    config.cranelift_nan_canonicalization(true);
    config.wasm_relaxed_simd(false);
    config.relaxed_simd_deterministic(true);

    // Off: what no guest of ours needs. Bulk instructions would be among it, since they work without bound for one unit of fuel;
    // but some interpreters come with passive data segments, which belong to the same proposal. The builder refuses the instructions instead.
    config.wasm_multi_memory(false);
    config.wasm_memory64(false);
    config.wasm_tail_call(false);

    config.cranelift_opt_level(OptLevel::Speed);
    // A start maps the snapshot's pages and copies only those that are written.
    config.memory_init_cow(true);
    // Snapshots are sparse: above this size an image would be copied instead of mapped. Ruby's begins with a stack of
    // hundreds of MiB that nobody has touched.
    config.memory_guaranteed_dense_image_size(512 << 20);

    let mut pool = PoolingAllocationConfig::new();
    pool.total_core_instances(MAX_GUESTS).total_memories(MAX_GUESTS).total_tables(MAX_GUESTS);
    pool.max_memories_per_module(1).max_tables_per_module(1);
    pool.max_memory_size(MAX_MEMORY_BYTES).table_elements(MAX_TABLE_ELEMENTS);
    if keeps_pages() {
        pool.pagemap_scan(Enabled::Yes).linear_memory_keep_resident(KEEP_RESIDENT_BYTES);
        pool.table_keep_resident(MAX_TABLE_ELEMENTS * size_of::<usize>());
    }
    config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));

    Engine::new(&config)
}

/// Whether what a guest has written to stays mapped for the next: only where the kernel can tell which pages were written
/// (Linux 6.7). Elsewhere putting back would touch all of the memory, and unmapping is cheaper.
pub(crate) fn keeps_pages() -> bool {
    PoolingAllocationConfig::is_pagemap_scan_available()
}

/// Stands for everything that decides whether a compiled module fits an engine.
pub(crate) fn fingerprint(engine: &Engine) -> String {
    let mut hasher = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Loads a module that was compiled before, without compiling it again.
///
/// # Errors
/// It was compiled for another engine.
pub(crate) fn deserialize(engine: &Engine, verified: &[u8]) -> wasmtime::Result<Module> {
    #[expect(unsafe_code, reason = "the engine cannot know where compiled code comes from; its caller does")]
    // SAFETY: the bytes must be what `Engine::precompile_module` made. The caller has just compared their BLAKE3 with the one
    // written beside them by the builder, and they are in memory, where nobody can change them between the check and this use.
    unsafe {
        Module::deserialize(engine, verified)
    }
}
