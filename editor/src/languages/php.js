import { phpLanguage } from "@codemirror/lang-php";
import { indentUnit } from "@codemirror/language";

// Without `php()`, which brings HTML and CSS along for what stands around the code: here nothing does.
export const support = () => [phpLanguage, indentUnit.of("    ")];
