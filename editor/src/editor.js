// The code editor: CodeMirror with the languages learners write most, in the colours of the page.
//
// Only the parts that are used are imported, so that the bundle stays small. The island that mounts it owns the text:
// it says what to show and is told of every change.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { phpLanguage } from "@codemirror/lang-php";
import { python } from "@codemirror/lang-python";
import { SQLite, sql } from "@codemirror/lang-sql";
import { bracketMatching, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { ruby } from "@codemirror/legacy-modes/mode/ruby";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { colours, look } from "./theme.js";

const LANGUAGES = {
  python: () => [python(), indentUnit.of("    ")],
  javascript: () => [javascript(), indentUnit.of("  ")],
  typescript: () => [javascript({ typescript: true }), indentUnit.of("  ")],
  ruby: () => [StreamLanguage.define(ruby), indentUnit.of("  ")],
  // Without `php()`, which brings HTML and CSS along for what stands around the code: here nothing does.
  php: () => [phpLanguage, indentUnit.of("    ")],
  sql: () => [sql({ dialect: SQLite }), indentUnit.of("  ")],
};

/** The extensions of a language; none for one that is not known, so that the text can still be edited. */
const support = (name) => LANGUAGES[name]?.() ?? [];

// Chrome gives text that is typed over a selection the colours of what it replaces, as a style attribute. The page's policy
// refuses that, and says so in the console. So such text is put in by the editor itself.
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    if (event.inputType !== "insertText" || !event.data || main.empty || view.composing) return false;
    const change = () =>
      view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    // Others come first, as they do for all typed text: brackets close around a selection.
    const others = view.state.facet(EditorView.inputHandler);
    if (!others.some((handle) => handle(view, main.from, main.to, event.data, change))) view.dispatch(change());
    return true;
  },
});

/**
 * Mounts an editor.
 *
 * @param {object} options
 * @param {HTMLElement} options.parent where it goes
 * @param {string} [options.doc] what it shows first
 * @param {string} [options.language] by the name the server gives it, such as `python`
 * @param {string} [options.nonce] what its style sheet must carry under the page's policy
 * @param {string} [options.label] what assistive technology calls it
 * @param {boolean} [options.readOnly]
 * @param {(doc: string) => void} [options.onChange] called with the whole text after a change made here
 * @param {() => void} [options.onRun] called on Ctrl or Cmd with Enter
 */
export function mount({ parent, doc = "", language = "", nonce = "", label = "Code", readOnly = false, onChange, onRun }) {
  const languageSlot = new Compartment();
  // Set while we put a text in ourselves, which is no news to the owner.
  let silent = false;

  const run = () => {
    onRun?.();
    return true;
  };
  const extensions = (name) => [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false", tabindex: "0" }),
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    highlightActiveLine(),
    drawSelection(),
    history(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    typeOver,
    syntaxHighlighting(colours),
    look,
    EditorState.tabSize.of(4),
    EditorState.readOnly.of(readOnly),
    languageSlot.of(support(name)),
    // Escape and then Tab leaves the editor: CodeMirror sets Tab free for a moment after Escape.
    keymap.of([
      { key: "Mod-Enter", run },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !silent) onChange?.(update.state.doc.toString());
    }),
  ];

  const view = new EditorView({
    parent,
    state: EditorState.create({ doc, extensions: extensions(language) }),
  });
  /** States of documents that are not on show, with their history and cursor. */
  const aside = new Map();
  let current = "";

  return {
    /** The text on show. */
    get: () => view.state.doc.toString(),

    /** Replaces the text on show; the learner can undo it. */
    set(text) {
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      silent = false;
    },

    /** Shows a document under a key; one that was on show before comes back with its history. */
    open(key, text, name) {
      if (current) aside.set(current, view.state);
      current = key;
      const kept = aside.get(key);
      const same = kept && kept.doc.toString() === text;
      view.setState(same ? kept : EditorState.create({ doc: text, extensions: extensions(name) }));
    },

    /** Changes the language of the text on show. */
    language(name) {
      view.dispatch({ effects: languageSlot.reconfigure(support(name)) });
    },

    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
