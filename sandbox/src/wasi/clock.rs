//! Time as a guest sees it: the same in every run, and never waited for.

/// 2026-01-01T00:00:00Z, in nanoseconds since 1970.
const START_NS: u64 = 1_767_225_600_000_000_000;
/// How far each reading moves the clock. A loop that waits for time to pass ends, and no two readings are equal.
const READ_NS: u64 = 10_000;

/// Which clock is asked, by WASI's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClockId {
    /// Time of day.
    Realtime,
    /// Since the guest started; also what processor-time clocks show.
    Monotonic,
}

impl ClockId {
    /// By WASI's number.
    pub(crate) fn from_number(number: u32) -> Option<Self> {
        match number {
            0 => Some(Self::Realtime),
            1..=3 => Some(Self::Monotonic),
            _ => None,
        }
    }
}

/// A guest slept beyond what its limits allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SleptTooLong;

/// The virtual clock of one guest.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    elapsed: u64,
    slept: u64,
    may_sleep: u64,
}

impl Clock {
    /// A clock at its start that allows so many seconds of sleep.
    pub(crate) fn new(virtual_seconds: u32) -> Self {
        Self { elapsed: 0, slept: 0, may_sleep: u64::from(virtual_seconds) * 1_000_000_000 }
    }

    /// Reads a clock, in nanoseconds.
    pub(crate) fn read(&mut self, id: ClockId) -> u64 {
        self.elapsed = self.elapsed.saturating_add(READ_NS);
        match id {
            ClockId::Realtime => START_NS.saturating_add(self.elapsed),
            ClockId::Monotonic => self.elapsed,
        }
    }

    /// How long it is from now until a point in time.
    pub(crate) fn until(&self, id: ClockId, point: u64) -> u64 {
        let elapsed = match id {
            ClockId::Realtime => point.saturating_sub(START_NS),
            ClockId::Monotonic => point,
        };
        elapsed.saturating_sub(self.elapsed)
    }

    /// Moves the clock instead of waiting.
    pub(crate) fn sleep(&mut self, nanoseconds: u64) -> Result<(), SleptTooLong> {
        self.slept = self.slept.saturating_add(nanoseconds);
        self.elapsed = self.elapsed.saturating_add(nanoseconds);
        if self.slept > self.may_sleep { Err(SleptTooLong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_starts_alike_and_moves_with_each_reading() {
        let mut clock = Clock::new(60);
        assert_eq!(clock.read(ClockId::Realtime), START_NS + READ_NS);
        assert_eq!(clock.read(ClockId::Monotonic), 2 * READ_NS);
    }

    #[test]
    fn sleeping_moves_the_clock_up_to_the_limit() {
        let mut clock = Clock::new(2);
        assert_eq!(clock.sleep(1_500_000_000), Ok(()));
        assert_eq!(clock.read(ClockId::Monotonic), 1_500_000_000 + READ_NS);
        assert_eq!(clock.sleep(500_000_000), Ok(()));
        assert_eq!(clock.sleep(1), Err(SleptTooLong));
    }

    #[test]
    fn a_sleep_without_end_does_not_overflow() {
        assert_eq!(Clock::new(60).sleep(u64::MAX), Err(SleptTooLong));
        let mut clock = Clock::new(u32::MAX);
        assert_eq!(clock.sleep(u64::MAX), Err(SleptTooLong));
        assert_eq!(clock.read(ClockId::Realtime), u64::MAX);
    }

    #[test]
    fn a_point_in_time_is_as_far_as_it_is_on_its_own_clock() {
        let clock = Clock::new(60);
        assert_eq!(clock.until(ClockId::Realtime, START_NS + 7), 7);
        assert_eq!(clock.until(ClockId::Monotonic, 7), 7);
        assert_eq!(clock.until(ClockId::Realtime, 7), 0);
    }
}
