// What is taken from the library.
export { URL, URLSearchParams } from "whatwg-url";
