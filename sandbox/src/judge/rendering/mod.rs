//! Values, calls and expectations as a learner would type them.

mod action;
mod condition;
mod json;
mod layout;
mod literal;
mod table;

use domain::{Expectation, GENERATOR_TAG, Generator, Language, TestCase};
use serde_json::Value as Json;

use self::layout::Node;
pub(crate) use self::{
    action::action,
    condition::{actual, expected},
};
use crate::values::Value;

/// What a test does and what is expected in the end, for a page that shows a visible test before anything was submitted.
pub fn example(language: Language, test: &TestCase) -> (String, String) {
    let dataset = test.datasets.first().map(|name| format!("-- on the dataset `{name}`"));
    let actions: Vec<String> = test.steps.iter().map(|step| action(language, step)).collect();
    let between = if actions.iter().any(|action| action.contains('\n')) { "\n\n" } else { "\n" };
    let done = dataset.into_iter().chain([actions.join(between)]).collect::<Vec<_>>().join("\n");
    let conditions = test.steps.last().map(|step| step.expect.as_slice()).unwrap_or_default();
    let wanted = match &test.growth {
        Some(growth) => format!("work that grows with n as {}, at most", growth.bound.as_str()),
        None => expected(language, conditions, None),
    };
    (done, wanted)
}

/// A call, such as `split_url('https://example.org/a')`.
fn call(language: Language, function: &str, args: &[Json]) -> String {
    let name = language.function_name(function);
    let args = args.iter().map(|arg| authored(language, arg)).collect();
    Node::group(format!("{name}("), args, ")").to_text(language)
}

/// A value.
pub(crate) fn value(language: Language, value: &Value) -> String {
    literal::node(language, value).to_text(language)
}

/// What is expected of a value of the language's, in its own literals and plain words.
fn of_value(language: Language, expectation: &Expectation) -> String {
    words(language, expectation, &|json| authored(language, json).to_text(language), &|text| {
        literal::text(language, text)
    })
}

/// What is expected, with values and texts written as the two functions have it.
fn words(
    language: Language,
    expectation: &Expectation,
    value: &dyn Fn(&Json) -> String,
    quote: &dyn Fn(&str) -> String,
) -> String {
    let strings = |texts: &[String]| texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", ");
    match expectation {
        Expectation::Json(json) => value(json),
        Expectation::JsonLike(json) => format!("at least {}", value(json)),
        Expectation::Approx { value: middle, tolerance } => {
            format!("{}, give or take {}", value(middle), literal::float(language, *tolerance))
        }
        Expectation::Unordered(values) => format!("{} in any order", value(&Json::Array(values.clone()))),
        Expectation::Length(length) => match language {
            Language::Python => format!("something of length {length}, as len() counts"),
            Language::Ruby => format!("something of length {length}, as `length` counts"),
            Language::Javascript | Language::Typescript | Language::Php | Language::Sql => {
                format!("something with {length} elements, keys or characters")
            }
        },
        Expectation::Has(keys) => {
            let noun = if keys.len() == 1 { "key" } else { "keys" };
            format!("{} with the {noun} {}", dictionary(language), strings(keys))
        }
        Expectation::HasNot(keys) => {
            let noun = if keys.len() == 1 { "key" } else { "keys" };
            format!("{} without the {noun} {}", dictionary(language), strings(keys))
        }
        Expectation::Matches(pattern) => format!("a string that matches the pattern {pattern}"),
        Expectation::Prints(text) => text.clone(),
        Expectation::Contains(texts) => format!("a text with {}", strings(texts)),
        Expectation::Lacks(texts) => format!("a text without {}", strings(texts)),
        Expectation::Absent => "nothing".to_owned(),
        Expectation::Raises(what) => match what.as_str() {
            "" => format!("{} an {}", raises(language), exception(language)),
            what => format!("{} {what}", raises(language)),
        },
        // Rows stand in its place before anybody is told of it.
        Expectation::SameRows { .. } => "the rows of our own query".to_owned(),
        Expectation::UsesIndex(index) => format!("a plan that uses the index {index}"),
        Expectation::NoFullScan(tables) if tables.is_empty() => "a plan that reads no table from end to end".to_owned(),
        Expectation::NoFullScan(tables) => {
            format!("a plan that does not read {} from end to end", tables.join(" or "))
        }
        Expectation::AllPass => "every one of your tests passes".to_owned(),
        Expectation::SomeFail => "at least one of your tests fails".to_owned(),
    }
}

