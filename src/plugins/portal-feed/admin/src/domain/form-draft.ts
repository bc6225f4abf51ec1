import type { BoundingBox, FilterValue, PortalDraft } from '#src/plugins/portal-feed/server/src/contract';

export const EDGES = ['north', 'south', 'west', 'east'] as const;
export type Edge = (typeof EDGES)[number];

/** A part of the map as it is being written: numbers are text until they are sent, for `51,` is on the way to `51,5`. */
export type BoxDraft = Readonly<Record<Edge, string>>;

/** What a criterion asks, as it is being written. */
export type DraftValue = Exclude<FilterValue, BoundingBox> | BoxDraft;

/** A portal as it is being written. */
export interface FormDraft {
  readonly name: string;
  readonly contactEmail: string;
  /** Empty if the portal only pulls. */
  readonly url: string;
  /** By the keys of the criteria; one that is not there asks nothing. */
  readonly filter: Readonly<Record<string, DraftValue>>;
}

export const EMPTY_DRAFT: FormDraft = { name: '', contactEmail: '', url: '', filter: {} };

const isObject = <Value extends object>(value: Value | readonly string[] | boolean | null): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a part of the map, as it is being written. */
export const isBoxDraft = (value: DraftValue): value is BoxDraft => isObject<BoxDraft>(value);

/** What the form shows of a portal. */
export function draftOf({ name, contactEmail, url, filter }: PortalDraft): FormDraft {
  const values = Object.entries(filter).map(([key, value]): [string, DraftValue] => [
    key,
    isObject<BoundingBox>(value) ? boxTexts(value) : value,
  ]);
  return { name, contactEmail, url: url ?? '', filter: Object.fromEntries(values) };
}

export const boxTexts = ({ north, south, west, east }: BoundingBox): BoxDraft => ({
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

/** The box of a draft; `null` while an edge is no number. */
export function boxOf(box: BoxDraft): BoundingBox | null {
  const [north, south, west, east] = EDGES.map((edge) => parseDegrees(box[edge]));
  if (north == null || south == null || west == null || east == null) return null;
  return { north, south, west, east };
}

/** The edges of boxes that are no number, as paths: `filter.boundingBox.north`. */
export const wrongEdges = ({ filter }: FormDraft): string[] =>
  Object.entries(filter).flatMap(([key, value]) =>
    isBoxDraft(value)
      ? EDGES.filter((edge) => parseDegrees(value[edge]) === null).map((edge) => `filter.${key}.${edge}`)
      : [],
  );

/** What is sent; `null` while a box is not complete. */
export function portalOf(draft: FormDraft): PortalDraft | null {
  if (wrongEdges(draft).length > 0) return null;
  const { name, contactEmail, url, filter } = draft;
  const values = Object.entries(filter).map(([key, value]): [string, FilterValue] => [
    key,
    isBoxDraft(value) ? boxOf(value) : value,
  ]);
  return {
    name: name.trim(),
    contactEmail: contactEmail.trim(),
    url: url.trim() === '' ? null : url.trim(),
    filter: Object.fromEntries(values),
  };
}
