import { useEffect } from 'react';
import { asksForNext } from '../domain/next-key';

/** Calls back when the key N is pressed outside fields and dialogs. */
export function useNextKey(onNext: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const typed = {
        tagName: target.tagName,
        isContentEditable: target.isContentEditable,
        role: target.getAttribute('role'),
        inDialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
      };
      if (asksForNext(event, typed)) onNext();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onNext]);
}
