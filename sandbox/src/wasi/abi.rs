//! The numbers and layouts of WASI preview 1, as far as a guest of ours meets them.

/// Why a call failed, as the guest's C library reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Errno {
    BadDescriptor = 8,
    Exists = 20,
    Fault = 21,
    IllegalBytes = 25,
    Invalid = 28,
    IsFolder = 31,
    TooManyOpen = 33,
    NameTooLong = 37,
    NoEntry = 44,
    NoSpace = 51,
    NotSupported = 52,
    NotFolder = 54,
    NotEmpty = 55,
    NotSocket = 57,
    ReadOnly = 69,
    IllegalSeek = 70,
    NotCapable = 76,
}

/// `filetype`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum FileType {
    CharacterDevice = 2,
    Folder = 3,
    RegularFile = 4,
}

/// `rights`: what a descriptor may do, as `fd_fdstat_get` tells it.
pub(crate) mod rights {
    pub(crate) const READ: u64 = 1 << 1;
    pub(crate) const WRITE: u64 = 1 << 6;
    /// All rights that preview 1 knows; the tree decides what is really possible.
    pub(crate) const ALL: u64 = (1 << 30) - 1;
}

/// `oflags` of `path_open`
pub(crate) mod oflags {
    pub(crate) const CREATE: u32 = 1;
    pub(crate) const DIRECTORY: u32 = 2;
    pub(crate) const EXCLUSIVE: u32 = 4;
    pub(crate) const TRUNCATE: u32 = 8;
}

/// `fdflags`
pub(crate) const FDFLAG_APPEND: u16 = 1;

/// `subclockflags`: the timeout is a point in time, not a duration.
pub(crate) const CLOCK_ABSTIME: u16 = 1;

/// The size of a `ciovec` or `iovec`.
pub(crate) const IOVEC_BYTES: u32 = 8;
/// The size of a `subscription`.
pub(crate) const SUBSCRIPTION_BYTES: u32 = 48;
/// The size of an `event`.
pub(crate) const EVENT_BYTES: u32 = 32;
/// The size of a `dirent`, without its name.
pub(crate) const DIRENT_BYTES: usize = 24;
