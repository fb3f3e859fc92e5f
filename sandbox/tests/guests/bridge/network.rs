//! Hosts that are described, and programs that ask them.

use super::*;

/// The value of `f()` where there is this network.
fn value_with(setting: &Setting, network: &VirtualNetwork) -> Value {
    let outside = Outside { subject: None, network: Some(network.clone()) };
    match ask(setting, outside, &[Request::Load, call("f", &[])]) {
        Outcome { answer: Ok(Answer::Value(value)), .. } => value,
        other => panic!("{other:?}"),
    }
}

#[test]
fn javascript_fetches_from_the_virtual_network() {
    let code = r#"
import dns from "node:dns/promises";
const failure = async (work) => { try { await work(); return "nothing"; } catch (error) { return [error.name, error.message, error.cause?.code ?? error.cause?.message ?? null]; } };
export async function f() {
  const user = await fetch("https://api.example.com/users/1");
  const hook = () => fetch("https://api.example.com/hooks", { method: "POST", body: JSON.stringify({ a: 1 }), headers: { "content-type": "application/json", "x-signature": "s" } });
  const begun = Date.now();
  const slow = await (await fetch("https://api.example.com/slow")).text();
  const took = Math.round((Date.now() - begun) / 1000);
  const moved = await fetch("https://api.example.com/moved", { headers: { authorization: "secret" } });
  return {
    user: [user.status, user.ok, user.url, user.headers.get("content-type"), await user.json()],
    hooks: [(await hook()).status, (await hook()).status],
    slow: [slow, took],
    moved: [moved.url, moved.redirected, await moved.text()],
    manual: (await fetch("https://api.example.com/moved", { redirect: "manual" })).status,
    missing: (await fetch("https://api.example.com/nothing")).status,
    late: await failure(() => fetch("https://api.example.com/slow", { signal: AbortSignal.timeout(100) })),
    unknown: await failure(() => fetch("https://evil.example/")),
    round: await failure(() => fetch("https://api.example.com/round")),
    refused: await failure(() => fetch("https://api.example.com/moved", { redirect: "error" })),
    address: await dns.lookup("internal.example"),
    nowhere: await failure(() => dns.lookup("evil.example")),
  };
}
"#;
    with_stack(|| {
        let network = network();
        let expected = json!({
            "user": [200, true, "https://api.example.com/users/1", "application/json", { "id": 1 }],
            "hooks": [503, 202],
            "slow": ["at last", 5],
            "moved": ["http://10.0.0.7:8080/secret", true, "inside"],
            "manual": 302,
            "missing": 404,
            "late": ["TimeoutError", "The operation was aborted due to timeout", null],
            "unknown": ["TypeError", "fetch failed", "ENOTFOUND"],
            "round": ["TypeError", "fetch failed", "redirect count exceeded"],
            "refused": ["TypeError", "fetch failed", "unexpected redirect"],
            "address": { "address": "10.0.0.7", "family": 4 },
            "nowhere": ["Error", "getaddrinfo ENOTFOUND evil.example", "there is no host `evil.example`"],
        });
        assert_eq!(value_with(&javascript(code), &network), expected);
        let log = network.log();
        assert!(log.requests.iter().any(|request| request.host == "evil.example" && request.status.is_none()));
        assert!(log.requests.iter().any(|request| request.host == "10.0.0.7:8080"
            && request.headers.iter().all(|(name, _)| name != "authorization")));
        let posted = log.requests.iter().find(|request| request.method == "POST").unwrap();
        assert_eq!((posted.path.as_str(), posted.body.as_str(), posted.status), ("/hooks", "{\"a\":1}", Some(503)));
        assert!(posted.headers.contains(&("x-signature".to_owned(), "s".to_owned())), "{posted:?}");
    });
}

