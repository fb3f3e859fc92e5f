//! An author's script over a subject.

use super::*;

const SERVICE_PY: &str = "
import json
def total(items): return sum(items)
def refuse(): raise PermissionError('not you')
def slip(): return nothing_of_that_name
def app(environ, start_response):
    body = environ['wsgi.input'].read()
    said = {'method': environ['REQUEST_METHOD'], 'path': environ['PATH_INFO'], 'query': environ['QUERY_STRING'], 'type': environ.get('CONTENT_TYPE'), 'body': body.decode()}
    start_response('201 Created', [('Content-Type', 'application/json'), ('X-Seen', environ.get('HTTP_X_SENT', 'none'))])
    return [json.dumps(said).encode()]
";

const SERVICE_JS: &str = "
export const total = (items) => items.reduce((sum, item) => sum + item, 0);
export function refuse() { const error = new Error('not you'); error.name = 'PermissionError'; throw error; }
export function slip() { return nothingOfThatName; }
export default { async fetch(request) {
    const url = new URL(request.url);
    const said = { method: request.method, path: url.pathname, query: url.search.slice(1), type: request.headers.get('content-type'), body: await request.text() };
    return Response.json(said, { status: 201, headers: { 'x-seen': request.headers.get('x-sent') ?? 'none' } });
} };
";

const SERVICE_RB: &str = "
require 'json'
class PermissionError < StandardError; end
def total(items) = items.sum
def refuse = raise(PermissionError, 'not you')
def slip = nothing_of_that_name
class App
  def self.call(env)
    said = { method: env['REQUEST_METHOD'], path: env['PATH_INFO'], query: env['QUERY_STRING'], type: env['CONTENT_TYPE'], body: env['rack.input'].read }
    [201, { 'content-type' => 'application/json', 'x-seen' => env['HTTP_X_SENT'] || 'none' }, [said.to_json]]
  end
end
";

const SERVICE_PHP: &str = "<?php
class PermissionError extends Exception {}
function total($items) { return array_sum($items); }
function refuse() { throw new PermissionError('not you'); }
function slip() { return nothing_of_that_name(); }
if (isset($_SERVER['REQUEST_METHOD'])) {
    http_response_code(201);
    header('Content-Type: application/json');
    header('X-Seen: ' . ($_SERVER['HTTP_X_SENT'] ?? 'none'));
    $path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
    echo json_encode(['method' => $_SERVER['REQUEST_METHOD'], 'path' => $path, 'query' => $_SERVER['QUERY_STRING'] ?? '', 'type' => $_SERVER['CONTENT_TYPE'] ?? null, 'body' => file_get_contents('php://input')], JSON_UNESCAPED_SLASHES);
}
";

const CHECK: &str = "
def works(subject):
    assert subject.call('total', [1, 2, 3]) == 6
    try:
        subject.call('refuse')
        assert False, 'nothing was raised'
    except PermissionError as error:
        assert str(error) == 'not you'
    response = subject.request('POST', '/items?a=b', json={'name': 'x'}, headers={'X-Sent': 'yes'})
    assert (response.status, response.headers['x-seen']) == (201, 'yes')
    said = response.json()
    assert said == {'method': 'POST', 'path': '/items', 'query': 'a=b', 'type': 'application/json', 'body': '{\"name\": \"x\"}'}, said
    assert subject.request('GET', '/').headers['content-type'].startswith('application/json')

def complains(subject):
    assert subject.call('total', [1]) == 2, 'The total of one item is not right.'

def says_nothing(subject):
    assert False

def meets_an_exception(subject):
    subject.call('refuse')

def meets_a_slip(subject):
    subject.call('slip')

def meets_nothing(subject):
    subject.call('does_not_exist', 1)

def expects_a_dictionary(subject):
    subject.call('total', [1])['total']

def is_broken(subject):
    undefined_name

def imports_nothing(subject):
    import requests

def loops(subject):
    while True: pass
";

