import { Kind, buildSchema, execute, parse, validate } from "graphql";

const maxDepth = 5;
const maxFields = 30;

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

/** Says what is too much about the document, or null. It stops at the first thing that is. */
function excess({ definitions }) {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1) {
    return "one operation at a time";
  }
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  let fields = 0;

  function walk({ selectionSet }, level) {
    for (const selection of selectionSet?.selections ?? []) {
      let found = null;
      if (selection.kind === Kind.FIELD) {
        fields += 1;
        if (fields > maxFields) return "too many fields";
        if (level > maxDepth) return "too deep";
        found = walk(selection, level + 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        found = walk(selection, level);
      } else {
        found = walk(fragments.get(selection.name.value), level);
      }
      if (found) return found;
    }
    return null;
  }

  return walk(operations[0], 1);
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
    const tooMuch = excess(document);
    if (tooMuch) {
      return refuse(tooMuch);
    }
    return Response.json(
      await execute({ schema, document, rootValue: root, variableValues: variables, operationName }),
    );
  },
};
