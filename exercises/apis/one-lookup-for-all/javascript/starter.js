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

function loanObject(loan) {
  return {
    id: loan.id,
    member: async () => memberObject((await db.membersByIds([loan.memberId]))[0]),
    tool: async () => (await db.toolsByIds([loan.toolId]))[0] ?? null,
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
    return Response.json(await graphql({ schema, source: query, rootValue: root }));
  },
};
