//! The guest's linear memory, as host calls see it: every access checked.

use super::abi::{Errno, IOVEC_BYTES};

/// The most buffers one call may name.
const MAX_IOVECS: u32 = 1024;

/// A guest's whole linear memory for the time of one host call.
pub(crate) struct GuestMemory<'a>(pub(crate) &'a mut [u8]);

/// A buffer of the guest, already checked to lie inside its memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Buffer {
    start: usize,
    len: usize,
}

impl Buffer {
    /// Its length in bytes.
    pub(crate) fn len(self) -> usize {
        self.len
    }
}

impl GuestMemory<'_> {
    /// `len` bytes from `at` on.
    pub(crate) fn bytes(&self, at: u32, len: u32) -> Result<&[u8], Errno> {
        let start = at as usize;
        self.0.get(start..start + len as usize).ok_or(Errno::Fault)
    }

    /// `len` bytes from `at` on, to write to.
    pub(crate) fn bytes_mut(&mut self, at: u32, len: u32) -> Result<&mut [u8], Errno> {
        let start = at as usize;
        self.0.get_mut(start..start + len as usize).ok_or(Errno::Fault)
    }

    /// Copies `bytes` to `at`.
    pub(crate) fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), Errno> {
        let len = u32::try_from(bytes.len()).map_err(|_| Errno::Fault)?;
        self.bytes_mut(at, len)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Writes a 32-bit number to `at`.
    pub(crate) fn write_u32(&mut self, at: u32, value: u32) -> Result<(), Errno> {
        self.write(at, &value.to_le_bytes())
    }

    /// Writes a 64-bit number to `at`.
    pub(crate) fn write_u64(&mut self, at: u32, value: u64) -> Result<(), Errno> {
        self.write(at, &value.to_le_bytes())
    }

    /// The buffers of an `iovec` array, in order.
    pub(crate) fn buffers(&self, at: u32, count: u32) -> Result<Vec<Buffer>, Errno> {
        if count > MAX_IOVECS {
            return Err(Errno::Invalid);
        }
        let array = self.bytes(at, count * IOVEC_BYTES)?;
        array
            .chunks_exact(IOVEC_BYTES as usize)
            .map(|pair| {
                let (start, len) = (read_u32(pair, 0), read_u32(pair, 4));
                self.bytes(start, len)?;
                Ok(Buffer { start: start as usize, len: len as usize })
            })
            .collect()
    }

    /// A checked buffer's bytes.
    pub(crate) fn buffer(&self, buffer: Buffer) -> &[u8] {
        &self.0[buffer.start..buffer.start + buffer.len]
    }

    /// A checked buffer's bytes, to write to.
    pub(crate) fn buffer_mut(&mut self, buffer: Buffer) -> &mut [u8] {
        &mut self.0[buffer.start..buffer.start + buffer.len]
    }
}

/// A little-endian number inside a structure that has been checked to be long enough.
pub(crate) fn read_u16(structure: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([structure[at], structure[at + 1]])
}

/// As [`read_u16`], of 32 bits.
pub(crate) fn read_u32(structure: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([structure[at], structure[at + 1], structure[at + 2], structure[at + 3]])
}

/// As [`read_u16`], of 64 bits.
pub(crate) fn read_u64(structure: &[u8], at: usize) -> u64 {
    u64::from(read_u32(structure, at)) | u64::from(read_u32(structure, at + 4)) << 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_memory_can_be_named() {
        let mut bytes = [0u8; 32];
        let mut memory = GuestMemory(&mut bytes);
        assert_eq!(memory.bytes(30, 2), Ok(&[0u8, 0][..]));
        assert_eq!(memory.bytes(31, 2), Err(Errno::Fault));
        assert_eq!(memory.bytes(u32::MAX, u32::MAX), Err(Errno::Fault));
        assert_eq!(memory.write_u64(28, 1), Err(Errno::Fault));
    }

    #[test]
    fn buffers_are_checked_before_any_is_touched() {
        let mut bytes = [0u8; 32];
        bytes[0..4].copy_from_slice(&16u32.to_le_bytes());
        bytes[4..8].copy_from_slice(&4u32.to_le_bytes());
        bytes[8..12].copy_from_slice(&30u32.to_le_bytes());
        bytes[12..16].copy_from_slice(&4u32.to_le_bytes());
        let memory = GuestMemory(&mut bytes);
        assert_eq!(memory.buffers(0, 1).unwrap()[0].len(), 4);
        assert_eq!(memory.buffers(0, 2).unwrap_err(), Errno::Fault);
        assert_eq!(memory.buffers(0, MAX_IOVECS + 1).unwrap_err(), Errno::Invalid);
    }
}
