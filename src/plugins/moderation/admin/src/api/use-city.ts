import { backendUrl } from '#src/admin/strapi/panel';
import { useEffect, useState } from 'react';
import type { BoundingBox } from '../domain/map-frame';

let asked: Promise<BoundingBox | null> | undefined;

/**
 * The area of the city, from the public city profile; `null` while unknown, or if the profile has none: the map then
 * shows the positions without the city. Requested once per page load, without the editor's token, which `/api` would
 * refuse.
 */
export function useCity(): BoundingBox | null {
  const [box, setBox] = useState<BoundingBox | null>(null);
  useEffect(() => {
    let here = true;
    asked ??= askForCity();
    void asked.then((answer) => here && setBox(answer));
    return () => {
      here = false;
    };
  }, []);
  return box;
}

async function askForCity(): Promise<BoundingBox | null> {
  try {
    const response = await fetch(`${backendUrl()}/api/city-profile?populate=boundingBox`);
    if (!response.ok) return null;
    const { data } = (await response.json()) as { data: { boundingBox?: BoundingBox | null } | null };
    return data?.boundingBox ?? null;
  } catch (error) {
    console.warn('The city profile could not be read; maps are drawn without the city.', error);
    return null;
  }
}
