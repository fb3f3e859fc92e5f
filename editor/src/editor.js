// The code editor: CodeMirror in the colours of the page.
//
// Only the parts that are used are imported, so that the bundle stays small. The island that mounts it owns the text:
// it says what to show and is told of every change.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
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

// Each language is a module of its own, so that nobody loads the grammars of languages they do not write.
const LANGUAGES = {
  python: () => import("./languages/python.js"),
  javascript: () => import("./languages/javascript.js"),
  typescript: () => import("./languages/javascript.js"),
  ruby: () => import("./languages/ruby.js"),
  php: () => import("./languages/php.js"),
  sql: () => import("./languages/sql.js"),
};

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
 * @param {number} [options.most] a text may have at most so many characters; a change beyond that is not made
 * @param {(length: number) => void} [options.onTooLong] called with the length that such a change would have come to
 */
export function mount({
  parent,
  doc = "",
  language = "",
  nonce = "",
  label = "Code",
  readOnly = false,
  onChange,
  onRun,
  most = Infinity,
  onTooLong,
}) {
  const languageSlot = new Compartment();
  const keysSlot = new Compartment();
  /** The extensions of each language that has arrived. */
  const supports = new Map();
  /** The keys of Vim, once they were asked for. */
  let keys = [];
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
    languageSlot.of(supports.get(name) ?? []),
    // Before all other keys, which is what Vim is about.
    Prec.highest(keysSlot.of(keys)),
    EditorState.changeFilter.of((transaction) => {
      const { length } = transaction.newDoc;
      if (silent || length <= most || length <= transaction.startState.doc.length) return true;
      onTooLong?.(length);
      return false;
    }),
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
  /** Fetches what a language needs and gives it to the text on show. Where it cannot be had, the text can still be edited. */
  const learn = async (name) => {
    const arrived = supports.has(name) ? null : await LANGUAGES[name]?.().catch(() => null);
    if (arrived) supports.set(name, arrived.support(name));
    if (spoken === name) view.dispatch({ effects: languageSlot.reconfigure(supports.get(name) ?? []) });
  };

  /** States of documents that are not on show, with their history and cursor. */
  const aside = new Map();
  let current = "";
  /** The language of the text on show. */
  let spoken = language;
  learn(language);

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
      // What was put aside has the keys and the language of that time.
      view.dispatch({ effects: keysSlot.reconfigure(keys) });
      spoken = name;
      learn(name);
    },

    /** Turns the keys of Vim on or off; their module is fetched when they are first asked for. */
    async vim(on) {
      keys = on ? (await import("./vim.js")).keys() : [];
      view.dispatch({ effects: keysSlot.reconfigure(keys) });
    },

    /** The size of the letters has changed. */
    measure: () => view.requestMeasure(),

    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
