import { isObject } from '../domain/is-object';
import type { Language } from '../languages/language';
import { coordinateSystemOf, featureInDegrees } from './domain/coordinate-system';
import { jsonErrorLine, jsonErrorText } from './domain/json-error-line';
import { overpassElements, overpassFeatures } from './domain/overpass';
import { fileNote, UnreadableFile } from './unreadable-file';

interface Features {
  features: unknown[];
  /** What there is to say of the file. */
  notes: string[];
}

type Parsed =
  { ok: true; root: unknown } | { ok: false; line: number | undefined; found: string; cause: unknown };

const parsed = (text: string): Parsed => {
  try {
    return { ok: true, root: JSON.parse(text) };
  } catch (cause) {
    if ((cause as Error).name !== 'SyntaxError') throw cause;
    const { message } = cause as Error;
    return { ok: false, line: jsonErrorLine(text, message), found: jsonErrorText(message), cause };
  }
};

const featuresIn = (root: unknown): unknown[] | undefined => {
  if (Array.isArray(root))
    return root.some((one) => isObject(one) && one.type === 'Feature') ? root : undefined;
  if (!isObject(root)) return undefined;
  if (root.type === 'Feature') return [root];
  // The markets of Kiel come without the type member.
  if (Array.isArray(root.features)) return root.features as unknown[];
  const elements = overpassElements(root);
  return elements && overpassFeatures(elements);
};

/** A feature in each line (RFC 8142 without the record separator, as exports write it). */
const linewise = (text: string, language: Language): Features | undefined => {
  const lines = text.split(/\r?\n/);
  const read = lines.map((line) => (line.trim() === '' ? undefined : parsed(line.replace(/^\u001e/, ''))));
  const features = read.flatMap((one) => (one?.ok ? (featuresIn(one.root) ?? []) : []));
  // One object over many lines is no list of objects.
  if (features.length < 2) return undefined;
  const notes = read.flatMap((one, at) =>
    one && !one.ok ? [fileNote('line-unreadable', { line: String(at + 1), found: one.found }, language)] : [],
  );
  return { features, notes };
};

/**
 * The features of GeoJSON (RFC 7946), of an answer of Overpass, or of a file with a feature in each line.
 * @throws UnreadableFile where the text is none of them
 */
export function featuresOf(file: string, whole: string, language: Language): Features {
  const text = whole.replace(/^\ufeff/, '');
  const read = parsed(text);
  if (!read.ok) {
    const lines = linewise(text, language);
    if (lines) return lines;
    const { line, found, cause } = read;
    if (line === undefined) throw new UnreadableFile('json-broken', { file, found }, language, { cause });
    throw new UnreadableFile('json-broken-at', { file, found, line: String(line) }, language, { cause });
  }
  const features = featuresIn(read.root);
  if (!features) throw new UnreadableFile('not-geojson', { file }, language);
  const remark = isObject(read.root) && Array.isArray(read.root.elements) ? read.root.remark : undefined;
  const system = coordinateSystemOf(read.root);
  return {
    features: system.kind === 'utm' ? features.map((one) => featureInDegrees(one, system.zone)) : features,
    notes: [
      ...(typeof remark === 'string' ? [fileNote('answer-incomplete', { found: remark }, language)] : []),
      ...(system.kind === 'unknown'
        ? [fileNote('coordinates-unknown', { found: system.name }, language)]
        : []),
    ],
  };
}
