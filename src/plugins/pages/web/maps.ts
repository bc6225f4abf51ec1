import type { MapModule } from './map';
import { settingsOf } from './settings';

// A map is loaded shortly before it is scrolled to.
const AHEAD = '300px';

async function show(element: HTMLElement): Promise<void> {
  const { script } = settingsOf<{ script: string }>(element, 'map');
  try {
    // No constant to the bundler, which leaves it to the browser.
    const module = (await import(script)) as MapModule;
    await module.showMap(element);
  } catch (error) {
    // The list says the same.
    console.error(error);
    element.closest('.map-part')?.remove();
  }
}

/** Loads what a map takes when one comes into view. */
export function showMaps(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void show(target as HTMLElement);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const element of document.querySelectorAll('[data-map]')) observer.observe(element);
}
