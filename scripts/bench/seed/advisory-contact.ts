import type { SeedCity } from './city';
import { documentIdOf, randomFrom } from './random';

const KINDS = ['hotline', 'counselling', 'programme'] as const;

const TITLES = [
  'Beratung zu Überbrückungshilfen',
  'Hotline für Selbstständige',
  'Gründungsberatung',
  'Liquiditätsberatung für kleine Betriebe',
  'Kurzarbeit: Fragen und Antworten',
  'Digitalisierungslotse',
] as const;

export interface SeedAdvisoryContact {
  documentId: string;
  kind: string;
  title: string;
  description: string;
  url: string;
  phone: string;
  location: { latitude: number; longitude: number };
}

/** Makes advisory contact number `n`, from a separate random stream, so that businesses do not change. */
export function advisoryContactAt(city: SeedCity, seed: number, n: number): SeedAdvisoryContact {
  const random = randomFrom(seed + 1, n);
  const district = random.pick(city.districts).name.de;
  const { south, west, north, east } = city.profile.boundingBox;
  return {
    documentId: documentIdOf(random),
    kind: random.pick(KINDS),
    title: `${random.pick(TITLES)} ${district}`,
    description: `Kostenlose und vertrauliche Beratung für Betriebe in ${district}, auch am Telefon.`,
    url: 'https://beratung.example.org',
    phone: `+4923150${String(10_000 + n)}`,
    location: {
      latitude: Number((south + (north - south) * random.next()).toFixed(6)),
      longitude: Number((west + (east - west) * random.next()).toFixed(6)),
    },
  };
}
