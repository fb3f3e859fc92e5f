import { GraphQLError, buildSchema, graphql } from "graphql";

interface Stage {
  id: string;
  name: string;
}

interface Act {
  id: string;
  name: string;
  start: string;
  stageId: string;
}

const schema = buildSchema(`
  type Query {
    acts(after: String): [Act!]!
    act(id: ID!): Act
    stages: [Stage!]!
  }
  type Act { id: ID! name: String! start: String! stage: Stage! }
  type Stage { id: ID! name: String! acts: [Act!]! }
  type Mutation { moveAct(id: ID!, start: String!): Act! }
`);

const stages: Stage[] = [
  { id: "s2", name: "River" },
  { id: "s1", name: "Hill" },
  { id: "s3", name: "Tent" },
];
const acts: Act[] = [
  { id: "a1", name: "DJ Puma", start: "21:00", stageId: "s2" },
  { id: "a2", name: "Las Olas", start: "18:00", stageId: "s2" },
  { id: "a3", name: "Nordlys", start: "18:30", stageId: "s1" },
  { id: "a4", name: "Tin Roof", start: "17:00", stageId: "s2" },
];

const root = {
  acts: () => acts,
};

export default {
  async fetch(request: Request): Promise<Response> {
    const { query } = await request.json();
    return Response.json(await graphql({ schema, source: query, rootValue: root }));
  },
};
