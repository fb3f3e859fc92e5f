import { javascript } from "@codemirror/lang-javascript";
import { indentUnit } from "@codemirror/language";

export const support = (name) => [javascript({ typescript: name === "typescript" }), indentUnit.of("  ")];
