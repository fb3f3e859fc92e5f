//! Which pages of a memory were written to, and putting them back.
//!
//! The kernel knows which pages are no longer those of the snapshot's file. A memory is put back by comparing these with what
//! they are to hold, and copying those that differ: no page is unmapped, so that none has to be faulted in again.

use std::{
    fs::File,
    os::fd::AsRawFd,
    sync::{LazyLock, PoisonError, RwLock},
};

use rustix::param::page_size;

/// How much is kept of what a snapshot holds. It is all that usual programs write to, several times over; a memory with more
/// written pages than that is made anew.
const MOST_ORIGINALS: usize = (16 << 20) / 4096;

/// The process's own map of pages. A confined process cannot open it any more, so that it must have been asked for before.
static PAGEMAP: LazyLock<Option<File>> = LazyLock::new(|| File::open("/proc/self/pagemap").ok());

/// The kernel's `struct pm_scan_arg`.
#[repr(C)]
struct Scan {
    size: u64,
    flags: u64,
    start: u64,
    end: u64,
    walk_end: u64,
    regions: u64,
    room: u64,
    max_pages: u64,
    inverted: u64,
    all_of: u64,
    any_of: u64,
    told: u64,
}

/// The kernel's `struct page_region`.
#[repr(C)]
#[derive(Clone, Copy, Default)]
struct Region {
    start: u64,
    end: u64,
    categories: u64,
}

/// `_IOWR('f', 16, struct pm_scan_arg)`
const PAGEMAP_SCAN: libc::c_ulong = 3 << 30 | (size_of::<Scan>() as libc::c_ulong) << 16 | 0x66 << 8 | 16;
const FILE: u64 = 1 << 2;
const PRESENT: u64 = 1 << 3;
const SWAPPED: u64 = 1 << 4;
const ZERO: u64 = 1 << 5;

/// The pages of this memory that are its own, in order: somebody has written to them. Nothing where the system does not tell.
pub(crate) fn written(memory: &[u8]) -> Option<Vec<usize>> {
    const ROOM: usize = 256;
    let map = PAGEMAP.as_ref()?;
    let base = memory.as_ptr().addr();
    let end = (base + memory.len()) as u64;
    let mut pages = Vec::new();
    let mut start = base as u64;
    while start < end {
        let mut regions = [Region::default(); ROOM];
        let mut scan = Scan {
            size: size_of::<Scan>() as u64,
            flags: 0,
            start,
            end,
            walk_end: 0,
            regions: regions.as_mut_ptr().addr() as u64,
            room: ROOM as u64,
            max_pages: 0,
            // Neither the snapshot's file nor the page of zeros that all memory shares.
            inverted: FILE | ZERO,
            all_of: FILE | ZERO,
            any_of: PRESENT | SWAPPED,
            told: 0,
        };
        #[expect(unsafe_code, reason = "no library knows this call of the system")]
        // SAFETY: the kernel reads `scan`, writes its `walk_end`, and writes up to `room` regions to `regions`; both are alive and
        // large enough. It changes nothing of the memory it looks at.
        let found = unsafe { libc::ioctl(map.as_raw_fd(), PAGEMAP_SCAN, &raw mut scan) };
        let found = regions.get(..usize::try_from(found).ok()?)?;
        for region in found {
            let page = |at: u64| Some((usize::try_from(at).ok()? - base) / page_size());
            pages.extend(page(region.start)?..page(region.end)?);
        }
        if scan.walk_end <= start {
            return None;
        }
        start = scan.walk_end;
    }
    Some(pages)
}

/// What the pages of a snapshot hold, of those that any guest has written to so far.
#[derive(Debug, Default)]
pub(crate) struct Originals(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    /// By the page's number.
    pages: Vec<Option<Box<[u8]>>>,
    count: usize,
    /// How many pages an instance begins with; those behind are zeros.
    initial: usize,
}

