//! The file `/dev/bridge`, through which a guest asks the host: a line is written to it, and a line read back.

use super::{
    abi::Errno,
    call::{Call, Fault},
};
use crate::bridge::{Bridge, answer_line};

/// Where guests find it, if they have one.
pub(super) const PATH: &str = "dev/bridge";
/// The longest question. A short one may be large once it is read (`[[],[],…`), so this is less than an answer may have.
const MAX_QUESTION_BYTES: usize = 1 << 20;
/// What a question costs its guest, beside what a call of the host does: about ten microseconds of computing, which is what
/// the host needs for it.
const FUEL_PER_QUESTION: u64 = 50_000;
/// What each byte of it and of the answer costs: they are parsed, checked, copied and written.
const FUEL_PER_BYTE: u64 = 100;

/// The conversation, one for the whole guest, however often the file is opened.
pub(crate) struct BridgeFile {
    bridge: Box<dyn Bridge>,
    /// The question as far as it is written.
    asked: Vec<u8>,
    /// Whether it is longer than what is kept of it.
    overflowed: bool,
    answer: Vec<u8>,
    read: usize,
    was_asked: bool,
}

impl BridgeFile {
    /// Nothing was asked yet.
    pub(super) fn new(bridge: Box<dyn Bridge>) -> Self {
        Self { bridge, asked: Vec::new(), overflowed: false, answer: Vec::new(), read: 0, was_asked: false }
    }

    /// Whether anything was written to it so far.
    pub(super) fn was_asked(&self) -> bool {
        self.was_asked
    }

    /// What is left of the answer to the last question.
    pub(super) fn unread(&self) -> &[u8] {
        &self.answer[self.read..]
    }

    /// So many bytes were read.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.read = (self.read + bytes).min(self.answer.len());
    }

    /// Takes bytes up to the end of a question, and answers that. Gives how many were taken, and what it cost.
    fn write(&mut self, bytes: &[u8]) -> (usize, u64) {
        // Never more than one question at once, nor more bytes than one may have: that bounds what a single call does.
        let bytes = &bytes[..bytes.len().min(MAX_QUESTION_BYTES)];
        self.was_asked = true;
        let (line, taken) = match bytes.iter().position(|byte| *byte == b'\n') {
            Some(end) => (&bytes[..end], end + 1),
            None => (bytes, bytes.len()),
        };
        let room = MAX_QUESTION_BYTES - self.asked.len();
        self.asked.extend_from_slice(&line[..line.len().min(room)]);
        self.overflowed |= line.len() > room;
        if taken == line.len() {
            return (taken, taken as u64);
        }
        self.answer = if self.overflowed {
            b"{\"malformed\":\"the question is too long\"}\n".to_vec()
        } else {
            answer_line(self.bridge.as_mut(), &self.asked)
        };
        let bytes = self.asked.len() + self.answer.len();
        // What a long question took is given back.
        self.asked = Vec::new();
        self.overflowed = false;
        self.read = 0;
        (taken, FUEL_PER_QUESTION + bytes as u64 * FUEL_PER_BYTE)
    }
}

impl Call<'_> {
    /// `fd_write` to the bridge: as much as belongs to one question.
    pub(super) fn ask(&mut self, iovecs: u32, count: u32, written: u32) -> Result<(), Fault> {
        let buffers = self.memory.buffers(iovecs, count)?;
        let file = self.wasi.bridge.as_mut().ok_or(Errno::BadDescriptor)?;
        // The first that holds anything: whoever has more to write calls again.
        let Some(buffer) = buffers.into_iter().find(|buffer| buffer.len() > 0) else {
            return Ok(self.memory.write_u32(written, 0)?);
        };
        let (taken, cost) = file.write(self.memory.buffer(buffer));
        self.fuel = self.fuel.saturating_add(cost);
        Ok(self.memory.write_u32(written, u32::try_from(taken).map_err(|_| Errno::Invalid)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bridge::{Question, Reply};

    struct Counting(u32);

    impl Bridge for Counting {
        fn answer(&mut self, _question: Question) -> Reply {
            self.0 += 1;
            Reply::Value(self.0.into())
        }
    }

    fn file() -> BridgeFile {
        BridgeFile::new(Box::new(Counting(0)))
    }

    const QUESTION: &[u8] = b"{\"resolve\":\"x\"}\n";

    fn write_all(file: &mut BridgeFile, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            bytes = &bytes[file.write(bytes).0..];
        }
    }

    #[test]
    fn a_line_is_answered_when_it_ends() {
        let mut file = file();
        assert_eq!(file.unread(), b"");
        write_all(&mut file, &QUESTION[..5]);
        assert_eq!(file.unread(), b"");
        write_all(&mut file, &QUESTION[5..]);
        assert_eq!(file.unread(), b"{\"value\":1}\n");
        file.advance(4);
        assert_eq!(file.unread(), b"lue\":1}\n");
        file.advance(99);
        assert_eq!(file.unread(), b"");
    }

    #[test]
    fn one_question_is_taken_at_a_time_and_has_its_price() {
        let mut file = file();
        let two = [QUESTION, QUESTION].concat();
        let (taken, cost) = file.write(&two);
        assert_eq!((taken, cost), (QUESTION.len(), FUEL_PER_QUESTION + 27 * FUEL_PER_BYTE));
        write_all(&mut file, &two[taken..]);
        assert_eq!(file.unread(), b"{\"value\":2}\n", "an answer that nobody read is gone");
    }

    #[test]
    fn a_question_that_is_too_long_is_told_so_and_the_next_is_answered() {
        let mut file = file();
        let longest = [b"\"".as_slice(), &vec![b'x'; MAX_QUESTION_BYTES - 2], b"\""].concat();
        for (line, said) in [(longest.clone(), "malformed"), ([&longest, b" ".as_slice()].concat(), "too long")] {
            write_all(&mut file, &line);
            write_all(&mut file, b"\n");
            let answer = String::from_utf8(file.unread().to_vec()).unwrap();
            assert!(answer.contains(said), "{answer}");
        }
        write_all(&mut file, QUESTION);
        assert_eq!(file.unread(), b"{\"value\":1}\n");
    }
}
