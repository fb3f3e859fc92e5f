import json

PLOTS = [
    {"number": 3, "gardener": "Ines", "square_metres": 180},
    {"number": 7, "gardener": None, "square_metres": 210},
    {"number": 12, "gardener": "Piotr", "square_metres": 150},
    {"number": 15, "gardener": None, "square_metres": 95},
]


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def find(number):
    """Return the plot whose number is written like this, or None."""
    return next((plot for plot in PLOTS if str(plot["number"]) == number), None)


def list_plots():
    return "200 OK", PLOTS


def list_free_plots():
    return "200 OK", [plot for plot in PLOTS if plot["gardener"] is None]


def show_plot(number):
    plot = find(number)
    if plot is None:
        return "404 Not Found", {"error": "no such plot"}
    return "200 OK", plot


def water_plot(number):
    plot = find(number)
    if plot is None:
        return "404 Not Found", {"error": "no such plot"}
    return "202 Accepted", {"plot": plot["number"], "minutes": 10}


# Fixed paths stand above those with a gap that would fit them too.
ROUTES = [
    ("GET", "/plots", list_plots),
    ("GET", "/plots/free", list_free_plots),
    ("GET", "/plots/{number}", show_plot),
    ("POST", "/plots/{number}/waterings", water_plot),
]


def match(pattern, path):
    """Return the parameters, or None if the path does not fit."""
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    params = {}
    for want, part in zip(wanted, given):
        if want.startswith("{") and part:
            params[want[1:-1]] = part
        elif want != part:
            return None
    return params


def app(environ, start_response):
    """Answer one request."""
    allowed = []
    for method, pattern, handler in ROUTES:
        params = match(pattern, environ["PATH_INFO"])
        if params is None:
            continue
        if method == environ["REQUEST_METHOD"]:
            status, data = handler(**params)
            return answer(start_response, status, data)
        if method not in allowed:
            allowed.append(method)
    if allowed:
        fields = [("Allow", ", ".join(allowed))]
        return answer(start_response, "405 Method Not Allowed", {"error": "use " + fields[0][1]}, fields)
    return answer(start_response, "404 Not Found", {"error": "not found"})
