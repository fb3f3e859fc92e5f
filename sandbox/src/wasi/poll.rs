//! Waiting, without waiting: `poll_oneoff`.

use super::{
    abi::{CLOCK_ABSTIME, EVENT_BYTES, Errno, SUBSCRIPTION_BYTES},
    call::{Call, Fault, Halt},
    clock::{ClockId, SleptTooLong},
    memory::{read_u16, read_u32, read_u64},
};

/// The most things a guest can wait for at once.
const MAX_SUBSCRIPTIONS: u32 = 64;

struct Subscription {
    userdata: u64,
    kind: u8,
    /// How long until it happens. Descriptors are always ready.
    after: u64,
}

impl Call<'_> {
    /// Answers at once: what is ready is ready, and otherwise the clock moves to the first timeout.
    pub(super) fn poll(&mut self, subscriptions: u32, events: u32, count: u32, happened: u32) -> Result<(), Fault> {
        if count == 0 || count > MAX_SUBSCRIPTIONS {
            return Err(Errno::Invalid.into());
        }
        let waiting = self.subscriptions(subscriptions, count)?;
        let first = waiting.iter().map(|subscription| subscription.after).min().unwrap_or_default();
        if first > 0 {
            self.wasi.clock.sleep(first).map_err(|SleptTooLong| Halt::VirtualTime)?;
        }
        let mut written = 0;
        for subscription in waiting.iter().filter(|subscription| subscription.after <= first) {
            let mut event = [0; EVENT_BYTES as usize];
            event[0..8].copy_from_slice(&subscription.userdata.to_le_bytes());
            event[10] = subscription.kind;
            if subscription.kind != 0 {
                // At least a byte can be read or written.
                event[16..24].copy_from_slice(&1u64.to_le_bytes());
            }
            let at = events.checked_add(written * EVENT_BYTES).ok_or(Errno::Fault)?;
            self.memory.write(at, &event)?;
            written += 1;
        }
        Ok(self.memory.write_u32(happened, written)?)
    }

    fn subscriptions(&mut self, at: u32, count: u32) -> Result<Vec<Subscription>, Fault> {
        self.pay((count * SUBSCRIPTION_BYTES) as usize);
        let array = self.memory.bytes(at, count * SUBSCRIPTION_BYTES)?;
        let mut waiting = Vec::with_capacity(count as usize);
        for entry in array.chunks_exact(SUBSCRIPTION_BYTES as usize) {
            let after = match entry[8] {
                0 => {
                    let id = ClockId::from_number(read_u32(entry, 16)).ok_or(Errno::Invalid)?;
                    let timeout = read_u64(entry, 24);
                    if read_u16(entry, 40) & CLOCK_ABSTIME == 0 { timeout } else { self.wasi.clock.until(id, timeout) }
                }
                1 | 2 => {
                    self.wasi.descriptors.get(read_u32(entry, 16))?;
                    0
                }
                _ => return Err(Errno::Invalid.into()),
            };
            waiting.push(Subscription { userdata: read_u64(entry, 0), kind: entry[8], after });
        }
        Ok(waiting)
    }
}
