import { useEffect, useRef, type RefObject } from 'react';

function waysUp(from: Element, container: Element): HTMLElement[] {
  const ways: HTMLElement[] = [];
  for (let at: Element | null = from; at && container.contains(at); at = at.parentElement)
    if (at instanceof HTMLElement) ways.push(at);
  return ways;
}

/**
 * Keeps the focus inside when the element that has it goes: what is around it gets it, as far as that can (`tabIndex`).
 * Otherwise those who use the keyboard would be sent back to the beginning of the page.
 */
export function useFocusKept(container: RefObject<HTMLElement>): void {
  const focused = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const around = container.current;
    const note = ({ target }: FocusEvent): void => {
      if (around && target instanceof Element) focused.current = waysUp(target, around);
    };
    const forget = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Element && !around?.contains(relatedTarget)) focused.current = [];
    };
    around?.addEventListener('focusin', note);
    around?.addEventListener('focusout', forget);
    return () => {
      around?.removeEventListener('focusin', note);
      around?.removeEventListener('focusout', forget);
    };
  }, [container]);
  useEffect(() => {
    const [gone, ...others] = focused.current;
    if (!gone || gone.isConnected || document.activeElement !== document.body) return;
    others.find((one) => one.isConnected && one.hasAttribute('tabindex'))?.focus();
  });
}
