owners = {1: "ines", 2: "bo"}  # list -> owner
shares = {1: {"bo": "editor"}, 2: {}}  # list -> {user: role}
things = {
    101: {"list": 1, "text": "bread", "done": False},
    102: {"list": 2, "text": "screws", "done": False},
}

READ = {"owner", "editor", "viewer"}
WRITE = {"owner", "editor"}
OWN = {"owner"}


def demand(condition):
    if not condition:
        raise PermissionError("not allowed")


def role_of(user, list):
    """Return the user's role on a list, or None, also where there is no such list."""
    if list not in owners:
        return None
    return "owner" if owners[list] == user else shares[list].get(user)


def list_of(item):
    """Return the list of an item, or None."""
    return things[item]["list"] if item in things else None


def items(user, list):
    demand(role_of(user, list) in READ)
    return [{"id": id, "text": thing["text"], "done": thing["done"]} for id, thing in things.items() if thing["list"] == list]


def add(user, list, text):
    demand(role_of(user, list) in WRITE)
    id = max(things, default=100) + 1
    things[id] = {"list": list, "text": text, "done": False}
    return id


def tick(user, item):
    demand(role_of(user, list_of(item)) in WRITE)
    things[item]["done"] = True


def move(user, item, list):
    demand(role_of(user, list_of(item)) in WRITE)
    demand(role_of(user, list) in WRITE)
    things[item]["list"] = list


def share(user, list, other, role):
    demand(role_of(user, list) in OWN)
    demand(role in ("editor", "viewer") and other != owners[list])
    shares[list][other] = role


def unshare(user, list, other):
    role = role_of(user, list)
    demand(role in OWN or (role in READ and user == other))
    demand(other != owners[list])
    shares[list].pop(other, None)


def remove(user, list):
    demand(role_of(user, list) in OWN)
    del owners[list], shares[list]
    for id in [id for id, thing in things.items() if thing["list"] == list]:
        del things[id]


def search(user, text):
    seen = {list for list in owners if role_of(user, list) in READ}
    return [thing["text"] for thing in things.values() if thing["list"] in seen and text in thing["text"]]
