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

function byStart(some: Act[]) {
  return some.toSorted((a, b) => (a.start < b.start ? -1 : 1)).map(actObject);
}

function actObject(act: Act) {
  const stage = (): unknown => stageObject(stages.find(({ id }) => id === act.stageId)!);
  return { id: act.id, name: act.name, start: act.start, stage };
}

function stageObject({ id, name }: Stage) {
  return { id, name, acts: () => byStart(acts.filter((act) => act.stageId === id)) };
}

function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code } });
}

const root = {
  acts: ({ after = "00:00" }: { after?: string }) => byStart(acts.filter((act) => act.start >= after)),
  act({ id }: { id: string }) {
    const act = acts.find((one) => one.id === id);
    return act ? actObject(act) : null;
  },
  stages: () => stages.map(stageObject),
  moveAct({ id, start }: { id: string; start: string }) {
    const act = acts.find((one) => one.id === id);
    if (!act) {
      refuse("NOT_FOUND", "there is no such act");
    }
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) {
      refuse("BAD_TIME", "a time is written as 18:30");
    }
    if (acts.some((other) => other !== act && other.stageId === act.stageId && other.start === start)) {
      refuse("TAKEN", "another act starts on this stage at that time");
    }
    act.start = start;
    return actObject(act);
  },
};

export default {
  async fetch(request: Request): Promise<Response> {
    const body = await request.json().catch(() => null);
    if (typeof body?.query !== "string") {
      return Response.json({ errors: [{ message: "a JSON object with a query is wanted" }] }, { status: 400 });
    }
    const { query, variables } = body;
    return Response.json(await graphql({ schema, source: query, variableValues: variables, rootValue: root }));
  },
};
