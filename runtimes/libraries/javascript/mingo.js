// The library set `mingo`: each module by the name that programs import it by.

import * as mingo from "mingo";
import * as aggregator from "mingo/aggregator";
import * as core from "mingo/core";
import * as cursor from "mingo/cursor";
import * as query from "mingo/query";
import * as updater from "mingo/updater";

export default {
  mingo,
  "mingo/aggregator": aggregator,
  "mingo/core": core,
  "mingo/cursor": cursor,
  "mingo/query": query,
  "mingo/updater": updater,
};
