import type { Settings } from '../setting';

/** What this page is made of, as far as the browser has loaded it, and what it may load later. */
const filesOfPage = (further: readonly string[]): string[] => [
  ...new Set([
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...further.map((path) => new URL(path, window.location.origin).href),
  ]),
];

async function install({ roots, language, worker = '', further = [] }: Settings): Promise<void> {
  // Two languages are two apps; each has its own part of the addresses.
  await navigator.serviceWorker.register(worker, { scope: roots[language], updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  await document.fonts.ready;
  active?.postMessage({ files: filesOfPage(further) });
}

/** Has the browser keep the page itself, so that it opens without a net. Where it cannot, it does not. */
export function keepShell(settings: Settings): void {
  if (settings.worker === undefined || !('serviceWorker' in navigator)) return;
  const begin = (): void => void install(settings).catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}