/// What the pages of a memory hold that are not as in its snapshot.
#[derive(Debug)]
pub(crate) struct Pages {
    /// By the page's number, in order.
    kept: Vec<(usize, Box<[u8]>)>,
    /// How large the memory is.
    memory_bytes: usize,
}

/// Pages that were written to, of which nobody knows what they held.
#[derive(Debug, Default)]
pub(crate) struct Unknown(Vec<usize>);

impl Originals {
    /// Looks at the memory of an instance that has just been made: at the pages that earlier guests in its place have written
    /// to, and at these.
    pub(crate) fn learn(&self, memory: &[u8], unknown: &Unknown) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.initial = memory.len() / page_size();
        let pages = written(memory).unwrap_or_default();
        for number in pages.into_iter().chain(unknown.0.iter().copied()) {
            let Some(bytes) = page(memory, number) else { continue };
            if known.pages.len() <= number {
                known.pages.resize(number + 1, None);
            }
            if known.pages[number].is_none() && known.count < MOST_ORIGINALS {
                known.pages[number] = Some(bytes.into());
                known.count += 1;
            }
        }
    }

    /// Puts a memory back: as it was when the pages were kept, or else as its snapshot has it.
    ///
    /// # Errors
    /// That cannot be told of every page. Those before it are put back already.
    pub(crate) fn put_back(&self, memory: &mut [u8], as_of: Option<&Pages>) -> Result<(), Unknown> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let written = written(memory).ok_or_else(Unknown::default)?;
        let mut kept = as_of.map(|pages| pages.kept.as_slice()).unwrap_or_default();
        let mut unknown = Unknown::default();
        for number in written {
            kept = stamp_before(memory, kept, number);
            let wanted = match kept.split_first() {
                Some(((first, bytes), rest)) if *first == number => {
                    kept = rest;
                    Some(&**bytes)
                }
                _ => known.original(number),
            };
            match (wanted, page_mut(memory, number)) {
                (Some(wanted), Some(page)) => {
                    // Most are as they were: to compare costs less than to copy, and leaves the caches alone.
                    if page != wanted {
                        page.copy_from_slice(wanted);
                    }
                }
                _ => unknown.0.push(number),
            }
        }
        stamp_before(memory, kept, usize::MAX);
        if unknown.0.is_empty() { Ok(()) } else { Err(unknown) }
    }
}

impl Known {
    fn original(&self, number: usize) -> Option<&[u8]> {
        static ZEROS: LazyLock<Box<[u8]>> = LazyLock::new(|| vec![0; page_size()].into());
        if number >= self.initial && self.initial > 0 {
            return Some(&ZEROS);
        }
        self.pages.get(number)?.as_deref()
    }
}

impl Pages {
    /// Keeps what is not as in the snapshot; nothing where the system does not tell what was written to.
    pub(crate) fn of(memory: &[u8], originals: &Originals) -> Option<Self> {
        let known = originals.0.read().unwrap_or_else(PoisonError::into_inner);
        let changed = |number: usize| {
            let bytes = page(memory, number)?;
            (known.original(number) != Some(bytes)).then(|| (number, bytes.into()))
        };
        let kept = written(memory)?.into_iter().filter_map(changed).collect();
        Some(Self { kept, memory_bytes: memory.len() })
    }

    /// How large the memory was.
    pub(crate) fn memory_bytes(&self) -> usize {
        self.memory_bytes
    }

    /// How much is kept.
    pub(crate) fn kept_bytes(&self) -> usize {
        self.kept.len() * page_size()
    }

    /// Writes them into the memory of an instance that has just been made, and is as large.
    pub(crate) fn stamp(&self, memory: &mut [u8]) {
        stamp_before(memory, &self.kept, usize::MAX);
    }
}

/// Writes the kept pages before this one, and gives the others.
fn stamp_before<'a>(memory: &mut [u8], kept: &'a [(usize, Box<[u8]>)], end: usize) -> &'a [(usize, Box<[u8]>)] {
    let (before, others) = kept.split_at(kept.partition_point(|(number, _)| *number < end));
    for (number, bytes) in before {
        if let Some(page) = page_mut(memory, *number) {
            page.copy_from_slice(bytes);
        }
    }
    others
}

