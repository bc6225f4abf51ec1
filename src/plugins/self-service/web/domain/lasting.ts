// Named by their contents, and with nobody's data in them.
const FOLDERS = ['/my-business/', '/pages/pages.', '/pages/font-'] as const;
// Under one address for good: the worker itself, and what it installs.
const NOT = ['/my-business/worker.', '/my-business/manifest.'] as const;

/**
 * Whether a file may be kept on a device for the time without a net.
 * @param url whole, as browsers write it
 * @param origin of the city
 */
export function isLasting(url: string, origin: string): boolean {
  const begins = (path: string): boolean => url.startsWith(origin + path);
  return FOLDERS.some(begins) && !NOT.some(begins);
}
