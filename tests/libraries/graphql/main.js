import { graphql, buildSchema, GraphQLObjectType, GraphQLSchema, GraphQLString, parse, GraphQLError } from "graphql";
import { printSchema } from "graphql/utilities";
const schema = buildSchema(`type Query { hello(name: String!): String, boom: Int }`);
console.log(JSON.stringify(await graphql({ schema, source: '{ hello(name: "Ada") boom }', rootValue: { hello: ({ name }) => "hi " + name, boom() { throw new Error("no"); } } })));
console.log(JSON.stringify(await graphql({ schema, source: "{ nope }" })));
const s2 = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields: { a: { type: GraphQLString, resolve: async () => "x" } } }) });
console.log(printSchema(s2), JSON.stringify(await graphql({ schema: s2, source: "{a}" })));
