/** Waits for nothing, so that whoever waits gets a turn. */
const pause = () => new Promise((done) => setTimeout(done, 0));

/** Puts all rows into the list; after every 100 of them lets others have a turn. */
export async function importRows(rows, done) {
  for (const row of rows) {
    done.push(row);
    if (done.length % 100 === 0) {
      await pause();
    }
  }
}

/** Imports while visitors come; says after how many rows each was answered. */
export async function withVisitors(count, visitors) {
  const rows = Array.from({ length: count }, (_, number) => `book ${number}`);
  const done = [];
  const answered = [];

  async function answerVisitors() {
    for (let visitor = 0; visitor < visitors; visitor = visitor + 1) {
      answered.push(done.length);
      await pause();
    }
  }

  await Promise.all([importRows(rows, done), answerVisitors()]);
  return [answered, done.join() === rows.join()];
}
