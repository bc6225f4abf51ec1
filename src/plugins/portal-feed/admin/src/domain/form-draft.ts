import type { BoundingBox, PortalDraft, PortalFilter } from '#src/plugins/portal-feed/server/src/contract';

export const EDGES = ['north', 'south', 'west', 'east'] as const;
export type Edge = (typeof EDGES)[number];

/** A portal while it is being edited: numbers are text until they are sent, since `51,` may become `51,5`. */
export interface FormDraft {
  readonly name: string;
  readonly contactEmail: string;
  /** Empty if the portal only pulls. */
  readonly url: string;
  readonly filter: Omit<PortalFilter, 'boundingBox'>;
  /** `null` for the whole city. */
  readonly box: Readonly<Record<Edge, string>> | null;
}

export const EMPTY_DRAFT: FormDraft = {
  name: '',
  contactEmail: '',
  url: '',
  filter: { types: [], categories: [], districts: [], postcodes: [], locales: [] },
  box: null,
};

/** What the form shows of a portal. */
export function draftOf({ name, contactEmail, url, filter }: PortalDraft): FormDraft {
  const { boundingBox, ...rest } = filter;
  return {
    name,
    contactEmail,
    url: url ?? '',
    filter: rest,
    box: boundingBox && boxTexts(boundingBox),
  };
}

export const boxTexts = ({ north, south, west, east }: BoundingBox): Record<Edge, string> => ({
  north: String(north),
  south: String(south),
  west: String(west),
  east: String(east),
});

/** Degrees as people write them, with a point or a comma; `null` if it is not a number. */
export function parseDegrees(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The box of a draft; `incomplete` while an edge is not a number. */
export function boxOf(box: FormDraft['box']): BoundingBox | null | 'incomplete' {
  if (!box) return null;
  const [north, south, west, east] = EDGES.map((edge) => parseDegrees(box[edge]));
  if (north == null || south == null || west == null || east == null) return 'incomplete';
  return { north, south, west, east };
}

/** What is sent; `null` while the box is not complete. */
export function portalOf({ name, contactEmail, url, filter, box }: FormDraft): PortalDraft | null {
  const boundingBox = boxOf(box);
  if (boundingBox === 'incomplete') return null;
  return {
    name: name.trim(),
    contactEmail: contactEmail.trim(),
    url: url.trim() === '' ? null : url.trim(),
    filter: { ...filter, boundingBox },
  };
}

const sorted = (values: readonly string[]): string => JSON.stringify([...values].sort());

/** Whether two filters are equal, whatever the order of their values. */
export function sameFilter(a: PortalFilter, b: PortalFilter): boolean {
  const lists = ['types', 'categories', 'districts', 'postcodes', 'locales'] as const;
  const edges = (box: BoundingBox | null) => box && EDGES.map((edge) => box[edge]).join(' ');
  return (
    lists.every((list) => sorted(a[list]) === sorted(b[list])) &&
    edges(a.boundingBox) === edges(b.boundingBox)
  );
}
