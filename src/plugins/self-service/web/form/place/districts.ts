import { useEffect, useState } from 'react';
import type { GeoPoint } from '#src/domain/geo';
import { useApp } from '../../app-context';
import { districtAt, type Area } from './domain/district-at';

// The same for every form: asked for once.
const loading = new Map<string, Promise<readonly Area[]>>();

async function areasFrom(address: string): Promise<readonly Area[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return ((await answer.json()) as { features: readonly Area[] }).features;
}

function areasAt(address: string): Promise<readonly Area[]> {
  const areas = loading.get(address) ?? areasFrom(address);
  loading.set(address, areas);
  // Without a net it is asked again the next time.
  areas.catch(() => loading.delete(address));
  return areas;
}

/** The name of the district in which a point is, as far as the city has borders; `undefined` while it is not known. */
export function useDistrict(point: GeoPoint | null): string | undefined {
  const { background } = useApp().settings.map;
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const isWanted = point !== null && background !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    areasAt(background).then(setAreas, () => setAreas([]));
  }, [isWanted, background]);
  return point ? districtAt(areas, point) : undefined;
}
