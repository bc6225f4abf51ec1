import type { GeoPoint } from '#src/domain/geo';
import type { City } from '../../city';
import { likelyPlace, type Address, type Likely } from './domain/likely-place';

// As many neighbours as a street has in a directory.
const NEIGHBOURS = 100;

/** Where an address is, as far as others in its street are known; `undefined` if none is. */
export async function located(
  { directory }: Pick<City, 'directory'>,
  address: Address,
): Promise<Likely | undefined> {
  if (!address.street) return undefined;
  const { data } = await directory.search({ q: address.street, pageSize: NEIGHBOURS });
  return likelyPlace(address, data);
}

const PATIENCE_MS = 15_000;

/** Where this device is. @throws GeolocationPositionError, also if that was not allowed */
export const ownPosition = (): Promise<GeoPoint> =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      reject,
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });

export const hasPosition = (): boolean => 'geolocation' in navigator && isSecureContext;
