//! Calls about open descriptors: `fd_*`.

use super::{
    abi::{DIRENT_BYTES, Errno, FileType, rights},
    bridge::BridgeFile,
    call::{Call, Fault, Halt},
    descriptors::{Descriptor, OpenFile, ROOT},
    output::Overflow,
    tree::{Content, Node, inode},
};

/// All times of all files: 2026-01-01T00:00:00Z, as the clock starts.
const FILE_TIME_NS: u64 = 1_767_225_600_000_000_000;

/// What is read from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Stdin,
    Channel,
    Bridge,
    File,
}

impl Call<'_> {
    /// Reads from a file (at an offset of its own for `fd_pread`) or from standard input.
    pub(super) fn read(&mut self, fd: u32, iovecs: u32, count: u32, at: Option<u64>, read: u32) -> Result<(), Fault> {
        let buffers = self.memory.buffers(iovecs, count)?;
        let wanted: usize = buffers.iter().map(|buffer| buffer.len()).sum();
        let wasi = &mut *self.wasi;
        let source = match wasi.descriptors.get(fd)? {
            Descriptor::Stdin => Source::Stdin,
            Descriptor::Channel => Source::Channel,
            Descriptor::Bridge => Source::Bridge,
            _ => Source::File,
        };
        if at.is_some() && source != Source::File {
            return Err(Errno::IllegalSeek.into());
        }
        let (mut rest, start) = match source {
            Source::Stdin => (wasi.stdin.get(wasi.stdin_at..).unwrap_or_default(), 0),
            Source::Channel => (wasi.channel.unread(), 0),
            Source::Bridge => (wasi.bridge.as_ref().map(BridgeFile::unread).unwrap_or_default(), 0),
            Source::File => {
                let file = wasi.descriptors.file(fd)?;
                let start = at.unwrap_or(file.offset);
                let content = wasi.tree.content(&file.content);
                (usize::try_from(start).ok().and_then(|start| content.get(start..)).unwrap_or_default(), start)
            }
        };
        let taken = wanted.min(rest.len());
        for buffer in buffers {
            let len = buffer.len().min(rest.len());
            self.memory.buffer_mut(buffer)[..len].copy_from_slice(&rest[..len]);
            rest = &rest[len..];
        }
        match source {
            Source::Stdin => wasi.stdin_at += taken,
            Source::Channel => wasi.channel.advance(taken),
            Source::Bridge => wasi.bridge.iter_mut().for_each(|bridge| bridge.advance(taken)),
            Source::File if at.is_none() => wasi.descriptors.file(fd)?.offset = start + taken as u64,
            Source::File => {}
        }
        self.pay(taken);
        Ok(self.memory.write_u32(read, u32::try_from(taken).map_err(|_| Errno::Invalid)?)?)
    }

    /// Writes to a file or a standard stream.
    pub(super) fn write(
        &mut self,
        fd: u32,
        iovecs: u32,
        count: u32,
        at: Option<u64>,
        written: u32,
    ) -> Result<(), Fault> {
        if let Descriptor::Bridge = self.wasi.descriptors.get(fd)? {
            return if at.is_some() { Err(Errno::IllegalSeek.into()) } else { self.ask(iovecs, count, written) };
        }
        let buffers = self.memory.buffers(iovecs, count)?;
        let total: usize = buffers.iter().map(|buffer| buffer.len()).sum();
        // A thousand buffers may name the same bytes: nobody writes more at once than a guest can hold.
        let total_u32 = u32::try_from(total).map_err(|_| Errno::Invalid)?;
        self.pay(total);
        let descriptor = self.wasi.descriptors.get(fd)?;
        if let Descriptor::Printed(_) | Descriptor::Channel = descriptor {
            if at.is_some() {
                return Err(Errno::IllegalSeek.into());
            }
            let stream = if let Descriptor::Printed(stream) = *descriptor { Some(stream) } else { None };
            for buffer in buffers {
                let bytes = self.memory.buffer(buffer);
                match stream {
                    Some(stream) => self.wasi.printed.write(stream, bytes).map_err(|Overflow| Halt::Output)?,
                    None => self.wasi.channel.write(bytes),
                }
            }
            return Ok(self.memory.write_u32(written, total_u32)?);
        }
        let file = self.wasi.descriptors.file(fd)?;
        let Content::Scratch(id) = file.content else { return Err(Errno::BadDescriptor.into()) };
        if !file.write {
            return Err(Errno::BadDescriptor.into());
        }
        let end = self.wasi.tree.scratch().content(id).len() as u64;
        let start = if file.append { end } else { at.unwrap_or(file.offset) };
        let mut offset = start;
        for buffer in buffers {
            let bytes = self.memory.buffer(buffer);
            self.wasi.tree.scratch().write(id, offset, bytes)?;
            offset += bytes.len() as u64;
        }
        if at.is_none() {
            file.offset = offset;
        }
        self.pay(usize::try_from(start.saturating_sub(end)).unwrap_or(usize::MAX));
        Ok(self.memory.write_u32(written, total_u32)?)
    }

    /// Moves a file's offset.
    pub(super) fn seek(&mut self, fd: u32, offset: i64, whence: u32, result: u32) -> Result<(), Fault> {
        let file = self.wasi.descriptors.file(fd)?;
        let base = match whence {
            0 => 0,
            1 => file.offset,
            2 => self.wasi.tree.content(&file.content).len() as u64,
            _ => return Err(Errno::Invalid.into()),
        };
        file.offset = base.checked_add_signed(offset).ok_or(Errno::Invalid)?;
        let offset = file.offset;
        Ok(self.memory.write_u64(result, offset)?)
    }

    /// Closes a descriptor.
    pub(super) fn close(&mut self, fd: u32) -> Result<(), Fault> {
        if let Descriptor::File(OpenFile { content: Content::Scratch(id), .. }) = self.wasi.descriptors.close(fd)? {
            self.release(id);
        }
        Ok(())
    }

    /// `fd_renumber`: the one descriptor becomes the other, which is closed.
    pub(super) fn renumber(&mut self, from: u32, to: u32) -> Result<(), Fault> {
        if let Some(Descriptor::File(OpenFile { content: Content::Scratch(id), .. })) =
            self.wasi.descriptors.renumber(from, to)?
        {
            self.release(id);
        }
        Ok(())
    }

    /// Frees what a removed file held, unless it is still open.
    pub(super) fn release(&mut self, id: u64) {
        if !self.wasi.descriptors.has_open(id) {
            self.wasi.tree.scratch().release(id);
        }
    }

    /// `fd_fdstat_get`
    pub(super) fn descriptor_status(&mut self, fd: u32, result: u32) -> Result<(), Fault> {
        let (kind, flags, may) = match self.wasi.descriptors.get(fd)? {
            // With the right to seek, which then fails, a C library does not take it for a terminal: no colours, no prompts.
            Descriptor::Stdin | Descriptor::Channel | Descriptor::Bridge => (FileType::CharacterDevice, 0, rights::ALL),
            Descriptor::Printed(_) => (FileType::CharacterDevice, super::abi::FDFLAG_APPEND, rights::ALL),
            Descriptor::Folder(_) => (FileType::Folder, 0, rights::ALL),
            Descriptor::File(file) => {
                let may = if file.write { rights::ALL } else { rights::ALL & !rights::WRITE };
                (FileType::RegularFile, if file.append { super::abi::FDFLAG_APPEND } else { 0 }, may)
            }
        };
        let mut status = [0; 24];
        status[0] = kind as u8;
        status[2..4].copy_from_slice(&flags.to_le_bytes());
        status[8..16].copy_from_slice(&may.to_le_bytes());
        status[16..24].copy_from_slice(&rights::ALL.to_le_bytes());
        Ok(self.memory.write(result, &status)?)
    }

    /// `fd_fdstat_set_flags`: only appending can be changed.
    pub(super) fn set_flags(&mut self, fd: u32, flags: u32) -> Result<(), Fault> {
        if let Ok(file) = self.wasi.descriptors.file(fd) {
            file.append = flags & u32::from(super::abi::FDFLAG_APPEND) != 0;
        } else {
            self.wasi.descriptors.get(fd)?;
        }
        Ok(())
    }

    /// `fd_filestat_get`
    pub(super) fn file_status(&mut self, fd: u32, result: u32) -> Result<(), Fault> {
        let (kind, ino, len) = match self.wasi.descriptors.get(fd)? {
            Descriptor::Stdin | Descriptor::Channel | Descriptor::Bridge | Descriptor::Printed(_) => {
                (FileType::CharacterDevice, u64::from(fd), 0)
            }
            Descriptor::Folder(path) => (FileType::Folder, inode(path), 0),
            Descriptor::File(file) => {
                (FileType::RegularFile, inode(&file.path), self.wasi.tree.content(&file.content).len())
            }
        };
        self.write_status(result, kind, ino, len)
    }

    /// `path_filestat_get`, once the path is resolved.
    pub(super) fn path_status(&mut self, path: &str, result: u32) -> Result<(), Fault> {
        match self.wasi.tree.find(path).ok_or(Errno::NoEntry)? {
            Node::Folder => self.write_status(result, FileType::Folder, inode(path), 0),
            Node::File(content) => {
                let len = self.wasi.tree.content(&content).len();
                self.write_status(result, FileType::RegularFile, inode(path), len)
            }
        }
    }

    fn write_status(&mut self, result: u32, kind: FileType, ino: u64, len: usize) -> Result<(), Fault> {
        let mut status = [0; 64];
        status[8..16].copy_from_slice(&ino.to_le_bytes());
        status[16] = kind as u8;
        status[24..32].copy_from_slice(&1u64.to_le_bytes());
        status[32..40].copy_from_slice(&(len as u64).to_le_bytes());
        for time in status[40..64].chunks_exact_mut(8) {
            time.copy_from_slice(&FILE_TIME_NS.to_le_bytes());
        }
        Ok(self.memory.write(result, &status)?)
    }

    /// `fd_filestat_set_size`
    pub(super) fn resize(&mut self, fd: u32, len: u64) -> Result<(), Fault> {
        let file = self.wasi.descriptors.file(fd)?;
        match file.content {
            Content::Scratch(id) if file.write => {
                self.wasi.tree.scratch().resize(id, len)?;
                self.pay(usize::try_from(len).unwrap_or(usize::MAX));
                Ok(())
            }
            _ => Err(Errno::Invalid.into()),
        }
    }

    /// `fd_prestat_get`: only the root was there before the guest.
    pub(super) fn preopened(&mut self, fd: u32, result: u32) -> Result<(), Fault> {
        if fd != ROOT {
            return Err(Errno::BadDescriptor.into());
        }
        self.memory.write_u32(result, 0)?;
        Ok(self.memory.write_u32(result + 4, 1)?)
    }

    /// `fd_prestat_dir_name`
    pub(super) fn preopened_name(&mut self, fd: u32, name: u32, len: u32) -> Result<(), Fault> {
        match (fd, len) {
            (ROOT, 1..) => Ok(self.memory.write(name, b"/")?),
            (ROOT, 0) => Err(Errno::NameTooLong.into()),
            _ => Err(Errno::BadDescriptor.into()),
        }
    }

    /// `fd_readdir`: fills the buffer with entries from the `cookie`th on; the last may be cut.
    pub(super) fn read_folder(&mut self, fd: u32, buffer: u32, len: u32, cookie: u64, used: u32) -> Result<(), Fault> {
        /// What it costs to look at one name.
        const FUEL_PER_NAME: usize = 100;
        let folder = self.wasi.descriptors.folder(fd)?.to_owned();
        self.pay(self.wasi.tree.effort_of_list(&folder) * FUEL_PER_NAME);
        let names = self.wasi.tree.list(&folder);
        let room = len as usize;
        let mut entries: Vec<u8> = Vec::new();
        let skip = usize::try_from(cookie).unwrap_or(usize::MAX);
        for (index, (name, kind)) in names.iter().enumerate().skip(skip) {
            if entries.len() >= room {
                break;
            }
            let mut entry = [0; DIRENT_BYTES];
            entry[0..8].copy_from_slice(&(index as u64 + 1).to_le_bytes());
            entry[8..16].copy_from_slice(&inode(&format!("{folder}/{name}")).to_le_bytes());
            entry[16..20].copy_from_slice(&(u32::try_from(name.len()).map_err(|_| Errno::NameTooLong)?).to_le_bytes());
            entry[20] = *kind as u8;
            entries.extend_from_slice(&entry);
            entries.extend_from_slice(name.as_bytes());
        }
        entries.truncate(room);
        self.pay(entries.len());
        self.memory.write(buffer, &entries)?;
        Ok(self.memory.write_u32(used, u32::try_from(entries.len()).map_err(|_| Errno::Invalid)?)?)
    }
}
