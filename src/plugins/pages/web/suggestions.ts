import { filled } from './domain/filled';
import { stepped, targetOf, type Suggestion } from './domain/suggestion-target';
import { linkFrom, liveSentence, settingsOf } from './settings';

interface Settings {
  /** Where suggestions are asked for, to be ended by what was typed. */
  readonly from: string;
  readonly label: string;
  readonly kinds: Readonly<Record<Suggestion['kind'], string>>;
  readonly count: { readonly one: string; readonly other: string };
}

const SHORTEST = 2;
// While somebody types on, nothing is asked.
const PAUSE_MS = 150;

/** An editable combobox with a list (ARIA Authoring Practices Guide, "Combobox"). */
class Suggestions {
  private readonly list = document.createElement('ul');
  private readonly say: (sentence: string) => void;
  private found: readonly Suggestion[] = [];
  /** Of `found`; -1: the field itself. */
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly settings: Settings,
  ) {
    const { list } = this;
    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', settings.label);
    const box = document.createElement('div');
    box.className = 'suggesting';
    input.replaceWith(box);
    box.append(input, list);
    this.say = liveSentence(box, 'visually-hidden');
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-controls', list.id],
    ] as const)
      input.setAttribute(name, value);
    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', (event) => this.pressed(event));
    input.addEventListener('blur', () => this.close());
    // The field keeps the focus.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('li') : null;
      if (option) this.choose([...list.children].indexOf(option));
    });
  }

  private later(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const typed = this.input.value.trim();
    if (typed.length < SHORTEST) return this.close();
    this.timer = setTimeout(() => void this.ask(typed), PAUSE_MS);
  }

  private async ask(typed: string): Promise<void> {
    this.asking = new AbortController();
    try {
      const { signal } = this.asking;
      const answer = await fetch(`${this.settings.from}${encodeURIComponent(typed)}`, { signal });
      if (!answer.ok) return this.close();
      const { data } = (await answer.json()) as { data: Suggestion[] };
      if (document.activeElement === this.input) this.show(data);
    } catch {
      // Typed on, or no connection: the search works without.
      this.close();
    }
  }

  private show(found: readonly Suggestion[]): void {
    this.found = found;
    if (found.length === 0) return this.close();
    this.list.replaceChildren(...found.map((one, at) => this.option(one, at)));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(-1);
    const { one, other } = this.settings.count;
    this.say(filled(found.length === 1 ? one : other, { n: found.length }));
  }

  private option({ kind, text }: Suggestion, at: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${at}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.textContent = text;
    const kindOf = document.createElement('small');
    kindOf.textContent = this.settings.kinds[kind];
    option.append(name, ' ', kindOf);
    return option;
  }

  private mark(active: number): void {
    this.active = active;
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(at === active));
      if (at === active) option.scrollIntoView({ block: 'nearest' });
    }
    if (active === -1) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${active}`);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.found = [];
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.mark(-1);
    this.say('');
  }

  private choose(at: number): void {
    const chosen = this.found[at];
    if (!chosen) return;
    const target = targetOf(chosen, this.form.getAttribute('action') ?? '');
    this.input.value = chosen.text;
    this.close();
    if (target === undefined) this.form.requestSubmit();
    else location.assign(linkFrom(target));
  }

  private pressed(event: KeyboardEvent): void {
    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) this.mark(stepped(this.active, this.found.length, event.key === 'ArrowDown' ? 1 : -1));
      else this.later();
    } else if (event.key === 'Enter' && isOpen && this.active !== -1) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' && isOpen) {
      // The second Escape empties the field, as browsers do.
      event.preventDefault();
      this.close();
    }
  }
}

/** Suggestions below the field of a search, while one types. */
export function suggestWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
    const input = form.querySelector<HTMLInputElement>('input[type="search"]');
    if (input) new Suggestions(form, input, settingsOf<Settings>(form, 'suggest'));
  }
}
