const owners = new Map([[1, "ines"], [2, "bo"]]); // list -> owner
const shares = new Map([[1, new Map([["bo", "editor"]])], [2, new Map()]]); // list -> user -> role
const things = new Map([
  [101, { list: 1, text: "bread", done: false }],
  [102, { list: 2, text: "screws", done: false }],
]);

function demand(condition) {
  if (!condition) {
    throw new RangeError("not allowed");
  }
}

export function items(user, list) {
  demand(owners.get(list) === user || shares.get(list).has(user));
  return [...things].filter(([, thing]) => thing.list === list).map(([id, { text, done }]) => ({ id, text, done }));
}

export function add(user, list, text) {
  demand(owners.get(list) === user || shares.get(list).has(user));
  const id = Math.max(100, ...things.keys()) + 1;
  things.set(id, { list, text, done: false });
  return id;
}

export function tick(user, item) {
  things.get(item).done = true;
  return null;
}

export function move(user, item, list) {
  const source = things.get(item).list;
  demand([owners.get(source), owners.get(list)].includes(user) || shares.get(source).has(user));
  things.get(item).list = list;
  return null;
}

export function share(user, list, other, role) {
  demand(owners.get(list) === user || shares.get(list).has(user));
  shares.get(list).set(other, role);
  if (role === "owner") {
    owners.set(list, other);
  }
  return null;
}

export function unshare(user, list, other) {
  demand(owners.get(list) === user || shares.get(list).has(user));
  shares.get(list).delete(other);
  if (owners.get(list) === other) {
    owners.set(list, null);
  }
  return null;
}

export function remove(user, list) {
  demand(owners.get(list) === user || shares.get(list).has(user));
  owners.delete(list);
  for (const [id, thing] of things) {
    if (thing.list === list) {
      things.delete(id);
    }
  }
  return null;
}

export const search = (user, text) => [...things.values()].filter((thing) => thing.text.includes(text)).map((thing) => thing.text);
