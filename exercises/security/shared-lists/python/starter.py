owners = {1: "ines", 2: "bo"}  # list -> owner
shares = {1: {"bo": "editor"}, 2: {}}  # list -> {user: role}
things = {
    101: {"list": 1, "text": "bread", "done": False},
    102: {"list": 2, "text": "screws", "done": False},
}


def items(user, list):
    if owners[list] != user and user not in shares[list]:
        raise PermissionError("not allowed")
    return [{"id": id, "text": thing["text"], "done": thing["done"]} for id, thing in things.items() if thing["list"] == list]


def add(user, list, text):
    if owners[list] != user and user not in shares[list]:
        raise PermissionError("not allowed")
    id = max(things, default=100) + 1
    things[id] = {"list": list, "text": text, "done": False}
    return id


def tick(user, item):
    things[item]["done"] = True


def move(user, item, list):
    source = things[item]["list"]
    if user not in (owners[source], owners[list]) and user not in shares[source]:
        raise PermissionError("not allowed")
    things[item]["list"] = list


def share(user, list, other, role):
    if owners[list] != user and user not in shares[list]:
        raise PermissionError("not allowed")
    shares[list][other] = role
    if role == "owner":
        owners[list] = other


def unshare(user, list, other):
    if owners[list] != user and user not in shares[list]:
        raise PermissionError("not allowed")
    shares[list].pop(other, None)
    if owners[list] == other:
        owners[list] = None


def remove(user, list):
    if owners[list] != user and user not in shares[list]:
        raise PermissionError("not allowed")
    del owners[list]
    for id in [id for id, thing in things.items() if thing["list"] == list]:
        del things[id]


def search(user, text):
    return [thing["text"] for thing in things.values() if text in thing["text"]]
