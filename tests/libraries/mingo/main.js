import { Query, Aggregator, find, aggregate, update } from "mingo";
import { updateOne } from "mingo/updater";
const docs = [{ _id: 1, a: 5, t: ["x"] }, { _id: 2, a: 9, t: ["x", "y"] }];
console.log(new Query({ a: { $gt: 6 } }).find(docs).all(), find(docs, { t: "x" }, { _id: 1 }).sort({ _id: -1 }).all());
console.log(aggregate(docs, [{ $unwind: "$t" }, { $group: { _id: "$t", n: { $sum: 1 }, m: { $avg: "$a" } } }, { $sort: { _id: 1 } }]));
console.log(typeof update, typeof updateOne, typeof Aggregator);
console.log(updateOne(docs, { _id: 1 }, { $inc: { a: 1 }, $push: { t: "z" } }), docs[0]);
