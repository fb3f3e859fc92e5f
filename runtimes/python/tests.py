"""The `tests` operation: runs a learner's `unittest` file, whose subject is in another instance."""

import unittest.loader, unittest.result, unittest.suite

MAX_TESTS = 300
MAX_TEST_TEXT = 2_000  # characters of a message, and of a trace
TestLoader, TestResult = unittest.loader.TestLoader, unittest.result.TestResult


class TooManyTests(Exception):
    __module__ = "builtins"


class Collected(TestResult):
    """What came of each test, in order. A test with subtests is as its first subtest that did not pass."""

    def __init__(self):
        super().__init__()
        self.cases = []
        self.open = None

    def startTest(self, test):
        super().startTest(test)
        self.open = {"name": name_of(test), "status": "pass", "message": "", "trace": ""}
        self.cases.append(self.open)

    def tell(self, test, status, error=None, message=""):
        case = self.open
        if case is None:  # what goes wrong around the tests of a class or module is no test's
            case = {"name": str(getattr(test, "description", test)), "status": "pass", "message": "", "trace": ""}
            self.cases.append(case)
        if case["status"] != "pass":
            return
        case["status"] = status
        if error is not None:
            kind, said, trace = describe(error)
            message = f"{kind}: {said}" if said else kind
            case["trace"] = trace.rstrip("\n")[-MAX_TEST_TEXT:]
        case["message"] = sendable(message)[:MAX_TEST_TEXT]

    def stopTest(self, test):
        super().stopTest(test)
        self.open = None

    def addFailure(self, test, error):
        self.tell(test, "fail", error[1])

    def addError(self, test, error):
        self.tell(test, "error", error[1])

    def addSubTest(self, test, subtest, error):
        if error is not None:
            status = "fail" if issubclass(error[0], test.failureException) else "error"
            failed = self.open["status"] if self.open else "pass"
            self.tell(test, status, error[1])
            if failed == "pass" and self.open:
                self.open["message"] = f"{sendable(subtest._subDescription())} {self.open['message']}"[:MAX_TEST_TEXT]

    def addSkip(self, test, reason):
        self.tell(test, "skip", message=str(reason))

    def addUnexpectedSuccess(self, test):
        self.tell(test, "fail", message="this test was expected to fail, and passed")

    def addExpectedFailure(self, test, error):
        pass


def name_of(test):
    method = getattr(test, "_testMethodName", None)
    return sendable(f"{type_name(test)}.{method}" if method else str(test))[:200]


def run_tests(request):
    own_main, unittest.main = unittest.main, lambda *args, **kwargs: None  # they are run all the same
    modules[request["module"]] = proxy_module(request["module"], request["exports"])
    name = request["file"].rsplit(".", 1)[0]
    try:
        module = execute(request["file"], name)
        suite = TestLoader().loadTestsFromModule(module)
        count = suite.countTestCases()
        if count > MAX_TESTS:
            raise TooManyTests(f"there are {count} tests; at most {MAX_TESTS} are run")
        result = Collected()
        suite.run(result)
    except BaseException as error:
        return unparsed(error) if is_in_learners_files(error) else raised(error)
    finally:
        unittest.main = own_main
    return {"tests": result.cases[:MAX_TESTS]}
