/** Returns the complete messages, and the bytes that wait for more. */
export function takeMessages(data) {
  const length = data[4];
  return { messages: [data.slice(5, 5 + length)], rest: data.slice(5 + length) };
}