fn page(memory: &[u8], number: usize) -> Option<&[u8]> {
    memory.get(number * page_size()..(number + 1) * page_size())
}

fn page_mut(memory: &mut [u8], number: usize) -> Option<&mut [u8]> {
    memory.get_mut(number * page_size()..(number + 1) * page_size())
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;

    use super::*;

    /// Memory of the system's that nobody has written to, and large enough for a mapping of its own.
    struct Untouched(Vec<u8>);

    impl Untouched {
        fn new() -> Self {
            Self(vec![0; 64 << 20])
        }

        fn pages(&mut self, count: usize) -> &mut [u8] {
            let start = self.0.as_ptr().align_offset(page_size());
            &mut self.0[start..][..count * page_size()]
        }
    }

    fn write(memory: &mut [u8], pages: &[usize], byte: u8) {
        for page in pages {
            memory[page * page_size() + 7] = black_box(byte);
        }
    }

    #[test]
    fn the_system_tells_which_pages_were_written() {
        if !crate::engine::keeps_pages() {
            return;
        }
        let mut memory = Untouched::new();
        let memory = memory.pages(4_000);
        assert_eq!(written(memory), Some(vec![]));
        write(memory, &[7, 8, 3_000], 1);
        assert_eq!(written(memory), Some(vec![7, 8, 3_000]));
        // More stretches than one call of the system tells of.
        let many: Vec<usize> = (100..1_300).step_by(2).collect();
        write(memory, &many, 1);
        assert_eq!(written(memory).map(|pages| pages.len()), Some(603));
    }

    #[test]
    fn a_memory_is_put_back_as_it_was_kept_or_as_it_began() {
        if !crate::engine::keeps_pages() {
            return;
        }
        let mut memory = Untouched::new();
        let memory = memory.pages(100);
        let originals = Originals::default();
        originals.learn(memory, &Unknown((0..50).collect()));
        write(memory, &[3, 4], 1);
        let pages = Pages::of(memory, &originals).unwrap();
        assert_eq!((pages.kept_bytes(), pages.memory_bytes()), (2 * page_size(), 100 * page_size()));
        write(memory, &[4, 9], 2);
        originals.put_back(memory, Some(&pages)).unwrap();
        let mut expected = vec![0; memory.len()];
        write(&mut expected, &[3, 4], 1);
        assert_eq!(memory, expected);
        originals.put_back(memory, None).unwrap();
        assert!(memory.iter().all(|byte| *byte == 0));
        originals.put_back(memory, Some(&pages)).unwrap();
        assert_eq!(memory, expected);
    }

    #[test]
    fn what_a_page_held_must_be_known() {
        if !crate::engine::keeps_pages() {
            return;
        }
        let mut memory = Untouched::new();
        let memory = memory.pages(100);
        let originals = Originals::default();
        originals.learn(memory, &Unknown::default());
        write(memory, &[5, 60], 1);
        let Err(unknown) = originals.put_back(memory, None) else { panic!("nobody can know") };
        assert_eq!(unknown.0, [5, 60]);
        let mut fresh = Untouched::new();
        originals.learn(fresh.pages(100), &unknown);
        originals.put_back(memory, None).unwrap();
        assert!(memory.iter().all(|byte| *byte == 0));
    }

    #[test]
    fn what_lies_behind_the_first_memory_began_as_zeros() {
        if !crate::engine::keeps_pages() {
            return;
        }
        let mut memory = Untouched::new();
        let originals = Originals::default();
        originals.learn(memory.pages(100), &Unknown::default());
        let memory = memory.pages(200);
        write(memory, &[150], 1);
        originals.put_back(memory, None).unwrap();
        assert!(memory.iter().all(|byte| *byte == 0));
    }
}
