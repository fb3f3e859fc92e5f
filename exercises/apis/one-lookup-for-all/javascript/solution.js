import { buildSchema, graphql } from "graphql";

const schema = buildSchema(`
  type Query { loans: [Loan!]! }
  type Loan { id: ID! member: Member! tool: Tool }
  type Member { id: ID! name: String! loans: [Loan!]! }
  type Tool { id: ID! name: String! }
`);

// The database. Leave it as it is.
const members = new Map([["m3", "Kaja"], ["m2", "Omar"], ["m1", "Ines"]]);
const tools = new Map([["t2", "ladder"], ["t1", "drill"]]);
const questions = [];
let toolsAreBroken = false;
const rowsOf = (table, ids) => [...table].filter(([id]) => ids.includes(id)).map(([id, name]) => ({ id, name }));
const db = {
  async membersByIds(ids) {
    questions.push(`members ${[...ids].sort().join(",")}`);
    return rowsOf(members, ids);
  },
  async toolsByIds(ids) {
    questions.push(`tools ${[...ids].sort().join(",")}`);
    if (toolsAreBroken) {
      throw new Error("the table is locked");
    }
    return rowsOf(tools, ids);
  },
};
const loans = [
  { id: "1", memberId: "m1", toolId: "t1" },
  { id: "2", memberId: "m2", toolId: "t2" },
  { id: "3", memberId: "m1", toolId: "t9" },
  { id: "4", memberId: "m3", toolId: "t1" },
];

/** Collects ids, and asks once for all that came in the same round. One for each request. */
class Loader {
  #ask;
  #promises = new Map(); // id -> the promise of its row, for the whole request
  #waiting = new Map(); // id -> how to settle that promise

  constructor(ask) {
    this.#ask = ask;
  }

  load(id) {
    if (!this.#promises.has(id)) {
      if (this.#waiting.size === 0) {
        queueMicrotask(() => this.#settle());
      }
      const { promise, ...settle } = Promise.withResolvers();
      this.#promises.set(id, promise);
      this.#waiting.set(id, settle);
    }
    return this.#promises.get(id);
  }

  async #settle() {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    try {
      const rows = await this.#ask([...waiting.keys()]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const [id, { resolve }] of waiting) {
        resolve(byId.get(id) ?? null);
      }
    } catch (error) {
      for (const { reject } of waiting.values()) {
        reject(error);
      }
    }
  }
}

function loanObject(loan) {
  return {
    id: loan.id,
    member: async (args, context) => memberObject(await context.members.load(loan.memberId)),
    tool: (args, context) => context.tools.load(loan.toolId),
  };
}

function memberObject({ id, name }) {
  return { id, name, loans: () => loans.filter((loan) => loan.memberId === id).map(loanObject) };
}

const root = { loans: () => loans.map(loanObject) };

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/questions") {
      return Response.json(questions);
    }
    if (pathname === "/rename") { // for the tests
      const { id, name } = await request.json();
      toolsAreBroken = id === "tools";
      members.set(id, name);
      return new Response(null, { status: 204 });
    }
    const { query } = await request.json();
    const contextValue = { members: new Loader(db.membersByIds), tools: new Loader(db.toolsByIds) };
    return Response.json(await graphql({ schema, source: query, rootValue: root, contextValue }));
  },
};
