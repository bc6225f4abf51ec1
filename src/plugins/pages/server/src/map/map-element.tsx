import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { GeoPoint } from '#src/domain/geo';
import type { MapGround } from '#src/map/map-ground';

/** What a map of a page stands on, and the address of what it takes in the browser. */
export interface PageMap extends MapGround {
  readonly script: string;
}

interface MapProps {
  readonly ground: PageMap;
  readonly language: Language;
  readonly title: string;
  /** The address of the points. */
  readonly points?: string;
  /** The one point of a small map. */
  readonly place?: GeoPoint;
}

const pair = ({ latitude, longitude }: GeoPoint): readonly [number, number] => [latitude, longitude];

/**
 * Where the script puts a map (web/map.ts). Without it there is a sentence; what the map shows is said beside it in any
 * case.
 */
export function MapElement({ ground, language, title, points, place }: MapProps): ReactNode {
  const { map: words, types, credits } = CATALOGUES[language].cityPages;
  const { script, tiles, background, centre } = ground;
  const isSmall = place !== undefined;
  const settings = {
    script,
    isSmall,
    credits,
    ...(points === undefined ? {} : { points }),
    ...(place ? { place: pair(place) } : {}),
    ...(centre ? { centre: pair(centre) } : {}),
    ...(background === undefined ? {} : { background }),
    ...(tiles ? { tiles: { url: tiles.url, credit: tiles.credit } } : {}),
    words: {
      ...words.script,
      title,
      kinds: Object.fromEntries(Object.entries(types).map(([type, { one }]) => [type, one])),
    },
  };
  return (
    <div className={isSmall ? 'map small' : 'map'} data-map={JSON.stringify(settings)}>
      <p className="hint">{isSmall ? words.withoutOne : words.without}</p>
    </div>
  );
}
