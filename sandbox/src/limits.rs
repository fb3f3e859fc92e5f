//! What a guest may use, in the engine's terms.

use wasmtime::ResourceLimiter;

/// The most linear memory any guest may have, whatever its limits say. The pool of instances reserves address space for it.
pub(crate) const MAX_MEMORY_BYTES: usize = 512 << 20;
/// What an interpreter may hold when a program begins and have it counted as the program's. Ruby holds more; that much more
/// its programs may have, so that a limit means about the same in every language.
const USUAL_START_BYTES: usize = 32 << 20;
/// The most entries of a function table. The interpreters have about ten thousand.
pub(crate) const MAX_TABLE_ELEMENTS: usize = 40_000;

/// Decides about every growth of a guest's memory and remembers a refusal: how a guest ends after one tells what it ran into.
#[derive(Clone, Debug)]
pub(crate) struct MemoryLimit {
    bytes: usize,
    refused: bool,
}

impl MemoryLimit {
    /// So many MiB.
    pub(crate) fn new(mebibytes: u32) -> Self {
        let bytes = usize::try_from(mebibytes).unwrap_or(usize::MAX).saturating_mul(1 << 20);
        Self { bytes: bytes.min(MAX_MEMORY_BYTES), refused: false }
    }

    /// A guest begins with so much, as far as it is the interpreter's own.
    pub(crate) fn start(&mut self, bytes: usize) {
        self.bytes = (self.bytes + bytes.saturating_sub(USUAL_START_BYTES)).min(MAX_MEMORY_BYTES);
    }

    /// Whether the guest has asked for more than it may have.
    pub(crate) fn refused(&self) -> bool {
        self.refused
    }
}

impl ResourceLimiter for MemoryLimit {
    fn memory_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        // What the interpreter itself needs to be there is given in any case; a limit below that leaves nothing to grow.
        let is_start = current == 0;
        if is_start {
            self.start(desired);
        }
        let allowed = is_start || desired <= self.bytes;
        self.refused |= !allowed;
        Ok(allowed)
    }

    fn table_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(desired <= MAX_TABLE_ELEMENTS)
    }

    // The defaults are ten thousand each. A guest is one instance with one memory and one table.
    fn instances(&self) -> usize {
        1
    }

    fn tables(&self) -> usize {
        1
    }

    fn memories(&self) -> usize {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_grows_to_the_limit_and_no_further() {
        let mut limit = MemoryLimit::new(2);
        assert!(limit.memory_growing(1 << 20, 2 << 20, None).unwrap());
        assert!(!limit.refused());
        assert!(!limit.memory_growing(1 << 20, (2 << 20) + 1, None).unwrap());
        assert!(limit.refused());
    }

    #[test]
    fn an_interpreter_starts_whatever_the_limit() {
        let mut limit = MemoryLimit::new(1);
        assert!(limit.memory_growing(0, 20 << 20, None).unwrap());
        assert!(!limit.memory_growing(20 << 20, 21 << 20, None).unwrap());
    }

    #[test]
    fn a_large_interpreter_leaves_its_programs_as_much_as_others_do() {
        let mut limit = MemoryLimit::new(128);
        assert!(limit.memory_growing(0, 80 << 20, None).unwrap());
        assert!(limit.memory_growing(80 << 20, (128 + 48) << 20, None).unwrap());
        assert!(!limit.memory_growing(80 << 20, ((128 + 48) << 20) + 1, None).unwrap());
    }

    #[test]
    fn no_limit_is_above_what_the_pool_reserves() {
        let mut limit = MemoryLimit::new(u32::MAX);
        assert!(!limit.memory_growing(1, MAX_MEMORY_BYTES + 1, None).unwrap());
        assert!(!limit.table_growing(0, MAX_TABLE_ELEMENTS + 1, None).unwrap());
    }
}
