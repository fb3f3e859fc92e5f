//! The little room a guest may write to. Gone with the guest.

use std::collections::BTreeMap;

use super::abi::Errno;

/// How many bytes all files of a guest may hold, and what each file or folder counts for beside them.
const ROOM_BYTES: usize = 4 << 20;
const NODE_BYTES: usize = 1024;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScratchNode {
    /// A folder.
    Folder,
    /// A file, by the number of its content. The content outlives the name while it is open.
    File(u64),
}

#[derive(Clone, Debug, Default)]
struct Content {
    bytes: Vec<u8>,
    /// No node has this content any more; only an open descriptor may.
    nameless: bool,
}

/// All a guest has written.
#[derive(Clone, Debug)]
pub(crate) struct Scratch {
    nodes: BTreeMap<String, ScratchNode>,
    contents: BTreeMap<u64, Content>,
    next_id: u64,
    room: usize,
}

impl Scratch {
    /// Empty folders.
    pub(crate) fn new(roots: &[&str]) -> Self {
        let nodes = roots.iter().map(|root| ((*root).to_owned(), ScratchNode::Folder)).collect();
        Self { nodes, contents: BTreeMap::new(), next_id: 1, room: ROOM_BYTES }
    }

    /// What stands at a path.
    pub(crate) fn find(&self, path: &str) -> Option<ScratchNode> {
        self.nodes.get(path).copied()
    }

    /// The names in a folder.
    pub(crate) fn list(&self, folder: &str) -> Vec<String> {
        let name_of = |path: &str| path[folder.len() + 1..].to_owned();
        self.below(folder).map(name_of).filter(|name| !name.contains('/')).collect()
    }

    fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let start = format!("{folder}/");
        self.nodes
            .range(start.clone()..)
            .map(|(path, _)| path.as_str())
            .take_while(move |path| path.starts_with(&start))
    }

    fn parent_is_a_folder(&self, path: &str) -> Result<(), Errno> {
        let (parent, _) = path.rsplit_once('/').ok_or(Errno::ReadOnly)?;
        match self.find(parent) {
            Some(ScratchNode::Folder) => Ok(()),
            Some(ScratchNode::File(_)) => Err(Errno::NotFolder),
            None => Err(Errno::NoEntry),
        }
    }

    fn add(&mut self, path: &str, node: ScratchNode) -> Result<(), Errno> {
        self.parent_is_a_folder(path)?;
        if self.nodes.contains_key(path) {
            return Err(Errno::Exists);
        }
        self.room = self.room.checked_sub(NODE_BYTES + path.len()).ok_or(Errno::NoSpace)?;
        self.nodes.insert(path.to_owned(), node);
        Ok(())
    }

    /// Makes an empty file.
    pub(crate) fn create_file(&mut self, path: &str) -> Result<u64, Errno> {
        let id = self.next_id;
        self.add(path, ScratchNode::File(id))?;
        self.next_id += 1;
        self.contents.insert(id, Content::default());
        Ok(id)
    }

    /// Makes an empty folder.
    pub(crate) fn create_folder(&mut self, path: &str) -> Result<(), Errno> {
        self.add(path, ScratchNode::Folder)
    }

    /// Takes a file's name away and gives the number of its content, which [`Self::release`] frees.
    pub(crate) fn remove_file(&mut self, path: &str) -> Result<u64, Errno> {
        let id = match self.find(path) {
            Some(ScratchNode::File(id)) => id,
            Some(ScratchNode::Folder) => return Err(Errno::IsFolder),
            None => return Err(Errno::NoEntry),
        };
        self.nodes.remove(path);
        self.room += NODE_BYTES + path.len();
        if let Some(content) = self.contents.get_mut(&id) {
            content.nameless = true;
        }
        Ok(id)
    }

    /// Removes an empty folder.
    pub(crate) fn remove_folder(&mut self, path: &str) -> Result<(), Errno> {
        match self.find(path) {
            Some(ScratchNode::Folder) => {}
            Some(ScratchNode::File(_)) => return Err(Errno::NotFolder),
            None => return Err(Errno::NoEntry),
        }
        if self.below(path).next().is_some() {
            return Err(Errno::NotEmpty);
        }
        self.nodes.remove(path);
        self.room += NODE_BYTES + path.len();
        Ok(())
    }

    /// Renames a file, replacing another, whose number it gives. A folder is renamed only while it is empty: nothing a
    /// lesson does needs more.
    pub(crate) fn rename(&mut self, from: &str, to: &str) -> Result<Option<u64>, Errno> {
        let node = self.find(from).ok_or(Errno::NoEntry)?;
        self.parent_is_a_folder(to)?;
        if from == to {
            return Ok(None);
        }
        let mut replaced = None;
        match (node, self.find(to)) {
            (ScratchNode::Folder, _) if self.below(from).next().is_some() => return Err(Errno::NotSupported),
            (ScratchNode::Folder, Some(ScratchNode::File(_))) => return Err(Errno::NotFolder),
            (ScratchNode::Folder, Some(ScratchNode::Folder)) => self.remove_folder(to)?,
            (ScratchNode::File(_), Some(ScratchNode::Folder)) => return Err(Errno::IsFolder),
            (ScratchNode::File(_), Some(ScratchNode::File(_))) => replaced = Some(self.remove_file(to)?),
            (_, None) => {}
        }
        self.room = (self.room + from.len()).checked_sub(to.len()).ok_or(Errno::NoSpace)?;
        self.nodes.remove(from);
        self.nodes.insert(to.to_owned(), node);
        Ok(replaced)
    }

    /// All bytes of a file.
    pub(crate) fn content(&self, id: u64) -> &[u8] {
        self.contents.get(&id).map_or(&[], |content| content.bytes.as_slice())
    }

    /// Makes a file longer (with zeros) or shorter.
    pub(crate) fn resize(&mut self, id: u64, len: u64) -> Result<(), Errno> {
        let content = self.contents.get_mut(&id).ok_or(Errno::BadDescriptor)?;
        let len = usize::try_from(len).map_err(|_| Errno::NoSpace)?;
        self.room = (self.room + content.bytes.len()).checked_sub(len).ok_or(Errno::NoSpace)?;
        content.bytes.resize(len, 0);
        Ok(())
    }

    /// Writes at an offset, all or nothing.
    pub(crate) fn write(&mut self, id: u64, offset: u64, bytes: &[u8]) -> Result<(), Errno> {
        let end = offset.checked_add(bytes.len() as u64).ok_or(Errno::NoSpace)?;
        if end > self.content(id).len() as u64 {
            self.resize(id, end)?;
        }
        let start = usize::try_from(offset).map_err(|_| Errno::NoSpace)?;
        let content = self.contents.get_mut(&id).ok_or(Errno::BadDescriptor)?;
        content.bytes[start..start + bytes.len()].copy_from_slice(bytes);
        Ok(())
    }

    /// Frees a content that no descriptor has open, if it has no name either.
    pub(crate) fn release(&mut self, id: u64) {
        if self.contents.get(&id).is_some_and(|content| content.nameless) {
            self.room += self.contents.remove(&id).map_or(0, |content| content.bytes.len());
        }
    }

    /// Every file in a folder and the folders in it, by its path below that folder.
    pub(crate) fn files_below(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let of = |path: &str| match self.find(path) {
            Some(ScratchNode::File(id)) => Some((path[folder.len() + 1..].to_owned(), self.content(id).to_vec())),
            _ => None,
        };
        self.below(folder).filter_map(of).collect()
    }

    /// Puts a file below a folder, with the folders on its way, as far as there is room.
    pub(crate) fn put(&mut self, folder: &str, path: &str, bytes: &[u8]) -> Result<(), Errno> {
        let mut way = folder.to_owned();
        let mut names = path.split('/').peekable();
        while let Some(name) = names.next() {
            way = format!("{way}/{name}");
            if names.peek().is_some() && self.find(&way).is_none() {
                self.create_folder(&way)?;
            }
        }
        let id = self.create_file(&way)?;
        self.write(id, 0, bytes)
    }

    /// How many files and folders there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut scratch = Scratch::new(&["tmp"]);
        let id = scratch.create_file("tmp/a").unwrap();
        scratch.write(id, 2, b"xy").unwrap();
        assert_eq!(scratch.content(id), b"\0\0xy");
        scratch.resize(id, 3).unwrap();
        assert_eq!(scratch.content(id), b"\0\0x");
        scratch.create_folder("tmp/f").unwrap();
        scratch.create_file("tmp/f/b").unwrap();
        assert_eq!(scratch.list("tmp"), ["a", "f"]);
        assert_eq!(scratch.list("tmp/f"), ["b"]);
    }

    #[test]
    fn files_move_from_one_guest_to_the_next() {
        let mut scratch = Scratch::new(&["data", "tmp"]);
        scratch.put("data", "a/b/c.txt", b"c").unwrap();
        scratch.put("data", "d", b"").unwrap();
        assert_eq!(scratch.put("data", "d", b""), Err(Errno::Exists));
        let files = scratch.files_below("data");
        assert_eq!(files, [("a/b/c.txt".to_owned(), b"c".to_vec()), ("d".to_owned(), Vec::new())]);
        assert_eq!(scratch.files_below("tmp"), []);
    }

    #[test]
    fn room_is_bounded_and_comes_back() {
        let mut scratch = Scratch::new(&["tmp"]);
        let id = scratch.create_file("tmp/a").unwrap();
        assert_eq!(scratch.write(id, ROOM_BYTES as u64, b"x"), Err(Errno::NoSpace));
        assert_eq!(scratch.write(id, u64::MAX, b"x"), Err(Errno::NoSpace));
        scratch.write(id, 0, &vec![1; ROOM_BYTES - 4096]).unwrap();
        let other = scratch.create_file("tmp/b").unwrap();
        assert_eq!(scratch.write(other, 0, &[1; 4096]), Err(Errno::NoSpace));
        scratch.release(id);
        assert_eq!(scratch.content(id).len(), ROOM_BYTES - 4096, "it still has a name");
        assert_eq!(scratch.remove_file("tmp/a"), Ok(id));
        assert_eq!(scratch.write(other, 0, &[1; 4096]), Err(Errno::NoSpace), "it is still open");
        scratch.release(id);
        assert_eq!(scratch.write(other, 0, &[1; 4096]), Ok(()));
    }

    #[test]
    fn files_without_end_run_out_of_room() {
        let mut scratch = Scratch::new(&["tmp"]);
        let made = (0..).take_while(|n| scratch.create_file(&format!("tmp/{n}")).is_ok()).count();
        assert!((1000..5000).contains(&made), "{made}");
    }

    #[test]
    fn folders_are_removed_only_when_empty() {
        let mut scratch = Scratch::new(&["tmp"]);
        scratch.create_folder("tmp/f").unwrap();
        scratch.create_file("tmp/f/a").unwrap();
        assert_eq!(scratch.remove_folder("tmp/f"), Err(Errno::NotEmpty));
        assert_eq!(scratch.create_file("tmp/f/a"), Err(Errno::Exists));
        scratch.rename("tmp/f/a", "tmp/a").unwrap();
        assert_eq!(scratch.remove_folder("tmp/f"), Ok(()));
        assert_eq!(scratch.list("tmp"), ["a"]);
    }
}
