import { ownPath } from './domain/own-path';

/** What the server says to a part of the script, as JSON in an attribute of the part's element. */
export const settingsOf = <Settings>(element: HTMLElement, attribute: string): Settings =>
  JSON.parse(element.dataset[attribute] ?? '{}') as Settings;

/** A sentence that is read aloud when it changes, put behind an element. */
export function liveSentence(after: Element, className: string): (sentence: string) => void {
  const status = document.createElement('p');
  status.className = className;
  status.setAttribute('role', 'status');
  after.after(status);
  return (sentence) => {
    status.textContent = sentence;
  };
}

/** An address that an answer has given, as a link of this page. */
export const linkFrom = (url: string): string => ownPath(url, document.body.dataset.own);
