import { Kind, buildSchema, execute, parse, validate } from "graphql";

const schema = buildSchema(`
  type Query { acts: [Act!]! act(id: ID!): Act }
  type Act { id: ID! name: String! start: String! stage: Stage! }
  type Stage { name: String! acts: [Act!]! }
`);

const stage = { name: "River", acts: () => acts };
const acts = [
  { id: "a1", name: "Las Olas", start: "18:00", stage },
  { id: "a2", name: "Nordlys", start: "19:30", stage },
];
const root = { acts: () => acts, act: ({ id }) => acts.find((act) => act.id === id) ?? null };

function refuse(...messages) {
  return Response.json({ errors: messages.map((message) => ({ message })) }, { status: 400 });
}

export default {
  async fetch(request) {
    const { query, variables, operationName } = await request.json();
    let document;
    try {
      document = parse(query);
    } catch (error) {
      return refuse(error.message);
    }
    const errors = validate(schema, document);
    if (errors.length > 0) {
      return refuse(...errors.map(({ message }) => message));
    }
    return Response.json(
      await execute({ schema, document, rootValue: root, variableValues: variables, operationName }),
    );
  },
};