#[test]
fn python_opens_urls_of_the_virtual_network() {
    let code = r#"
import http.client, json, socket, time, urllib.error, urllib.request
def failure(work):
    try: return work()
    except OSError as error: return [type(error).__name__, str(getattr(error, "reason", error))]
def f():
    with urllib.request.urlopen("https://api.example.com/users/1") as response:
        user = [response.status, response.headers["content-type"], json.load(response)]
    request = urllib.request.Request("https://api.example.com/hooks", data=b'{"a": 1}', headers={"X-Signature": "s"}, method="POST")
    busy = failure(lambda: urllib.request.urlopen(request))
    hook = urllib.request.urlopen(request).status
    begun = time.time()
    slow = urllib.request.urlopen("https://api.example.com/slow").read().decode()
    took = round(time.time() - begun)
    moved = urllib.request.urlopen("https://api.example.com/moved")
    connection = http.client.HTTPSConnection("api.example.com", timeout=1)
    both = []
    for path in ("/users/1", "/nothing"):
        connection.request("GET", path)
        answer = connection.getresponse()
        both.append([answer.status, answer.reason, answer.read().decode()])
    return {
        "user": user, "busy": busy, "hook": hook, "slow": [slow, took], "moved": [moved.url, moved.read().decode()], "both": both,
        "late": failure(lambda: urllib.request.urlopen("https://api.example.com/slow", timeout=1)),
        "unknown": failure(lambda: urllib.request.urlopen("https://evil.example/")),
        "tricky": failure(lambda: urllib.request.urlopen("http://api.example.com@evil.example/")),
        "address": [socket.gethostbyname("internal.example"), socket.getaddrinfo("internal.example", 80)[0][4]],
        "nowhere": failure(lambda: socket.getaddrinfo("evil.example", 80)),
        "raw": failure(lambda: socket.create_connection(("api.example.com", 80))),
    }
"#;
    with_stack(|| {
        let network = network();
        let value = value_with(&python(code), &network);
        let expected = json!({
            "user": [200, "application/json", { "id": 1 }],
            "busy": ["HTTPError", "Service Unavailable"],
            "hook": 202,
            "slow": ["at last", 5],
            "moved": ["http://10.0.0.7:8080/secret", "inside"],
            "both": [[200, "OK", "{\"id\": 1}"], [404, "Not Found", ""]],
            "late": ["TimeoutError", "timed out"],
            "unknown": ["URLError", "[Errno 23] there is no host `evil.example`"],
            "tricky": ["URLError", "[Errno 23] there is no host `api.example.com@evil.example`"],
            "address": ["10.0.0.7", { "$tuple": ["10.0.0.7", 80] }],
            "nowhere": ["gaierror", "[Errno 23] there is no host `evil.example`"],
            "raw": ["OSError", "[Errno 40] there is no network in the sandbox"],
        });
        assert_eq!(value, expected);
        let log = network.log();
        let posted = log.requests.iter().find(|request| request.method == "POST").unwrap();
        assert_eq!(
            (posted.host.as_str(), posted.body.as_str(), posted.status),
            ("api.example.com", "{\"a\": 1}", Some(503))
        );
        assert!(posted.headers.contains(&("x-signature".to_owned(), "s".to_owned())), "{posted:?}");
    });
}

#[test]
fn without_a_network_nobody_is_reached() {
    let code = "
import urllib.request, urllib.error
def f():
    try: urllib.request.urlopen('http://api.example.com/')
    except urllib.error.URLError as error: return str(error.reason)
";
    assert_eq!(python(code).value(), json!("[Errno 40] there is no network in the sandbox"));
    let code = "export async function f() { try { await fetch('http://api.example.com/'); } catch (error) { return [error.name, error.message, error.cause.message]; } }";
    let told = "there is no network in the sandbox, so http://api.example.com/ cannot be reached";
    assert_eq!(javascript(code).value(), json!(["TypeError", "fetch failed", told]));
    with_stack(|| {
        let subject = subject(Language::Javascript, PRICING_JS, &Limits::default());
        let outside = Outside { subject: Some(subject), network: None };
        let outcome = ask(&javascript(code), outside, &[Request::Load, call("f", &[])]);
        let told = json!(["TypeError", "fetch failed", "there is no network in the sandbox"]);
        assert_eq!(outcome.answer, Ok(Answer::Value(told)), "a subject is no network");
    });
}
