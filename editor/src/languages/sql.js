import { SQLite, sql } from "@codemirror/lang-sql";
import { indentUnit } from "@codemirror/language";

export const support = () => [sql({ dialect: SQLite }), indentUnit.of("  ")];
