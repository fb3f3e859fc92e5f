//! The files a guest sees: a library that all guests of a runtime share, the learner's code, and a little room to write.
//!
//! Paths here are already resolved: `lib/json/__init__.py`, without a leading slash, `.` or `..`; the root is the empty text.
//! There are no links of any kind, so a path means the same thing at every time.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    io,
    ops::Range,
    sync::Arc,
};

use domain::SourceFile;

use super::{
    abi::{Errno, FileType},
    channel,
    scratch::{Scratch, ScratchNode},
};

/// Where the learner's files are.
const CODE: &str = "code";
/// Where the shared library is.
const LIBRARY: &str = "lib";
/// Where a guest may write; what it writes lives as long as the guest.
const WRITABLE: [&str; 2] = ["data", "tmp"];

/// The shared, unchanging part of the tree: a tar archive and where each file lies in it.
#[derive(Debug, Default)]
pub(crate) struct Library {
    archive: Vec<u8>,
    nodes: HashMap<String, LibraryNode>,
}

#[derive(Debug)]
enum LibraryNode {
    Folder(BTreeSet<String>),
    File(Range<usize>),
}

impl Library {
    /// Indexes a tar archive of plain files and folders, without copying any of them.
    pub(crate) fn from_tar(archive: Vec<u8>) -> io::Result<Self> {
        let mut nodes = HashMap::from([(LIBRARY.to_owned(), LibraryNode::Folder(BTreeSet::new()))]);
        for entry in tar::Archive::new(archive.as_slice()).entries()? {
            let entry = entry?;
            if !entry.header().entry_type().is_file() {
                continue;
            }
            let invalid = || io::Error::new(io::ErrorKind::InvalidData, "a name in the archive is not UTF-8");
            let name = String::from_utf8(entry.path_bytes().into_owned()).map_err(|_| invalid())?;
            let path = format!("{LIBRARY}/{}", name.trim_start_matches("./"));
            let start = usize::try_from(entry.raw_file_position()).map_err(io::Error::other)?;
            let len = usize::try_from(entry.size()).map_err(io::Error::other)?;
            nodes.insert(path.clone(), LibraryNode::File(start..start + len));
            add_parents(&mut nodes, &path);
        }
        Ok(Self { archive, nodes })
    }
}

/// Lists `path` in its folder, and that in its own, up to the library's root.
fn add_parents(nodes: &mut HashMap<String, LibraryNode>, path: &str) {
    let Some((parent, name)) = path.rsplit_once('/') else { return };
    let known = nodes.contains_key(parent);
    let folder = nodes.entry(parent.to_owned()).or_insert_with(|| LibraryNode::Folder(BTreeSet::new()));
    if let LibraryNode::Folder(names) = folder {
        names.insert(name.to_owned());
    }
    if !known {
        add_parents(nodes, parent);
    }
}

/// What stands at a path.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// A folder.
    Folder,
    /// A file.
    File(Content),
}

/// Where a file's bytes are.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// In the library's archive.
    Library(Range<usize>),
    /// The learner's.
    Code(Arc<[u8]>),
    /// Written by the guest.
    Scratch(u64),
}

/// The whole tree of one guest.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    library: Arc<Library>,
    code: BTreeMap<String, Arc<[u8]>>,
    scratch: Scratch,
}

impl Tree {
    /// A tree with these files in the code folder.
    pub(crate) fn new(library: Arc<Library>, files: &[SourceFile]) -> Self {
        let mut tree = Self { library, code: BTreeMap::new(), scratch: Scratch::new(&WRITABLE) };
        tree.put_code(files);
        tree
    }

    /// Has these files in the code folder, and no others.
    pub(crate) fn put_code(&mut self, files: &[SourceFile]) {
        self.code = files.iter().map(|file| (file.name.clone(), Arc::from(file.content.as_bytes()))).collect();
    }

