import { liveSentence } from './settings';

/** Through the device's own choice, or else as a copy. @returns whether one of them was there */
async function share(url: string, title: string, onCopied: () => void): Promise<boolean> {
  try {
    if ('share' in navigator) await navigator.share({ url, title });
    else {
      await (navigator as Navigator).clipboard.writeText(url);
      onCopied();
    }
    return true;
  } catch (error) {
    // Who closes the choice has not failed.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** What shares a page by mail shares it by the device's own choice, or copies its address where there is none. */
export function offerSharing(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
    const { share: url = '', title = '', copied = '' } = link.dataset;
    const say = liveSentence(link, 'hint');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void share(url, title, () => say(copied)).then((isShared) => {
        if (!isShared) location.assign(link.href);
      });
    });
  }
}
