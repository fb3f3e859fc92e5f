//! A bounded queue in which keys take turns.

use std::collections::{HashMap, VecDeque};

/// Items by key. Those of one key leave in order; keys leave in turn.
pub(super) struct Line<T> {
    /// Keys that have items, in the order of their turns.
    turns: VecDeque<String>,
    /// Their items; never an empty list.
    items: HashMap<String, VecDeque<T>>,
    length: usize,
    most: usize,
}

/// What became of an item.
#[derive(Debug, PartialEq)]
pub(super) enum Pushed<T> {
    /// It has a place.
    Taken,
    /// It has the place of this one, of the key that had the most.
    Instead(T),
    /// There is none: here it is again.
    Full(T),
}

impl<T> Line<T> {
    pub(super) fn new(most: usize) -> Self {
        Self { turns: VecDeque::new(), items: HashMap::new(), length: 0, most }
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Adds an item. In a full line the key with the most items gives up its newest, unless that would only change who is
    /// the greediest: nobody can keep others out by filling the line.
    pub(super) fn push(&mut self, key: &str, item: T) -> Pushed<T> {
        if self.length < self.most {
            self.add(key, item);
            return Pushed::Taken;
        }
        let own = self.items.get(key).map_or(0, VecDeque::len);
        let greediest = self.items.iter().max_by_key(|(_, items)| items.len());
        let Some(greediest) = greediest.filter(|(_, items)| items.len() > own + 1).map(|(key, _)| key.clone()) else {
            return Pushed::Full(item);
        };
        // It has at least two, so its list does not become empty.
        let newest = self.items.get_mut(&greediest).and_then(VecDeque::pop_back);
        self.length -= usize::from(newest.is_some());
        self.add(key, item);
        newest.map_or(Pushed::Taken, Pushed::Instead)
    }

    fn add(&mut self, key: &str, item: T) {
        self.length += 1;
        if let Some(items) = self.items.get_mut(key) {
            items.push_back(item);
        } else {
            self.items.insert(key.to_owned(), VecDeque::from([item]));
            self.turns.push_back(key.to_owned());
        }
    }

    /// The next item of the key whose turn it is.
    pub(super) fn pop(&mut self) -> Option<T> {
        let key = self.turns.pop_front()?;
        let items = self.items.get_mut(&key)?;
        let item = items.pop_front()?;
        self.length -= 1;
        if items.is_empty() {
            self.items.remove(&key);
        } else {
            self.turns.push_back(key);
        }
        Some(item)
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.turns.clear();
        self.items.clear();
        self.length = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<T>(line: &mut Line<T>) -> Vec<T> {
        std::iter::from_fn(|| line.pop()).collect()
    }

    #[test]
    fn one_key_leaves_in_order() {
        let mut line = Line::new(9);
        for n in 0..5 {
            assert_eq!(line.push("a", n), Pushed::Taken);
        }
        assert_eq!(line.len(), 5);
        assert_eq!(all(&mut line), [0, 1, 2, 3, 4]);
        assert_eq!(line.len(), 0);
    }

    #[test]
    fn a_hundred_jobs_of_one_key_are_one_slot_to_another() {
        let mut line = Line::new(1_000);
        for _ in 0..100 {
            line.push("greedy", "greedy");
        }
        line.push("modest", "modest 1");
        line.push("modest", "modest 2");
        assert_eq!(all(&mut line)[..5], ["greedy", "modest 1", "greedy", "modest 2", "greedy"]);
    }

    #[test]
    fn a_key_that_comes_back_waits_for_the_others_turn() {
        let mut line = Line::new(9);
        line.push("a", "a1");
        line.push("b", "b1");
        line.push("b", "b2");
        assert_eq!(line.pop(), Some("a1"));
        line.push("a", "a2");
        assert_eq!(all(&mut line), ["b1", "a2", "b2"]);
    }

    #[test]
    fn the_last_place_is_given_and_the_next_is_not() {
        let mut line = Line::new(2);
        assert_eq!(line.push("a", 1), Pushed::Taken);
        assert_eq!(line.push("a", 2), Pushed::Taken);
        assert_eq!(line.push("a", 3), Pushed::Full(3));
        assert_eq!(all(&mut line), [1, 2]);
        assert_eq!(Line::new(0).push("a", 1), Pushed::Full(1));
    }

    #[test]
    fn nobody_keeps_others_out_by_filling_the_line() {
        let mut line = Line::new(4);
        for n in 1..=4 {
            line.push("greedy", n);
        }
        assert_eq!(line.push("modest", 10), Pushed::Instead(4));
        // Three against one: a second still is the smaller share. Then it is even, and full is full.
        assert_eq!(line.push("modest", 11), Pushed::Instead(3));
        assert_eq!(line.push("modest", 12), Pushed::Full(12));
        assert_eq!(line.len(), 4);
        assert_eq!(all(&mut line), [1, 10, 2, 11]);
    }
}
