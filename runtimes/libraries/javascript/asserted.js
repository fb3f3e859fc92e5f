// What `assert` shows of values that differ. The library takes the function for it from `util` when it is loaded, so this comes first.

import util from "util/";

let show = util.inspect;
util.inspect = Object.assign((...args) => show(...args), util.inspect);

export function showAssertedBy(inspect) {
  show = (value) => inspect(value);
}
