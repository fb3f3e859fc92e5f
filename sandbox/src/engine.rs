//! How WebAssembly is executed.

/// The native stack a thread needs before it may run a guest.
pub const NATIVE_STACK_BYTES: usize = 16 << 20;