    /// What stands at a path.
    pub(crate) fn find(&self, path: &str) -> Option<Node> {
        if path.is_empty() || path == CODE || path == LIBRARY || path == channel::FOLDER {
            return Some(Node::Folder);
        }
        if let Some(name) = path.strip_prefix(CODE).and_then(|rest| rest.strip_prefix('/')) {
            return self.code.get(name).map(|content| Node::File(Content::Code(Arc::clone(content))));
        }
        if let Some(node) = self.library.nodes.get(path) {
            return Some(match node {
                LibraryNode::Folder(_) => Node::Folder,
                LibraryNode::File(range) => Node::File(Content::Library(range.clone())),
            });
        }
        self.scratch.find(path).map(|node| match node {
            ScratchNode::Folder => Node::Folder,
            ScratchNode::File(id) => Node::File(Content::Scratch(id)),
        })
    }

    /// The names in a folder, in order.
    pub(crate) fn list(&self, folder: &str) -> Vec<(String, FileType)> {
        let names: Vec<String> = match folder {
            "" => [CODE, LIBRARY].iter().chain(&WRITABLE).map(ToString::to_string).collect(),
            CODE => self.code.keys().cloned().collect(),
            _ => match self.library.nodes.get(folder) {
                Some(LibraryNode::Folder(names)) => names.iter().cloned().collect(),
                _ => self.scratch.list(folder),
            },
        };
        let path_of = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        names
            .into_iter()
            .map(|name| {
                let kind = match self.find(&path_of(&name)) {
                    Some(Node::File(_)) => FileType::RegularFile,
                    _ => FileType::Folder,
                };
                (name, kind)
            })
            .collect()
    }

    /// How many names the search for a folder's names may pass.
    pub(crate) fn effort_of_list(&self, folder: &str) -> usize {
        match self.library.nodes.get(folder) {
            Some(LibraryNode::Folder(names)) => names.len(),
            _ => self.code.len() + self.scratch.len(),
        }
    }

    /// All bytes of a file.
    pub(crate) fn content<'a>(&'a self, content: &'a Content) -> &'a [u8] {
        match content {
            Content::Library(range) => self.library.archive.get(range.clone()).unwrap_or_default(),
            Content::Code(bytes) => bytes,
            Content::Scratch(id) => self.scratch.content(*id),
        }
    }

    /// The part in which a guest may write, if `path` lies in it.
    pub(crate) fn writable(&mut self, path: &str) -> Result<&mut Scratch, Errno> {
        let inside = WRITABLE.iter().any(|root| path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/')));
        if inside { Ok(&mut self.scratch) } else { Err(Errno::ReadOnly) }
    }

    /// The part in which a guest may write, for a file that is open already.
    pub(crate) fn scratch(&mut self) -> &mut Scratch {
        &mut self.scratch
    }
}

/// A number that stands for a path; equal only for equal paths.
pub(crate) fn inode(path: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}

/// Resolves a guest's path against an open folder. A path cannot leave that folder, whatever stands in it.
pub(crate) fn resolve(tree: &Tree, folder: &str, path: &[u8]) -> Result<String, Errno> {
    const MAX_PATH_BYTES: usize = 1024;
    if path.len() > MAX_PATH_BYTES {
        return Err(Errno::NameTooLong);
    }
    let path = str::from_utf8(path).map_err(|_| Errno::IllegalBytes)?;
    if path.is_empty() {
        return Err(Errno::NoEntry);
    }
    if path.contains('\0') {
        return Err(Errno::Invalid);
    }
    if path.starts_with('/') {
        return Err(Errno::NotCapable);
    }
    let mut resolved = folder.to_owned();
    let mut depth = 0usize;
    let mut parts = path.split('/').filter(|part| !part.is_empty() && *part != ".").peekable();
    while let Some(part) = parts.next() {
        if part == ".." {
            depth = depth.checked_sub(1).ok_or(Errno::NotCapable)?;
            resolved.truncate(resolved.rfind('/').unwrap_or(0));
        } else {
            if !resolved.is_empty() {
                resolved.push('/');
            }
            resolved.push_str(part);
            depth += 1;
        }
        // Only the last part may be missing, or be a file.
        if parts.peek().is_some() || path.ends_with('/') {
            match tree.find(&resolved) {
                Some(Node::Folder) => {}
                Some(Node::File(_)) => return Err(Errno::NotFolder),
                None if parts.peek().is_some() => return Err(Errno::NoEntry),
                None => {}
            }
        }
    }
    Ok(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        let mut archive = tar::Builder::new(Vec::new());
        for (path, content) in [("./json/__init__.py", "load = 1"), ("./abc.py", "x")] {
            let mut header = tar::Header::new_ustar();
            header.set_size(content.len() as u64);
            header.set_mode(0o644);
            archive.append_data(&mut header, path, content.as_bytes()).unwrap();
        }
        let library = Library::from_tar(archive.into_inner().unwrap()).unwrap();
        let file = SourceFile { name: "main.py".to_owned(), content: "print(1)".to_owned() };
        Tree::new(Arc::new(library), &[file])
    }

    fn text(tree: &Tree, path: &str) -> Option<String> {
        match tree.find(path)? {
            Node::File(content) => Some(String::from_utf8(tree.content(&content).to_vec()).unwrap()),
            Node::Folder => None,
        }
    }

    #[test]
    fn the_library_and_the_code_are_where_they_belong() {
        let tree = tree();
        assert_eq!(text(&tree, "lib/json/__init__.py").unwrap(), "load = 1");
        assert_eq!(text(&tree, "code/main.py").unwrap(), "print(1)");
        assert!(tree.find("code/other.py").is_none());
        assert!(tree.find("etc").is_none());
    }

    #[test]
    fn folders_list_what_is_in_them() {
        let tree = tree();
        let names = |folder: &str| tree.list(folder).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(""), ["code", "lib", "data", "tmp"]);
        assert_eq!(names("lib"), ["abc.py", "json"]);
        assert_eq!(names("code"), ["main.py"]);
        assert_eq!(tree.list("lib")[1].1, FileType::Folder);
    }

