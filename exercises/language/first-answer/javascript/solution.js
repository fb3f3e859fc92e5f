class TimeoutError extends Error {
  name = "TimeoutError";
}

class PermissionError extends Error {
  name = "PermissionError";
}

/** Returns the bank's answer at this attempt, or throws a TimeoutError or PermissionError. */
function ask(answers, attempt) {
  const answer = answers[attempt];
  if (answer === "timeout") {
    throw new TimeoutError("timeout");
  }
  if (answer === "forbidden") {
    throw new PermissionError("forbidden");
  }
  return answer;
}

/** Returns the first real answer, and how many times the bank was asked. */
export function firstAnswer(answers, attempts) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return [ask(answers, attempt), attempt + 1];
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
    }
  }
  throw new TimeoutError(`no answer after ${attempts} attempts`);
}
