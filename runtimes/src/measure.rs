//! Measures what fuel is worth.

use std::{path::Path, time::Instant};

use anyhow::{anyhow, bail};
use domain::{Language, Limits, SourceFile};
use sandbox::{Answer, Guest, Request, Runtime, Sandbox};

/// Small programs of the kind that exercises are made of: a name, then one for each language.
const PROGRAMS: [(&str, &str, &str); 6] = [
    (
        "arithmetic in a loop",
        "def f():\n    total = 0\n    for n in range(300000):\n        total += n * n % 7\n    return total\n",
        "export function f() { let total = 0; for (let n = 0; n < 600000; n++) total += n * n % 7; return total; }",
    ),
    (
        "calls",
        "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef f():\n    return fib(22)\n",
        "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nexport function f() { return fib(24); }",
    ),
    (
        "text",
        "def f():\n    words = [str(n) + 'x' for n in range(40000)]\n    return len(' '.join(words).upper().split(' '))\n",
        "export function f() { const words = []; for (let n = 0; n < 40000; n++) words.push(n + 'x'); return words.join(' ').toUpperCase().split(' ').length; }",
    ),
    (
        "dictionaries",
        "def f():\n    seen = {}\n    for n in range(100000):\n        seen[n % 1000] = seen.get(n % 1000, 0) + 1\n    return len(seen)\n",
        "export function f() { const seen = new Map(); for (let n = 0; n < 100000; n++) seen.set(n % 1000, (seen.get(n % 1000) ?? 0) + 1); return seen.size; }",
    ),
    (
        "sorting",
        "def f():\n    numbers = [n * 7919 % 100003 for n in range(60000)]\n    return sorted(numbers, key=lambda n: -n)[0]\n",
        "export function f() { const numbers = []; for (let n = 0; n < 30000; n++) numbers.push(n * 7919 % 100003); return numbers.sort((a, b) => b - a)[0]; }",
    ),
    (
        "JSON",
        "import json\ndef f():\n    value = [{'id': n, 'name': 'abc' * 3} for n in range(8000)]\n    return len(json.loads(json.dumps(value)))\n",
        "export function f() { const value = []; for (let n = 0; n < 8000; n++) value.push({ id: n, name: 'abcabcabc' }); return JSON.parse(JSON.stringify(value)).length; }",
    ),
];

/// How often each is run; the fastest counts, since whatever else the machine does only ever slows it down.
const ROUNDS: usize = 7;

/// Prints fuel per millisecond for each program, and how long the smallest call takes.
pub fn measure(dir: &Path) -> anyhow::Result<()> {
    let sandbox = Sandbox::open(dir)?;
    for language in [Language::Python, Language::Javascript] {
        let runtime = sandbox.runtime(&language.into())?;
        let mut rates = Vec::new();
        for (name, python, javascript) in PROGRAMS {
            let code = if language == Language::Python { python } else { javascript };
            let mut best: Option<(f64, u64)> = None;
            for _ in 0..ROUNDS {
                let (milliseconds, fuel) = call(runtime, language, code)?;
                best = best.filter(|(least, _)| *least <= milliseconds).or(Some((milliseconds, fuel)));
            }
            let (milliseconds, fuel) = best.unwrap_or_default();
            #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
            let rate = fuel as f64 / milliseconds;
            println!("{language}: {name}: {milliseconds:.2} ms, {fuel} fuel, {rate:.0} fuel/ms");
            rates.push(rate);
        }
        rates.sort_by(f64::total_cmp);
        println!("{language}: median {:.0} fuel/ms", rates[rates.len() / 2]);

        let smallest =
            if language == Language::Python { "def f():\n    return 1\n" } else { "export function f() { return 1; }" };
        let mut times: Vec<f64> = Vec::new();
        for _ in 0..300 {
            let begun = Instant::now();
            call(runtime, language, smallest)?;
            times.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!(
            "{language}: a fresh instance, loading and one call: median {:.3} ms, 95 % within {:.3} ms",
            times[150], times[285]
        );
    }
    Ok(())
}

/// Loads a module in a fresh instance and calls its `f`; gives what the call took.
fn call(runtime: &Runtime, language: Language, code: &str) -> anyhow::Result<(f64, u64)> {
    let file = SourceFile { name: language.main_file().to_owned(), content: code.to_owned() };
    let limits = Limits { time_ms: 60_000, ..Limits::default() };
    let mut guest = Guest::start(runtime, &[file], &[], &limits)?;
    let ask = |guest: &mut Guest, request: &Request| guest.ask(request).map_err(|stop| anyhow!("{language}: {stop:?}"));
    ask(&mut guest, &Request::Load)?;
    let (begun, before) = (Instant::now(), guest.fuel_used());
    let answer = ask(&mut guest, &Request::Call { function: "f".to_owned(), args: Vec::new() })?;
    let taken = begun.elapsed().as_secs_f64() * 1e3;
    match answer {
        Answer::Value(_) => Ok((taken, guest.fuel_used() - before)),
        other => bail!("{language}: {other:?}"),
    }
}
