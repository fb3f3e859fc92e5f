//! Where the places of a map stand.
//!
//! A place stands one row below the lowest of those it builds on. A way that follows from others is not drawn: where three
//! builds on two and two on one, nobody needs the way from one to three. What neither builds on anything nor is built on
//! stands below everything else: there it is in nobody's way.

/// The width of a place, and the room between places.
pub(super) const WIDTH: u32 = 240;
const GAP: u32 = 64;
const DROP: u32 = 54;
/// Around the drawing, for the rings of the places at its edge.
const MARGIN: u32 = 6;
/// As many places fit side by side on the page.
const ACROSS: usize = 4;

/// A drawing's places and ways.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) width: u32,
    pub(super) height: u32,
    /// The upper left corner of each place.
    pub(super) spots: Vec<(u32, u32)>,
    /// From which place to which.
    pub(super) ways: Vec<(usize, usize)>,
}

impl Layout {
    /// `after[i]` names the places that place `i` builds on; each of them comes before it. A place is `tall` units high.
    pub(super) fn of(after: &[&[usize]], tall: u32) -> Self {
        let mut rows: Vec<usize> = Vec::new();
        let mut ancestors: Vec<Vec<bool>> = Vec::new();
        let mut ways = Vec::new();
        for (place, before) in after.iter().enumerate() {
            let before: Vec<usize> = before.iter().copied().filter(|&earlier| earlier < place).collect();
            let mut reached = vec![false; after.len()];
            for &earlier in &before {
                for (mark, &known) in reached.iter_mut().zip(&ancestors[earlier]) {
                    *mark |= known;
                }
            }
            ways.extend(before.iter().filter(|&&earlier| !reached[earlier]).map(|&earlier| (earlier, place)));
            rows.push(before.iter().map(|&earlier| rows[earlier] + 1).max().unwrap_or(0));
            for earlier in before {
                reached[earlier] = true;
            }
            ancestors.push(reached);
        }
        let lowest = rows.iter().copied().max().unwrap_or(0);
        for (place, row) in rows.iter_mut().enumerate() {
            if lowest > 0 && !ways.iter().any(|&(from, to)| from == place || to == place) {
                *row = lowest + 1;
            }
        }
        let across = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut spots = vec![(0, 0); after.len()];
        let most = across(ACROSS.min(after.len()).max(1));
        let width = most * (WIDTH + GAP) - GAP + 2 * MARGIN;
        let mut y = MARGIN;
        for row in 0..=rows.iter().copied().max().unwrap_or(0) {
            let members: Vec<usize> = (0..after.len()).filter(|&place| rows[place] == row).collect();
            for line in members.chunks(ACROSS) {
                let used = across(line.len()) * (WIDTH + GAP) - GAP;
                let left = (width - used) / 2;
                for (index, &place) in (0_u32..).zip(line) {
                    spots[place] = (left + index * (WIDTH + GAP), y);
                }
                y += tall + DROP;
            }
        }
        Self { width, height: y.saturating_sub(DROP) + MARGIN, spots, ways }
    }
}

/// A title in at most two lines of about so many letters; what is longer ends in an ellipsis. The whole of it is in the
/// link's name.
pub(super) fn lines(title: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let line = lines.last_mut().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    let cut = lines.len() > 2;
    lines.truncate(2);
    for (index, line) in lines.iter_mut().enumerate() {
        if line.chars().count() > room || (cut && index == 1) {
            let kept: String = line.chars().take(room.saturating_sub(1)).collect();
            *line = format!("{}…", kept.trim_end());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_that_follows_from_others_is_not_drawn() {
        let layout = Layout::of(&[&[], &[0], &[0, 1], &[]], 80);
        assert_eq!(layout.ways, [(0, 1), (1, 2)]);
        let rows: Vec<u32> = layout.spots.iter().map(|(_, y)| (y - MARGIN) / (80 + DROP)).collect();
        // The last one stands alone, and so below.
        assert_eq!(rows, [0, 1, 2, 3]);
        assert!(layout.spots.iter().all(|(x, y)| x + WIDTH <= layout.width && y + 80 <= layout.height));
    }

    #[test]
    fn no_two_places_overlap_however_many_there_are() {
        let none: &[usize] = &[];
        let layout = Layout::of(&[none; 11], 80);
        for (index, a) in layout.spots.iter().enumerate() {
            for b in &layout.spots[index + 1..] {
                assert!(a.0.abs_diff(b.0) >= WIDTH || a.1.abs_diff(b.1) >= 80, "{a:?} {b:?}");
            }
        }
        assert_eq!(Layout::of(&[], 80).spots, []);
    }

    #[test]
    fn long_titles_are_cut_and_short_ones_are_not() {
        assert_eq!(lines("How the web works", 20), ["How the web works"]);
        assert_eq!(lines("Data structures and algorithms", 20), ["Data structures and", "algorithms"]);
        assert_eq!(lines("one two three four", 5), ["one", "two…"]);
        assert_eq!(lines("Incomprehensibilities", 5), ["Inco…"]);
    }
}
