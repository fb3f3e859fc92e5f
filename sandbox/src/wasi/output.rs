//! What a guest prints, kept up to a limit.

use crate::Output;

/// Which stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Descriptor 1.
    Stdout,
    /// Descriptor 2.
    Stderr,
}

/// More was printed than may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Overflow;

/// Both streams of one guest; the limit is for both together and for its whole life.
#[derive(Clone, Debug)]
pub(crate) struct Printed {
    kept: Output,
    room: usize,
}

impl Printed {
    /// Room for so many bytes.
    pub(crate) fn new(room: usize) -> Self {
        Self { kept: Output::default(), room }
    }

    /// Keeps what fits.
    pub(crate) fn write(&mut self, stream: Stream, bytes: &[u8]) -> Result<(), Overflow> {
        let fits = bytes.len().min(self.room);
        self.room -= fits;
        match stream {
            Stream::Stdout => self.kept.stdout.extend_from_slice(&bytes[..fits]),
            Stream::Stderr => self.kept.stderr.extend_from_slice(&bytes[..fits]),
        }
        if fits == bytes.len() {
            return Ok(());
        }
        self.kept.truncated = true;
        Err(Overflow)
    }

    /// What was kept since the last call of this.
    pub(crate) fn take(&mut self) -> Output {
        let truncated = self.kept.truncated;
        let kept = std::mem::take(&mut self.kept);
        self.kept.truncated = truncated;
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_are_kept_when_more_come_than_fit() {
        let mut printed = Printed::new(5);
        assert_eq!(printed.write(Stream::Stdout, b"abc"), Ok(()));
        assert_eq!(printed.write(Stream::Stderr, b"defg"), Err(Overflow));
        let output = printed.take();
        assert_eq!(
            (output.stdout.as_slice(), output.stderr.as_slice(), output.truncated),
            (&b"abc"[..], &b"de"[..], true)
        );
        assert_eq!(printed.write(Stream::Stdout, b"h"), Err(Overflow));
    }

    #[test]
    fn exactly_the_limit_is_not_too_much() {
        let mut printed = Printed::new(3);
        assert_eq!(printed.write(Stream::Stdout, b"abc"), Ok(()));
        assert!(!printed.take().truncated);
    }

    #[test]
    fn taking_gives_no_room_back() {
        let mut printed = Printed::new(3);
        assert_eq!(printed.write(Stream::Stdout, b"abc"), Ok(()));
        printed.take();
        assert_eq!(printed.write(Stream::Stdout, b"d"), Err(Overflow));
    }
}
