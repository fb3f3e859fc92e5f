//! Messages over a stream: four bytes of length, then JSON.

use std::io::{self, Read, Write};

use serde::{Serialize, de::DeserializeOwned};

/// The longest message. The longest that is sent is a submission with a large suite, some megabytes.
const MAX_BYTES: usize = 64 << 20;

/// Writes a message.
pub(crate) fn write(stream: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let mut frame = vec![0; 4];
    serde_json::to_writer(&mut frame, message)?;
    let length = u32::try_from(frame.len() - 4).ok().filter(|length| *length as usize <= MAX_BYTES);
    let length = length.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a message is too long"))?;
    frame[..4].copy_from_slice(&length.to_le_bytes());
    stream.write_all(&frame)
}

/// Reads a message.
pub(crate) fn read<T: DeserializeOwned>(stream: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a message is too long"));
    }
    let mut message = vec![0; length];
    stream.read_exact(&mut message)?;
    Ok(serde_json::from_slice(&message)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_follow_each_other() {
        let mut stream = Vec::new();
        write(&mut stream, &"one").unwrap();
        write(&mut stream, &["two"]).unwrap();
        let mut stream = stream.as_slice();
        assert_eq!(read::<String>(&mut stream).unwrap(), "one");
        assert_eq!(read::<Vec<String>>(&mut stream).unwrap(), ["two"]);
        assert_eq!(read::<String>(&mut stream).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn a_length_beyond_reason_allocates_nothing() {
        let frame = u32::MAX.to_le_bytes();
        assert_eq!(read::<String>(&mut frame.as_slice()).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
