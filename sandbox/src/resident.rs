//! Pages of memory that stay in place from one guest to the next.
//!
//! A guest's memory begins as a mapping of its snapshot. Its first write to a page costs a fault and a copy, which is a
//! hundred times what the write costs itself. When the guest is gone the engine puts back what was written and leaves the
//! pages where they are, so that the next guest in the same place takes no faults: but only in the first 32 separate
//! stretches of written pages. The rest is unmapped.
//!
//! Interpreters write one word here and one there, a reference count or the link of a free list, and come to more
//! stretches than that. So every guest begins by writing to the pages in the smallest gaps between them, which joins the
//! stretches: putting back a page that nobody changed costs far less than a fault.
//!
//! All of it is about time. A wrong list would make guests slow, never wrong: a page is written with what it holds.

use std::hint::black_box;

use rustix::param::page_size;

/// How many stretches of usual programs' pages are to be put back. The rest of the 32 is for what a program writes beyond.
const STRETCHES: usize = 24;
/// How many pages can be put back in the time that one fault takes.
const PAGES_A_FAULT: usize = 12;

/// Where one byte lies of each page that is to be written to by every guest.
#[derive(Debug, Default)]
pub(crate) struct Joining(Vec<usize>);

impl Joining {
    /// Joins stretches of these pages, which are in order, as it costs least.
    pub(crate) fn of(written: &[usize]) -> Self {
        let mut gaps: Vec<usize> = written.windows(2).map(|pair| pair[1] - pair[0] - 1).collect();
        gaps.sort_unstable();
        gaps.dedup();
        // Every gap up to some size.
        let choices = [0].into_iter().chain(gaps).map(|largest| joined(written, largest));
        let cheapest = choices.min_by_key(|(pages, left)| pages.len() + left * PAGES_A_FAULT);
        let pages = cheapest.map_or_else(Vec::new, |(pages, _)| pages);
        Self(pages.into_iter().map(|page| page * page_size()).collect())
    }

    /// Writes to them what they hold.
    pub(crate) fn touch(&self, memory: &mut [u8]) {
        for at in &self.0 {
            if let Some(byte) = memory.get_mut(*at) {
                // The compiler must not see that nothing changes.
                *byte = black_box(*byte);
            }
        }
    }
}

/// The pages of the stretches that are put back if gaps up to this size are filled, and how many of the written ones are not.
///
/// Not every program writes to all of them. Those that it does not are as much a gap as the pages that no program writes to.
fn joined(written: &[usize], largest_gap: usize) -> (Vec<usize>, usize) {
    let mut pages: Vec<usize> = written.first().copied().into_iter().collect();
    let mut stretches = 1;
    for (index, pair) in written.windows(2).enumerate() {
        let gap = pair[0] + 1..pair[1];
        if gap.len() <= largest_gap {
            pages.extend(gap);
        } else {
            stretches += 1;
        }
        if stretches > STRETCHES {
            return (pages, written.len() - index - 1);
        }
        pages.push(pair[1]);
    }
    (pages, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joining(written: &[usize]) -> Vec<usize> {
        Joining::of(written).0.into_iter().map(|at| at / page_size()).collect()
    }

    /// So many single pages with gaps of this size.
    fn scattered(pages: usize, gap: usize) -> Vec<usize> {
        (0..pages).map(|n| n * (gap + 1)).collect()
    }

    #[test]
    fn what_is_in_few_stretches_stays_as_it_is() {
        assert_eq!(joining(&[]), [0; 0]);
        let few = scattered(STRETCHES, 2);
        assert_eq!(joining(&few), few);
    }

    #[test]
    fn the_smallest_gaps_are_filled() {
        // One stretch more than there may be, and one gap of one page among gaps of two.
        let mut written = scattered(STRETCHES + 1, 2);
        for page in &mut written[5..] {
            *page -= 1;
        }
        let mut all = written.clone();
        all.insert(5, 13);
        assert_eq!(joining(&written), all);
    }

    #[test]
    fn gaps_are_filled_as_long_as_that_costs_less_than_the_faults() {
        let near = scattered(STRETCHES * 2, 2);
        assert_eq!(joining(&near), (0..=near[near.len() - 1]).collect::<Vec<_>>());
        // Those at the end are left to their faults.
        let far = scattered(STRETCHES * 2, PAGES_A_FAULT * 2);
        assert_eq!(joining(&far), far[..STRETCHES]);
    }

    #[test]
    fn touching_changes_nothing_and_stays_inside() {
        let mut memory: Vec<u8> = (0..=255).cycle().take(3 * page_size()).collect();
        let before = memory.clone();
        Joining(vec![0, page_size(), 9 * page_size()]).touch(&mut memory);
        assert_eq!(memory, before);
    }
}
