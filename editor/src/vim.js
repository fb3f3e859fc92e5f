// The keys of Vim, for those whose fingers know them: a module of its own, which nobody else loads.

import { vim } from "@replit/codemirror-vim";

/** The extension, with the line at the foot that says in which mode one is. */
export const keys = () => vim({ status: true });
