const owners = new Map([[1, "ines"], [2, "bo"]]); // list -> owner
const shares = new Map([[1, new Map([["bo", "editor"]])], [2, new Map()]]); // list -> user -> role
const things = new Map([
  [101, { list: 1, text: "bread", done: false }],
  [102, { list: 2, text: "screws", done: false }],
]);

const read = ["owner", "editor", "viewer"];
const write = ["owner", "editor"];
const own = ["owner"];

function demand(condition) {
  if (!condition) {
    throw new RangeError("not allowed");
  }
}

/** Returns the user's role on a list, or undefined, also where there is no such list. */
const roleOf = (user, list) => (owners.has(list) && owners.get(list) === user ? "owner" : shares.get(list)?.get(user));

/** Returns the list of an item, or undefined. */
const listOf = (item) => things.get(item)?.list;

export function items(user, list) {
  demand(read.includes(roleOf(user, list)));
  return [...things].filter(([, thing]) => thing.list === list).map(([id, { text, done }]) => ({ id, text, done }));
}

export function add(user, list, text) {
  demand(write.includes(roleOf(user, list)));
  const id = Math.max(100, ...things.keys()) + 1;
  things.set(id, { list, text, done: false });
  return id;
}

export function tick(user, item) {
  demand(write.includes(roleOf(user, listOf(item))));
  things.get(item).done = true;
  return null;
}

export function move(user, item, list) {
  demand(write.includes(roleOf(user, listOf(item))));
  demand(write.includes(roleOf(user, list)));
  things.get(item).list = list;
  return null;
}

export function share(user, list, other, role) {
  demand(own.includes(roleOf(user, list)));
  demand(["editor", "viewer"].includes(role) && other !== owners.get(list));
  shares.get(list).set(other, role);
  return null;
}

export function unshare(user, list, other) {
  const role = roleOf(user, list);
  demand(own.includes(role) || (read.includes(role) && user === other));
  demand(other !== owners.get(list));
  shares.get(list).delete(other);
  return null;
}

export function remove(user, list) {
  demand(own.includes(roleOf(user, list)));
  owners.delete(list);
  shares.delete(list);
  for (const [id, thing] of things) {
    if (thing.list === list) {
      things.delete(id);
    }
  }
  return null;
}

export function search(user, text) {
  const found = [...things.values()].filter((thing) => read.includes(roleOf(user, thing.list)) && thing.text.includes(text));
  return found.map((thing) => thing.text);
}
