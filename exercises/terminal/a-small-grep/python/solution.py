import sys


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def options_and_rest(arguments):
    rest = list(arguments)
    options = set()
    while rest and rest[0].startswith("-"):
        options.add(rest.pop(0))
    if options - {"-i", "-v", "-c"} or len(rest) not in (1, 2):
        fail("usage: [-i] [-v] [-c] TEXT [FILE]")
    return options, rest


def read_lines(names):
    if not names:
        return sys.stdin.read().splitlines()
    try:
        with open(names[0]) as file:
            return file.read().splitlines()
    except FileNotFoundError:
        fail(f"no such file: {names[0]}")


options, (text, *names) = options_and_rest(sys.argv[1:])
plain = str.lower if "-i" in options else str
invert = "-v" in options
taken = [line for line in read_lines(names) if (plain(text) in plain(line)) != invert]

if "-c" in options:
    print(len(taken))
else:
    for line in taken:
        print(line)
sys.exit(0 if taken else 1)
