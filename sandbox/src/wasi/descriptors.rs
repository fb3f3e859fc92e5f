//! A guest's open files.

use super::{abi::Errno, output::Stream, tree::Content};

/// How many descriptors a guest may have open.
const MAX_OPEN: usize = 64;

/// The descriptor of the root folder, the only one a guest starts with beside the standard streams.
pub(crate) const ROOT: u32 = 3;

/// What a descriptor stands for.
#[derive(Clone, Debug)]
pub(crate) enum Descriptor {
    /// Standard input.
    Stdin,
    /// Standard output or standard error.
    Printed(Stream),
    /// The file through which the guest is asked.
    Channel,
    /// The file through which the guest asks.
    Bridge,
    /// An open folder, by its path.
    Folder(String),
    /// An open file.
    File(OpenFile),
}

/// An open file and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct OpenFile {
    /// Its path when it was opened.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) content: Content,
    /// Where the next read or write begins.
    pub(crate) offset: u64,
    /// Each write goes to the end.
    pub(crate) append: bool,
    /// Opened for writing.
    pub(crate) write: bool,
}

/// The table of descriptors.
#[derive(Clone, Debug)]
pub(crate) struct Descriptors(Vec<Option<Descriptor>>);

impl Descriptors {
    /// The standard streams and the root.
    pub(crate) fn new() -> Self {
        let first = [
            Descriptor::Stdin,
            Descriptor::Printed(Stream::Stdout),
            Descriptor::Printed(Stream::Stderr),
            Descriptor::Folder(String::new()),
        ];
        Self(first.into_iter().map(Some).collect())
    }

    /// An open descriptor.
    pub(crate) fn get(&self, fd: u32) -> Result<&Descriptor, Errno> {
        self.0.get(fd as usize).and_then(Option::as_ref).ok_or(Errno::BadDescriptor)
    }

    /// An open file.
    pub(crate) fn file(&mut self, fd: u32) -> Result<&mut OpenFile, Errno> {
        match self.0.get_mut(fd as usize).and_then(Option::as_mut) {
            Some(Descriptor::File(file)) => Ok(file),
            Some(Descriptor::Folder(_)) => Err(Errno::IsFolder),
            Some(_) => Err(Errno::IllegalSeek),
            None => Err(Errno::BadDescriptor),
        }
    }

    /// The path of an open folder.
    pub(crate) fn folder(&self, fd: u32) -> Result<&str, Errno> {
        match self.get(fd)? {
            Descriptor::Folder(path) => Ok(path),
            _ => Err(Errno::NotFolder),
        }
    }

    /// Opens the lowest free number.
    pub(crate) fn open(&mut self, descriptor: Descriptor) -> Result<u32, Errno> {
        let free = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        if free >= MAX_OPEN {
            return Err(Errno::TooManyOpen);
        }
        if free == self.0.len() {
            self.0.push(None);
        }
        self.0[free] = Some(descriptor);
        u32::try_from(free).map_err(|_| Errno::TooManyOpen)
    }

    /// Closes a descriptor and gives what it was.
    pub(crate) fn close(&mut self, fd: u32) -> Result<Descriptor, Errno> {
        if fd == ROOT {
            // The C library of a snapshot remembers it; without it no path could be opened again.
            return Err(Errno::NotSupported);
        }
        self.0.get_mut(fd as usize).and_then(Option::take).ok_or(Errno::BadDescriptor)
    }

    /// Gives a descriptor the number of another, and gives back what the other was.
    pub(crate) fn renumber(&mut self, from: u32, to: u32) -> Result<Option<Descriptor>, Errno> {
        self.get(from)?;
        self.get(to)?;
        if from == to {
            return Ok(None);
        }
        if from == ROOT || to == ROOT {
            return Err(Errno::NotSupported);
        }
        let moved = self.close(from)?;
        Ok(self.0.get_mut(to as usize).and_then(|slot| slot.replace(moved)))
    }

    /// Whether any descriptor has a written file open.
    pub(crate) fn has_open(&self, id: u64) -> bool {
        self.0.iter().flatten().any(
            |open| matches!(open, Descriptor::File(OpenFile { content: Content::Scratch(other), .. }) if *other == id),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_number_is_taken_and_there_is_a_last() {
        let mut descriptors = Descriptors::new();
        assert_eq!(descriptors.open(Descriptor::Folder("lib".to_owned())), Ok(4));
        assert_eq!(descriptors.open(Descriptor::Folder("code".to_owned())), Ok(5));
        assert!(descriptors.close(4).is_ok());
        assert_eq!(descriptors.get(4).err(), Some(Errno::BadDescriptor));
        assert_eq!(descriptors.open(Descriptor::Stdin), Ok(4));
        let more = std::iter::from_fn(|| descriptors.open(Descriptor::Stdin).ok()).count();
        assert_eq!(more, MAX_OPEN - 6);
        assert_eq!(descriptors.open(Descriptor::Stdin), Err(Errno::TooManyOpen));
    }

    #[test]
    fn a_descriptor_takes_the_place_of_another() {
        let mut descriptors = Descriptors::new();
        assert_eq!(descriptors.open(Descriptor::Folder("lib".to_owned())), Ok(4));
        assert!(matches!(descriptors.renumber(4, 1), Ok(Some(Descriptor::Printed(Stream::Stdout)))));
        assert_eq!(descriptors.folder(1), Ok("lib"));
        assert_eq!(descriptors.get(4).err(), Some(Errno::BadDescriptor));
        assert!(matches!(descriptors.renumber(1, 1), Ok(None)));
        for (from, to) in [(4, 1), (1, 4), (1, ROOT), (ROOT, 1)] {
            assert!(descriptors.renumber(from, to).is_err(), "{from} to {to}");
        }
    }

    #[test]
    fn the_root_stays_open() {
        let mut descriptors = Descriptors::new();
        assert!(descriptors.close(ROOT).is_err());
        assert_eq!(descriptors.folder(ROOT), Ok(""));
        assert_eq!(descriptors.folder(1), Err(Errno::NotFolder));
    }
}
