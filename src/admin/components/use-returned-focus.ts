import { useRef } from 'react';

/**
 * For the content of a dialog: the focus returns to where it was before. A dialog does that by itself only with a trigger of
 * its own, which ours do not have.
 */
export function useReturnedFocus() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus(): void {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus(event: Event): void {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
