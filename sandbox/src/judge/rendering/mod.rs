//! Values, calls and expectations as a learner would type them.

mod layout;
mod literal;

use domain::{Expectation, Language, Step};
use serde_json::Value as Json;

use self::layout::Node;
use crate::values::Value;

/// The call and what is expected of it, for a page that shows a visible test before anything was submitted.
pub fn example(language: Language, step: &Step) -> (String, String) {
    (call(language, step), expectation(language, &step.expect))
}

/// The call of a step, such as `split_url('https://example.org/a')`.
pub(crate) fn call(language: Language, step: &Step) -> String {
    let name = language.function_name(&step.function);
    let args = step.args.iter().map(|arg| authored(language, arg)).collect();
    Node::group(format!("{name}("), args, ")").to_text(language)
}

/// A value.
pub(crate) fn value(language: Language, value: &Value) -> String {
    literal::node(language, value).to_text(language)
}

/// What is expected, in the language's values and plain words.
pub(crate) fn expectation(language: Language, expectation: &Expectation) -> String {
    let text = |json: &Json| authored(language, json).to_text(language);
    let strings = |texts: &[String]| {
        let literals = texts.iter().map(|text| literal::text(language, text)).collect::<Vec<_>>();
        literals.join(", ")
    };
    match expectation {
        Expectation::Json(json) => text(json),
        Expectation::JsonLike(json) => format!("at least {}", text(json)),
        Expectation::Approx { value, tolerance } => {
            format!("{}, give or take {}", text(value), literal::float(language, *tolerance))
        }
        Expectation::Unordered(values) => {
            let items = values.iter().map(|json| authored(language, json)).collect();
            format!("{} in any order", Node::group("[", items, "]").to_text(language))
        }
        Expectation::Length(length) => match language {
            Language::Python => format!("something of length {length}, as len() counts"),
            Language::Ruby => format!("something of length {length}, as `length` counts"),
            Language::Javascript | Language::Typescript | Language::Php | Language::Sql => {
                format!("something with {length} elements, keys or characters")
            }
        },
        Expectation::Has(keys) => {
            let kind = match language {
                Language::Python => "a dict",
                Language::Ruby => "a hash",
                Language::Php => "an array",
                Language::Javascript | Language::Typescript | Language::Sql => "an object",
            };
            let noun = if keys.len() == 1 { "key" } else { "keys" };
            format!("{kind} with the {noun} {}", strings(keys))
        }
        Expectation::Matches(pattern) => format!("a string that matches the pattern {pattern}"),
        Expectation::Raises(what) => match what.as_str() {
            "" => format!("{} an {}", raises(language), exception(language)),
            what => format!("{} {what}", raises(language)),
        },
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
    match Value::read(json) {
        Ok(value) => literal::node(language, &value),
        Err(_) => Node::leaf(json.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language::{Javascript, Python};
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
        let step = Step {
            function: "split_url".into(),
            args: vec![json!("https://example.org"), json!({"strict": true})],
            expect: Expectation::Json(json!(["https", null])),
        };
        assert_eq!(
            example(Python, &step),
            ("split_url('https://example.org', {'strict': True})".into(), "['https', None]".into())
        );
        assert_eq!(
            example(Javascript, &step),
            ("splitUrl(\"https://example.org\", { strict: true })".into(), "[\"https\", null]".into())
        );
        let long = Step { args: vec![json!("a".repeat(50)), json!("b".repeat(50))], ..step };
        assert_eq!(call(Python, &long), format!("split_url(\n    '{}',\n    '{}',\n)", "a".repeat(50), "b".repeat(50)));
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
            assert_eq!(expectation(Python, &expected), python);
            assert_eq!(expectation(Javascript, &expected), javascript);
        }
    }
}