#[test]
fn an_authors_script_checks_a_subject_in_any_language() {
    with_stack(|| {
        let services = [
            (Language::Python, SERVICE_PY),
            (Language::Javascript, SERVICE_JS),
            (Language::Ruby, SERVICE_RB),
            (Language::Php, SERVICE_PHP),
        ];
        for (language, code) in services {
            let files = [SourceFile { name: "check.py".to_owned(), content: CHECK.to_owned() }];
            let check = |function: &str| {
                let subject = subject(language, code, &Limits::default());
                sandbox().check(&files, function, &few_ms(500), &subject, None).unwrap()
            };
            let failed = |function: &str| match check(function) {
                Checked::Failed { message, trace } => {
                    assert!(trace.contains("check.py"), "{trace}");
                    message
                }
                other => panic!("{function}: {other:?}"),
            };
            assert_eq!(check("works"), Checked::Passed, "{language}");
            assert_eq!(failed("complains"), "The total of one item is not right.");
            assert_eq!(failed("says_nothing"), "");
            assert_eq!(failed("meets_an_exception"), "PermissionError: not you");
            assert!(failed("meets_a_slip").contains("Error"), "the subject's slip, not the author's");
            assert!(failed("meets_nothing").contains("the code under test has no 'does_not_exist'"));
            assert!(failed("expects_a_dictionary").starts_with("TypeError"));
            for broken in ["is_broken", "imports_nothing", "loops", "there_is_none"] {
                assert!(matches!(check(broken), Checked::Broken(_)), "{broken}");
            }
            let files = [SourceFile { name: "check.py".to_owned(), content: "def check(:".to_owned() }];
            let subject = subject(language, code, &Limits::default());
            let broken = sandbox().check(&files, "check", &few_ms(500), &subject, None).unwrap();
            assert!(matches!(broken, Checked::Broken(said) if said.contains("check.py")));
        }
    });
}

#[test]
fn a_check_over_a_subject_that_stops_is_the_subjects_fault() {
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &few_ms(100));
        let script = "def check(subject):\n    subject.call('spin')";
        let files = [SourceFile { name: "check.py".to_owned(), content: script.to_owned() }];
        let checked = sandbox().check(&files, "check", &Limits::default(), &subject, None).unwrap();
        assert!(matches!(checked, Checked::Failed { .. }), "{checked:?}");
        assert_eq!(subject.stopped(), Some(Stop::Fuel));
    });
}

#[test]
fn a_check_sees_what_a_service_asks_of_others() {
    let code = r#"
export default { async fetch(request) {
    const answer = await fetch("https://api.example.com/users/1", { headers: { "x-trace": request.headers.get("x-trace") } });
    await fetch("https://api.example.com/hooks", { method: "POST", body: JSON.stringify({ seen: true }) });
    return Response.json({ status: answer.status, user: await answer.json() });
} };
"#;
    let script = "
def check(subject):
    assert subject.requests_made() == []
    response = subject.request('GET', '/', headers=[('x-trace', 't1')])
    assert response.json() == {'status': 200, 'user': {'id': 1}}, response.text
    first, second = subject.requests_made()
    assert (first.method, first.host, first.path, first.headers['x-trace'], first.status) == ('GET', 'api.example.com', '/users/1', 't1', 200)
    assert (second.method, second.json(), second.status) == ('POST', {'seen': True}, 503)
";
    with_stack(|| {
        let network = network();
        let runtime = sandbox().runtime(&Language::Javascript.into()).unwrap();
        let outside = Outside { subject: None, network: Some(network.clone()) };
        let surroundings = Surroundings { bridge: Some(Box::new(outside)), ..Surroundings::default() };
        let file = main_file(Language::Javascript, code);
        let guest = Guest::start_in(runtime, &[file], &Limits::default(), surroundings).unwrap();
        let subject = Subject::new(Language::Javascript, guest);
        assert_eq!(subject.ask(&Request::Load), Ok(Answer::Loaded));
        let files = [SourceFile { name: "check.py".to_owned(), content: script.to_owned() }];
        let checked = sandbox().check(&files, "check", &Limits::default(), &subject, Some(&network));
        assert_eq!(checked, Ok(Checked::Passed));
    });
}
