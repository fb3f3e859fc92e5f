//! Host calls as a hostile guest would make them: with pointers, lengths and descriptors of its own choosing.

use std::sync::Arc;

use domain::{Limits, SourceFile};

use super::{
    Library, Wasi,
    abi::Errno,
    call::{Call, Fault, Halt},
    memory::GuestMemory,
    paths::{OpenRequest, Text},
};

/// A guest's memory and world, without a guest.
struct Bench {
    memory: Vec<u8>,
    wasi: Wasi,
    fuel: u64,
}

const ROOT: u32 = 3;
const READ: u64 = 1 << 1;
const WRITE: u64 = 1 << 6;
const CREATE: u32 = 1;

impl Bench {
    fn new() -> Self {
        let limits = Limits { output_kb: 1, virtual_seconds: 10, ..Limits::default() };
        let file = SourceFile { name: "main.py".to_owned(), content: "print('hello')".to_owned() };
        let wasi = Wasi::new(Arc::new(Library::default()), &[file], b"one\ntwo\n", &limits, 1);
        Self { memory: vec![0; 4096], wasi, fuel: 0 }
    }

    fn call(&mut self, work: impl FnOnce(&mut Call<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut call = Call { memory: GuestMemory(&mut self.memory), wasi: &mut self.wasi, fuel: 0 };
        let done = work(&mut call);
        self.fuel = call.fuel;
        done
    }

    fn errno(&mut self, work: impl FnOnce(&mut Call<'_>) -> Result<(), Fault>) -> Option<Errno> {
        match self.call(work) {
            Ok(()) => None,
            Err(Fault::Errno(errno)) => Some(errno),
            Err(Fault::Halt(halt)) => panic!("{halt}"),
        }
    }

    fn word(&self, at: usize) -> u32 {
        u32::from_le_bytes(self.memory[at..at + 4].try_into().unwrap())
    }

    fn set_word(&mut self, at: usize, value: u32) {
        self.memory[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }

    /// Opens a path, with what `oflags` and rights ask for.
    fn open(&mut self, path: &str, oflags: u32, rights: u64) -> Result<u32, Errno> {
        self.memory[100..100 + path.len()].copy_from_slice(path.as_bytes());
        let text = Text { at: 100, len: u32::try_from(path.len()).unwrap() };
        let failed = self.errno(|call| {
            let path = call.path(ROOT, text)?;
            call.open(path, OpenRequest { oflags, rights, fdflags: 0 }, 0)
        });
        failed.map_or(Ok(self.word(0)), Err)
    }

    /// One buffer for `read` and `write`, described at 8.
    fn buffer(&mut self, at: u32, len: u32) {
        self.set_word(8, at);
        self.set_word(12, len);
    }

    fn read(&mut self, fd: u32) -> Result<Vec<u8>, Errno> {
        self.buffer(1000, 100);
        let failed = self.errno(|call| call.read(fd, 8, 1, None, 0));
        let len = self.word(0) as usize;
        failed.map_or_else(|| Ok(self.memory[1000..1000 + len].to_vec()), Err)
    }

    fn write(&mut self, fd: u32, bytes: &[u8]) -> Option<Errno> {
        self.memory[2000..2000 + bytes.len()].copy_from_slice(bytes);
        self.buffer(2000, u32::try_from(bytes.len()).unwrap());
        self.errno(|call| call.write(fd, 8, 1, None, 0))
    }
}

#[test]
fn a_file_is_read_to_its_end_and_costs_by_the_byte() {
    let mut bench = Bench::new();
    let fd = bench.open("code/main.py", 0, READ).unwrap();
    assert_eq!(bench.read(fd).unwrap(), b"print('hello')");
    assert_eq!(bench.fuel, 14);
    assert_eq!(bench.read(fd).unwrap(), b"");
    assert_eq!(bench.errno(|call| call.seek(fd, -7, 2, 16)), None);
    assert_eq!(bench.read(fd).unwrap(), b"hello')");
    assert_eq!(bench.errno(|call| call.seek(fd, -1, 0, 16)), Some(Errno::Invalid));
    assert_eq!(bench.errno(|call| call.seek(fd, i64::MAX, 1, 16)), None);
    assert_eq!(bench.read(fd).unwrap(), b"");
}

#[test]
fn standard_input_is_read_once() {
    let mut bench = Bench::new();
    assert_eq!(bench.read(0).unwrap(), b"one\ntwo\n");
    assert_eq!(bench.read(0).unwrap(), b"");
    assert_eq!(bench.errno(|call| call.seek(0, 0, 0, 16)), Some(Errno::IllegalSeek));
}

#[test]
fn what_is_written_is_kept_where_it_may_be() {
    let mut bench = Bench::new();
    assert_eq!(bench.open("code/new", CREATE, WRITE), Err(Errno::ReadOnly));
    assert_eq!(bench.open("code/main.py", 0, WRITE), Err(Errno::ReadOnly));
    assert_eq!(bench.open("tmp/none", 0, READ), Err(Errno::NoEntry));
    let fd = bench.open("tmp/new", CREATE, READ | WRITE).unwrap();
    assert_eq!(bench.write(fd, b"abc"), None);
    let again = bench.open("tmp/new", 0, READ).unwrap();
    assert_eq!(bench.read(again).unwrap(), b"abc");
    assert_eq!(bench.write(again, b"abc"), Some(Errno::BadDescriptor), "it was opened for reading");
}

#[test]
fn a_seek_far_away_and_a_write_meets_the_end_of_the_room() {
    let mut bench = Bench::new();
    let fd = bench.open("tmp/new", CREATE, WRITE).unwrap();
    assert_eq!(bench.errno(|call| call.seek(fd, i64::MAX, 0, 16)), None);
    assert_eq!(bench.write(fd, b"x"), Some(Errno::NoSpace));
    assert_eq!(bench.errno(|call| call.resize(fd, u64::MAX)), Some(Errno::NoSpace));
}

#[test]
fn pointers_outside_the_memory_are_refused() {
    let mut bench = Bench::new();
    let fd = bench.open("code/main.py", 0, READ).unwrap();
    bench.buffer(4095, 2);
    assert_eq!(bench.errno(|call| call.read(fd, 8, 1, None, 0)), Some(Errno::Fault));
    assert_eq!(bench.errno(|call| call.read(fd, u32::MAX, 1, None, 0)), Some(Errno::Fault));
    bench.buffer(1000, 10);
    assert_eq!(bench.errno(|call| call.read(fd, 8, 1, None, 4094)), Some(Errno::Fault));
    assert_eq!(bench.errno(|call| call.file_status(fd, 4090)), Some(Errno::Fault));
    assert_eq!(bench.errno(|call| call.read_folder(ROOT, 3900, 1000, 0, 0)), None, "what there is fits");
    assert_eq!(bench.errno(|call| call.read_folder(ROOT, u32::MAX, 1000, 0, 0)), Some(Errno::Fault));
    assert_eq!(bench.errno(|call| call.preopened(ROOT, 4093)), Some(Errno::Fault));
}

#[test]
fn descriptors_that_are_not_open_are_refused() {
    let mut bench = Bench::new();
    for fd in [4, 64, u32::MAX] {
        assert_eq!(bench.read(fd), Err(Errno::BadDescriptor));
        assert_eq!(bench.errno(|call| call.close(fd)), Some(Errno::BadDescriptor));
        assert_eq!(bench.errno(|call| call.descriptor_status(fd, 16)), Some(Errno::BadDescriptor));
    }
    assert_eq!(bench.read(ROOT), Err(Errno::IsFolder));
}

#[test]
fn a_folder_is_listed_in_pieces() {
    let mut bench = Bench::new();
    let mut names = Vec::new();
    let mut cookie = 0;
    loop {
        // Room for one whole entry and a piece of the next.
        assert_eq!(bench.errno(|call| call.read_folder(ROOT, 1000, 40, cookie, 0)), None);
        let used = bench.word(0) as usize;
        if used < 24 {
            break;
        }
        let len = bench.word(1016) as usize;
        names.push(String::from_utf8(bench.memory[1024..1024 + len].to_vec()).unwrap());
        cookie = u64::from(bench.word(1000));
    }
    assert_eq!(names, ["code", "lib", "data", "tmp"]);
}

#[test]
fn output_beyond_the_limit_ends_the_guest() {
    let mut bench = Bench::new();
    assert_eq!(bench.write(1, &[b'x'; 1000]), None);
    bench.buffer(2000, 1000);
    let ended = bench.call(|call| call.write(2, 8, 1, None, 0));
    assert!(matches!(ended, Err(Fault::Halt(Halt::Output))), "{ended:?}");
    let output = bench.wasi.take_output();
    assert_eq!((output.stdout.len(), output.stderr.len(), output.truncated), (1000, 24, true));
}

/// A subscription to a clock, `after` nanoseconds from now.
fn subscribe(bench: &mut Bench, index: usize, after: u64) {
    let at = 1000 + index * 48;
    bench.memory[at..at + 48].fill(0);
    bench.memory[at] = u8::try_from(index).unwrap() + 1;
    bench.set_word(at + 16, 1);
    bench.memory[at + 24..at + 32].copy_from_slice(&after.to_le_bytes());
}

#[test]
fn the_first_timeout_moves_the_clock() {
    let mut bench = Bench::new();
    subscribe(&mut bench, 0, 5_000_000_000);
    subscribe(&mut bench, 1, 2_000_000_000);
    assert_eq!(bench.errno(|call| call.poll(1000, 2000, 2, 0)), None);
    assert_eq!((bench.word(0), bench.memory[2000]), (1, 2), "the second happened, alone");
    let ended = bench.call(|call| call.poll(1000, 2000, 1, 0).and_then(|()| call.poll(1000, 2000, 1, 0)));
    assert!(matches!(ended, Err(Fault::Halt(Halt::VirtualTime))), "{ended:?}");
}

#[test]
fn odd_subscriptions_are_refused() {
    let mut bench = Bench::new();
    for count in [0, 65, u32::MAX] {
        assert_eq!(bench.errno(|call| call.poll(1000, 2000, count, 0)), Some(Errno::Invalid));
    }
    subscribe(&mut bench, 0, 1);
    bench.memory[1008] = 9;
    assert_eq!(bench.errno(|call| call.poll(1000, 2000, 1, 0)), Some(Errno::Invalid));
    assert_eq!(bench.errno(|call| call.poll(4090, 2000, 1, 0)), Some(Errno::Fault));
}
