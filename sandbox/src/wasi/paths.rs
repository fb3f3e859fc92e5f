//! Calls about names: `path_*`.

use super::{
    abi::{Errno, FDFLAG_APPEND, oflags, rights},
    bridge,
    call::{Call, Fault},
    channel,
    descriptors::{Descriptor, OpenFile},
    tree::{Content, Node, resolve},
};

/// A guest's text: where it is and how long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// Where.
    pub(super) at: u32,
    /// How long.
    pub(super) len: u32,
}

/// What `path_open` is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenRequest {
    /// `oflags`
    pub(super) oflags: u32,
    /// `fs_rights_base`
    pub(super) rights: u64,
    /// `fdflags`
    pub(super) fdflags: u32,
}

impl Call<'_> {
    /// The path a guest means.
    pub(super) fn path(&mut self, fd: u32, text: Text) -> Result<String, Fault> {
        self.pay(text.len as usize);
        let folder = self.wasi.descriptors.folder(fd)?;
        let bytes = self.memory.bytes(text.at, text.len)?;
        Ok(resolve(&self.wasi.tree, folder, bytes)?)
    }

    /// `path_open`
    pub(super) fn open(&mut self, path: String, request: OpenRequest, result: u32) -> Result<(), Fault> {
        let wants = |flag| request.oflags & flag != 0;
        let write = request.rights & rights::WRITE != 0;
        let descriptor = match self.wasi.tree.find(&path) {
            _ if path == channel::PATH => Descriptor::Channel,
            _ if path == bridge::PATH && self.wasi.bridge.is_some() => Descriptor::Bridge,
            Some(_) if wants(oflags::CREATE) && wants(oflags::EXCLUSIVE) => return Err(Errno::Exists.into()),
            Some(Node::Folder)
                if wants(oflags::TRUNCATE)
                    || (write && !wants(oflags::DIRECTORY) && request.rights & rights::READ == 0) =>
            {
                return Err(Errno::IsFolder.into());
            }
            Some(Node::Folder) => Descriptor::Folder(path),
            Some(Node::File(_)) if wants(oflags::DIRECTORY) => return Err(Errno::NotFolder.into()),
            Some(Node::File(content)) => {
                if write || wants(oflags::TRUNCATE) {
                    self.wasi.tree.writable(&path)?;
                }
                if let (true, Content::Scratch(id)) = (wants(oflags::TRUNCATE), &content) {
                    self.wasi.tree.scratch().resize(*id, 0)?;
                }
                file(path, content, write, request)
            }
            None if wants(oflags::CREATE) && !wants(oflags::DIRECTORY) => {
                let id = self.wasi.tree.writable(&path)?.create_file(&path)?;
                file(path, Content::Scratch(id), write, request)
            }
            None => return Err(Errno::NoEntry.into()),
        };
        let fd = self.wasi.descriptors.open(descriptor)?;
        Ok(self.memory.write_u32(result, fd)?)
    }

    /// `path_create_directory`
    pub(super) fn create_folder(&mut self, path: &str) -> Result<(), Fault> {
        if self.wasi.tree.find(path).is_some() {
            return Err(Errno::Exists.into());
        }
        Ok(self.wasi.tree.writable(path)?.create_folder(path)?)
    }

    /// `path_remove_directory`
    pub(super) fn remove_folder(&mut self, path: &str) -> Result<(), Fault> {
        self.exists(path)?;
        Ok(self.wasi.tree.writable(path)?.remove_folder(path)?)
    }

    /// `path_unlink_file`
    pub(super) fn unlink(&mut self, path: &str) -> Result<(), Fault> {
        self.exists(path)?;
        let id = self.wasi.tree.writable(path)?.remove_file(path)?;
        self.release(id);
        Ok(())
    }

    /// `path_rename`
    pub(super) fn rename(&mut self, from: &str, to: &str) -> Result<(), Fault> {
        self.exists(from)?;
        self.wasi.tree.writable(to)?;
        if let Some(replaced) = self.wasi.tree.writable(from)?.rename(from, to)? {
            self.release(replaced);
        }
        Ok(())
    }

    /// Fails where there is nothing: "no such file" says more than "read-only".
    pub(super) fn exists(&mut self, path: &str) -> Result<(), Fault> {
        match self.wasi.tree.find(path) {
            Some(_) => Ok(()),
            None => Err(Errno::NoEntry.into()),
        }
    }
}

fn file(path: String, content: Content, write: bool, request: OpenRequest) -> Descriptor {
    let append = request.fdflags & u32::from(FDFLAG_APPEND) != 0;
    Descriptor::File(OpenFile { path, content, offset: 0, append, write })
}
