//! Makes inputs of a size.

use domain::{Field, GENERATOR_TAG, Generator};
use serde_json::{Map, Value as Json, json};

use crate::wasi::Random;

/// An argument for a size: what is tagged as generated is made, all else stays.
pub(super) fn argument(arg: &Json, size: u64) -> Result<Json, serde_json::Error> {
    match arg {
        Json::Object(entries) if entries.len() == 1 && entries.contains_key(GENERATOR_TAG) => {
            let generator = serde_json::from_value::<Generator>(entries[GENERATOR_TAG].clone())?;
            Ok(make(&generator, size))
        }
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| Ok((key.clone(), argument(value, size)?)));
            Ok(Json::Object(entries.collect::<Result<_, _>>()?))
        }
        Json::Array(items) => Ok(Json::Array(items.iter().map(|item| argument(item, size)).collect::<Result<_, _>>()?)),
        other => Ok(other.clone()),
    }
}

fn make(generator: &Generator, size: u64) -> Json {
    match generator {
        Generator::Size(times) => json!(size * times),
        Generator::Range {} => (0..size).map(Json::from).collect(),
        Generator::Integers { max, sorted, seed } => {
            let mut random = Random::new(*seed);
            let mut numbers: Vec<u64> = (0..size).map(|_| below(&mut random, *max)).collect();
            if *sorted {
                numbers.sort_unstable();
            }
            numbers.into_iter().map(Json::from).collect()
        }
        Generator::Words { distinct, seed } => {
            let mut random = Random::new(*seed);
            (0..size).map(|_| Json::from(word(below(&mut random, distinct.unwrap_or(size))))).collect()
        }
        Generator::Records { fields, seed } => {
            let mut random = Random::new(*seed);
            let record = |index: u64| {
                let value = |field: &Field, random: &mut Random| match field {
                    Field::Index {} => json!(index),
                    Field::Integer(max) => json!(below(random, *max)),
                    Field::Word(distinct) => json!(word(below(random, *distinct))),
                };
                let entries = fields.iter().map(|(name, field)| (name.clone(), value(field, &mut random)));
                Json::Object(entries.collect::<Map<_, _>>())
            };
            (0..size).map(record).collect()
        }
        Generator::Text { seed } => {
            let mut random = Random::new(*seed);
            let letters = b"etaoin shrdlu cmfwyp ";
            let letter = |_| char::from(letters[usize::try_from(below(&mut random, 21)).unwrap_or(0)]);
            Json::String((0..size).map(letter).collect())
        }
    }
}

fn below(random: &mut Random, limit: u64) -> u64 {
    random.next() % limit.max(1)
}

/// A pronounceable word for a number; different numbers have different words.
fn word(mut number: u64) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[usize::try_from(number % 16).unwrap_or(0)]);
        number /= 16;
        if number == 0 {
            return word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_has_its_size_and_is_the_same_each_time() {
        let make = |json: Json, size| argument(&json, size).unwrap();
        assert_eq!(make(json!({ "$gen": { "size": 2 } }), 50), json!(100));
        assert_eq!(make(json!([{ "$gen": { "range": {} } }, "n"]), 3), json!([[0, 1, 2], "n"]));
        let sorted = make(json!({ "$gen": { "integers": { "max": 10, "sorted": true } } }), 100);
        let numbers: Vec<u64> = serde_json::from_value(sorted.clone()).unwrap();
        assert!(numbers.len() == 100 && numbers.is_sorted() && numbers.iter().all(|number| *number < 10));
        assert_eq!(sorted, make(json!({ "$gen": { "integers": { "max": 10, "sorted": true } } }), 100));
        let record = json!({ "$gen": { "records": { "fields": { "id": { "index": {} }, "user": { "word": 3 } } } } });
        let records = make(record, 40);
        assert_eq!(records[39]["id"], json!(39));
        assert!(argument(&json!({ "$gen": { "primes": {} } }), 3).is_err());
    }

    #[test]
    fn different_numbers_have_different_words() {
        let words: std::collections::BTreeSet<_> = (0..5_000).map(word).collect();
        assert_eq!(words.len(), 5_000);
    }
}
