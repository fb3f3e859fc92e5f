/** Returns the offered media type that the client likes best, or null. */
export function chooseFormat(accept, offered) {
  return offered.find((mediaType) => accept.includes(mediaType)) ?? offered[0];
}
