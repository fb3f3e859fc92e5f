//! The file `/dev/backroad`, through which some guests take messages and answer them.
//!
//! Whatever is written to it is believed to be an answer and nothing more, whoever wrote it.

use crate::protocol::MAX_ANSWER_BYTES;

/// Where guests find it.
pub(super) const PATH: &str = "dev/backroad";
/// Its folder.
pub(super) const FOLDER: &str = "dev";

/// One message, and the answer as far as it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channel {
    message: Vec<u8>,
    read: usize,
    answer: Vec<u8>,
    overflowed: bool,
    is_open: bool,
}

impl Channel {
    /// With a message, which ends in a line break.
    pub(crate) fn open(message: &[u8]) -> Self {
        Self { message: [message, b"\n"].concat(), is_open: true, ..Self::default() }
    }

    /// Takes the answer, without its line break; `None` where it was too long to be kept.
    pub(crate) fn close(&mut self) -> Option<Vec<u8>> {
        let Self { mut answer, overflowed, .. } = std::mem::take(self);
        if answer.last() == Some(&b'\n') {
            answer.pop();
        }
        (!overflowed).then_some(answer)
    }

    /// What is left of the message.
    pub(super) fn unread(&self) -> &[u8] {
        &self.message[self.read..]
    }

    /// So many bytes were read.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.read = (self.read + bytes).min(self.message.len());
    }

    /// Adds to the answer, as far as there is room. Nobody waits for one where nothing was asked.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        let fits = bytes.len().min(MAX_ANSWER_BYTES + 1 - self.answer.len());
        if self.is_open {
            self.answer.extend_from_slice(&bytes[..fits]);
            self.overflowed |= fits < bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_once_and_answered() {
        let mut channel = Channel::open(b"question");
        assert_eq!(channel.unread(), b"question\n");
        channel.advance(5);
        assert_eq!(channel.unread(), b"ion\n");
        channel.advance(99);
        assert_eq!(channel.unread(), b"");
        channel.write(b"ans");
        channel.write(b"wer\n");
        assert_eq!(channel.close(), Some(b"answer".to_vec()));
        assert_eq!(channel.close(), Some(Vec::new()));
    }

    #[test]
    fn nothing_is_kept_where_nothing_was_asked() {
        let mut channel = Channel::default();
        channel.write(b"I passed");
        assert_eq!(channel.close(), Some(Vec::new()));
    }

    #[test]
    fn an_answer_has_room_for_the_longest_and_no_more() {
        let mut channel = Channel::open(b"");
        channel.write(&vec![b'x'; MAX_ANSWER_BYTES]);
        channel.write(b"\n");
        assert_eq!(channel.close().map(|answer| answer.len()), Some(MAX_ANSWER_BYTES));
        let mut channel = Channel::open(b"");
        channel.write(&vec![b'x'; MAX_ANSWER_BYTES + 2]);
        assert_eq!(channel.close(), None);
    }
}