fn dictionary(language: Language) -> &'static str {
    match language {
        Language::Python => "a dict",
        Language::Ruby => "a hash",
        Language::Php => "an array",
        Language::Javascript | Language::Typescript | Language::Sql => "an object",
    }
}

/// What a function does with an exception.
pub(crate) fn raises(language: Language) -> &'static str {
    match language {
        Language::Python | Language::Ruby | Language::Sql => "raises",
        Language::Javascript | Language::Typescript | Language::Php => "throws",
    }
}

fn exception(language: Language) -> &'static str {
    match language {
        Language::Python | Language::Ruby | Language::Php => "exception",
        Language::Javascript | Language::Typescript | Language::Sql => "error",
    }
}

/// An author's value. One that does not follow the contract is shown as the JSON that it is; nobody gets to see it, since
/// [`check_expectation`](super::check_expectation) and [`check_value`](crate::check_value) come first.
fn authored(language: Language, json: &Json) -> Node {
    if let Some(generated) = generated(json) {
        return Node::leaf(generated);
    }
    match Value::read(json) {
        Ok(value) => literal::node(language, &value),
        Err(_) => Node::leaf(json.to_string()),
    }
}

/// An input that is made for a size, in words.
fn generated(json: &Json) -> Option<String> {
    let generator = serde_json::from_value::<Generator>(json.get(GENERATOR_TAG)?.clone()).ok()?;
    Some(match generator {
        Generator::Size(1) => "n".to_owned(),
        Generator::Size(times) => format!("{times} × n"),
        Generator::Range {} => "⟨0, 1, 2, … to n⟩".to_owned(),
        Generator::Integers { sorted: true, .. } => "⟨n numbers, sorted⟩".to_owned(),
        Generator::Integers { .. } => "⟨n numbers⟩".to_owned(),
        Generator::Words { .. } => "⟨n words⟩".to_owned(),
        Generator::Records { fields, .. } => {
            let names: Vec<_> = fields.keys().map(String::as_str).collect();
            format!("⟨n records of {}⟩", names.join(", "))
        }
        Generator::Text { .. } => "⟨a text of n letters⟩".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use domain::Language::{Javascript, Python};
    use domain::Step;
    use serde_json::json;

    use super::*;

    fn both(json: Json) -> (String, String) {
        let read = Value::read(&json).unwrap();
        (value(Python, &read), value(Javascript, &read))
    }

    #[test]
    fn each_kind_of_value_is_written_as_its_language_writes_it() {
        for (json, python, javascript) in [
            (json!(null), "None", "null"),
            (json!(true), "True", "true"),
            (json!(-5), "-5", "-5"),
            (json!(1.0), "1.0", "1"),
            (json!(0.1), "0.1", "0.1"),
            (json!(-0.0), "-0.0", "-0"),
            (json!(1e16), "1e+16", "10000000000000000"),
            (json!(1e22), "1e+22", "1e+22"),
            (json!(123_456.5), "123456.5", "123456.5"),
            (json!(1.5e-5), "1.5e-05", "0.000015"),
            (json!(1e-7), "1e-07", "1e-7"),
            (json!({"$float": "nan"}), "float('nan')", "NaN"),
            (json!({"$float": "-inf"}), "float('-inf')", "-Infinity"),
            (json!({"$big": "12345678901234567890"}), "12345678901234567890", "12345678901234567890n"),
            (json!("it's"), "\"it's\"", "\"it's\""),
            (json!("say \"hi\""), "'say \"hi\"'", "'say \"hi\"'"),
            (json!("it's \"x\""), "'it\\'s \"x\"'", "\"it's \\\"x\\\"\""),
            (json!("a\n\t\\\0\u{1b}é\u{202e}"), "'a\\n\\t\\\\\\x00\\x1bé\\u202e'", "\"a\\n\\t\\\\\\x00\\x1bé\\u202e\""),
            (json!({"$bytes": "YScA/w=="}), "b\"a'\\x00\\xff\"", "new Uint8Array([97, 39, 0, 255])"),
            (
                json!({"$date": "2026-01-01T00:00:00Z"}),
                "datetime.fromisoformat('2026-01-01T00:00:00Z')",
                "new Date(\"2026-01-01T00:00:00Z\")",
            ),
            (json!([]), "[]", "[]"),
            (json!({}), "{}", "{}"),
            (json!({"$tuple": []}), "()", "[]"),
            (json!({"$tuple": [1]}), "(1,)", "[1]"),
            (json!({"$tuple": [1, 2]}), "(1, 2)", "[1, 2]"),
            (json!({"$set": []}), "set()", "new Set([])"),
            (json!({"$set": [1, "a"]}), "{1, 'a'}", "new Set([1, \"a\"])"),
            (json!({"b": [1], "a-c": null}), "{'b': [1], 'a-c': None}", "{ b: [1], \"a-c\": null }"),
            (
                json!({"__proto__": 1, "$a": 2, "1x": 3}),
                "{'__proto__': 1, '$a': 2, '1x': 3}",
                "{ [\"__proto__\"]: 1, $a: 2, \"1x\": 3 }",
            ),
        ] {
            assert_eq!(both(json.clone()), (python.to_owned(), javascript.to_owned()), "{json}");
        }
    }

    #[test]
    fn a_long_value_is_broken_where_it_must_be() {
        let (python, javascript) = both(json!({
            "scheme": "https", "host": "a-rather-long-host-name.example.org", "query": [["a", "1"], ["b", "2"]],
        }));
        assert_eq!(
            python,
            "{\n    'scheme': 'https',\n    'host': 'a-rather-long-host-name.example.org',\n    \
             'query': [['a', '1'], ['b', '2']],\n}"
        );
        assert_eq!(
            javascript,
            "{\n  scheme: \"https\",\n  host: \"a-rather-long-host-name.example.org\",\n  \
             query: [[\"a\", \"1\"], [\"b\", \"2\"]],\n}"
        );
    }

    #[test]
    fn a_huge_value_is_cut_and_says_so() {
        let (python, _) = both(json!(vec!["x".repeat(50); 100_000]));
        assert!(python.chars().count() < layout::MOST_CHARS + 100, "{}", python.len());
        assert!(python.ends_with("more characters)"), "{}", &python[python.len() - 40..]);
    }

    #[test]
    fn a_call_is_named_as_its_language_names_it() {
        let step = Step::call(
            "split_url",
            vec![json!("https://example.org"), json!({"strict": true})],
            Expectation::Json(json!(["https", null])),
        );
        let test = TestCase { steps: vec![step], ..TestCase::default() };
        assert_eq!(
            example(Python, &test),
            ("split_url('https://example.org', {'strict': True})".into(), "['https', None]".into())
        );
        assert_eq!(
            example(Javascript, &test),
            ("splitUrl(\"https://example.org\", { strict: true })".into(), "[\"https\", null]".into())
        );
        let long = [json!("a".repeat(50)), json!("b".repeat(50))];
        assert_eq!(
            call(Python, "split_url", &long),
            format!("split_url(\n    '{}',\n    '{}',\n)", "a".repeat(50), "b".repeat(50))
        );
    }

    #[test]
    fn an_input_made_for_a_size_is_told_in_words() {
        let args = [json!({ "$gen": { "integers": { "max": 9, "sorted": true } } }), json!({ "$gen": { "size": 7 } })];
        assert_eq!(call(Python, "find", &args), "find(⟨n numbers, sorted⟩, 7 × n)");
    }

    #[test]
    fn every_expectation_has_words() {
        for (expected, python, javascript) in [
            (Expectation::JsonLike(json!({"a": 1})), "at least {'a': 1}", "at least { a: 1 }"),
            (
                Expectation::Approx { value: json!(1.5), tolerance: 0.01 },
                "1.5, give or take 0.01",
                "1.5, give or take 0.01",
            ),
            (Expectation::Unordered(vec![json!(1), json!(null)]), "[1, None] in any order", "[1, null] in any order"),
            (
                Expectation::Length(3),
                "something of length 3, as len() counts",
                "something with 3 elements, keys or characters",
            ),
            (Expectation::Has(vec!["a".into()]), "a dict with the key 'a'", "an object with the key \"a\""),
            (
                Expectation::Matches("^a$".into()),
                "a string that matches the pattern ^a$",
                "a string that matches the pattern ^a$",
            ),
            (Expectation::Raises("ValueError".into()), "raises ValueError", "throws ValueError"),
            (Expectation::Raises(String::new()), "raises an exception", "throws an error"),
        ] {
            assert_eq!(of_value(Python, &expected), python);
            assert_eq!(of_value(Javascript, &expected), javascript);
        }
    }
}
