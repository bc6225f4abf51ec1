import { useState, type KeyboardEvent } from 'react';
import { matchingOptions, type Option } from '../domain/matching-options';

/** The keys of the WAI-ARIA pattern "editable combobox with list autocomplete"; Tab leaves the field as usual. */
export function usePicker(options: readonly Option[], onPick: (value: string) => void) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = matchingOptions(options, typed);

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (option: Option | undefined): void => {
    if (!option) return;
    onPick(option.value);
    setTyped('');
    close();
  };
  const move = (step: 1 | -1): void => {
    setOpen(true);
    const last = shown.length - 1;
    const next = active + step;
    setActive(next < 0 ? last : next > last ? 0 : next);
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    // Never submits the surrounding form.
    Enter: () => pick(shown[active] ?? (typed !== '' && shown.length === 1 ? shown[0] : undefined)),
    Escape: () => {
      if (!isOpen) setTyped('');
      close();
    },
  };

  return {
    typed,
    isOpen,
    active,
    shown,
    pick,
    close,
    open: (): void => setOpen(true),
    type: (text: string): void => {
      setTyped(text);
      setOpen(true);
      setActive(-1);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
