/** The part of a KeyboardEvent that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly repeat: boolean;
}

/** Where the key was pressed. */
export interface Typed {
  readonly tagName: string;
  readonly isContentEditable: boolean;
  readonly role: string | null;
  /** Whether a dialog is open, so that the page behind is not meant. */
  readonly inDialog: boolean;
}

const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT'];
const TYPING_ROLES = ['textbox', 'combobox', 'listbox', 'searchbox', 'option', 'menu', 'menuitem'];

/** Whether the key "n" asks for the next submission: alone, and not while someone is typing or choosing. */
export function asksForNext(press: KeyPress, typed: Typed): boolean {
  if (press.key.toLowerCase() !== 'n' || press.repeat || press.defaultPrevented) return false;
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  if (typed.inDialog || typed.isContentEditable || FIELDS.includes(typed.tagName)) return false;
  return typed.role === null || !TYPING_ROLES.includes(typed.role);
}
