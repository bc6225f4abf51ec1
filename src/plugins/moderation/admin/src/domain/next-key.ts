/** What of a key press matters here; a KeyboardEvent fits. */
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
  /** Inside an open dialog the page behind is not meant. */
  readonly inDialog: boolean;
}

const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT'];
const TYPING_ROLES = ['textbox', 'combobox', 'listbox', 'searchbox', 'option', 'menu', 'menuitem'];

/** True when the key "n" asks for the next submission: alone, and not while someone is typing or choosing. */
export function asksForNext(press: KeyPress, typed: Typed): boolean {
  if (press.key.toLowerCase() !== 'n' || press.repeat || press.defaultPrevented) return false;
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  if (typed.inDialog || typed.isContentEditable || FIELDS.includes(typed.tagName)) return false;
  return typed.role === null || !TYPING_ROLES.includes(typed.role);
}