    #[test]
    fn no_path_leaves_the_folder_it_starts_from() {
        let tree = tree();
        for path in ["..", "../x", "code/../..", "lib/json/../../../etc/passwd", "./.././x"] {
            assert_eq!(resolve(&tree, "", path.as_bytes()), Err(Errno::NotCapable), "{path}");
        }
        assert_eq!(resolve(&tree, "lib", b"../code"), Err(Errno::NotCapable));
        assert_eq!(resolve(&tree, "", b"/etc/passwd"), Err(Errno::NotCapable));
    }

    #[test]
    fn odd_paths_have_one_meaning_or_none() {
        let tree = tree();
        assert_eq!(resolve(&tree, "", b"code//./main.py"), Ok("code/main.py".to_owned()));
        assert_eq!(resolve(&tree, "", b"lib/json/../abc.py"), Ok("lib/abc.py".to_owned()));
        assert_eq!(resolve(&tree, "lib", b"json/.."), Ok("lib".to_owned()));
        assert_eq!(resolve(&tree, "", b"code/main.py/.."), Err(Errno::NotFolder));
        assert_eq!(resolve(&tree, "", b"code/main.py/"), Err(Errno::NotFolder));
        assert_eq!(resolve(&tree, "", b"nothing/../code"), Err(Errno::NoEntry));
        assert_eq!(resolve(&tree, "", b"code/a\0b"), Err(Errno::Invalid));
        assert_eq!(resolve(&tree, "", b"code/\xff"), Err(Errno::IllegalBytes));
        assert_eq!(resolve(&tree, "", b""), Err(Errno::NoEntry));
        assert_eq!(resolve(&tree, "", &[b'a'; 2000]), Err(Errno::NameTooLong));
    }

    #[test]
    fn only_the_writable_folders_are() {
        let mut tree = tree();
        assert!(tree.writable("tmp/x").is_ok());
        assert!(tree.writable("data/x").is_ok());
        for path in ["code/main.py", "lib/abc.py", "tmp", "tmpx/y", "new"] {
            assert_eq!(tree.writable(path).err(), Some(Errno::ReadOnly), "{path}");
        }
    }
}
