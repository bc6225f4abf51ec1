import type { Core } from '@strapi/strapi';
import type { FieldPath } from '../../domain/field-labels';
import { knownOpeningRule } from '../../opening-hours/known-rule';
import { turn } from '../../opening-hours/turn';
import type { RuleContext } from './attribute-rules';
import { groundOf, sentenceOf, type Finding, type Sentence } from '../../platform/refusals/refusal';
import { ruleContext } from './rule-context';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import { modelGetter } from '../../platform/strapi/models';
import {
  deepPopulate,
  hasDrafts,
  isEmpty,
  isEntry,
  isLocalized,
  partsIn,
  type Entry,
  type Part,
} from '../../platform/strapi/schema';
import { placeFinding } from './cross-field-rules';
import { lawWarnings } from './law-warnings';
import { placeWarnings } from './place-warnings';

/** Something an editor should look at again; it does not prevent saving. */
interface Warning extends Sentence {
  /** Values that would settle it, most likely first. */
  suggestions: string[];
}

type RawWarning = Finding & { suggestions: string[] };

const addressWarnings = (address: Entry, path: FieldPath, context: RuleContext): RawWarning[] => {
  const finding = placeFinding(address, context);
  if (!finding) return [];
  const { attribute, suggestions, reason, details } = finding;
  return [{ path: [...path, attribute], reason, details, suggestions }];
};

// Saved before it was refused.
const hoursWarnings = (hours: Entry, path: FieldPath, { city, language }: RuleContext): RawWarning[] => {
  if (!city || typeof hours.rule !== 'string') return [];
  const checked = knownOpeningRule(hours.rule, city, language);
  if (checked.ok || checked.reason !== 'hours-doubtful') return [];
  const { reason, details = {}, suggestions = [] } = checked;
  return [{ path: [...path, 'rule'], reason, details, suggestions: [...suggestions] }];
};

const PICTURE = 'media.picture';
const HOURS = 'time.service-hours';

// The German text is required for publishing; other languages may do without, but their readers will miss it.
const pictureWarnings = ({ image, alternativeText }: Entry, path: FieldPath): RawWarning[] =>
  isEntry(image) && isEmpty(alternativeText)
    ? [{ path: [...path, 'alternativeText'], reason: 'alternative-text-missing', suggestions: [] }]
    : [];

const WARNINGS: Readonly<
  Record<string, (entry: Entry, path: FieldPath, context: RuleContext) => RawWarning[]>
> = {
  'place.address': addressWarnings,
  [HOURS]: hoursWarnings,
  [PICTURE]: pictureWarnings,
};

/** Pictures that sound alike to people who cannot see them: the second and every further one with the same text. */
function alikePictures(components: readonly Part[]): RawWarning[] {
  const imageOf = new Map<string, unknown>();
  return components.flatMap(({ uid, entry: { image, alternativeText }, path }) => {
    if (uid !== PICTURE || !isEntry(image) || typeof alternativeText !== 'string') return [];
    const text = alternativeText.trim().toLowerCase();
    if (text === '') return [];
    const first = imageOf.get(text) ?? image.id;
    imageOf.set(text, first);
    // The same image twice also looks the same.
    if (first === image.id) return [];
    const details = { found: alternativeText };
    return [
      {
        path: [...path, 'alternativeText'],
        reason: 'alternative-text-repeated' as const,
        details,
        suggestions: [],
      },
    ];
  });
}

/**
 * The draft to check, with its creator (who may be the only one allowed to read it).
 * @param locale default: the first locale that exists
 */
export async function draftOf(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  locale?: string,
): Promise<Row | undefined> {
  const getModel = modelGetter(strapi);
  const model = getModel(uid);
  const where: Entry = { documentId, ...(hasDrafts(model) ? { publishedAt: null } : {}) };
  if (locale && isLocalized(model)) where.locale = locale;
  const [draft] = await rowsOf(strapi, uid, where, { ...deepPopulate(model, getModel), createdBy: true });
  return draft;
}

/**
 * The warnings about a draft: places that do not match their postcode, districts that do not match their point, opening hours that may be meant differently,
 * pictures without a text or with the same one, what the law still asks of the city profile. In the language of the current request.
 */
export async function warningsOf(strapi: Core.Strapi, uid: string, draft: Row): Promise<Warning[]> {
  const getModel = modelGetter(strapi);
  const context = await ruleContext(strapi, 'editor');
  const components = partsIn(getModel(uid), draft, getModel);
  const warnings: RawWarning[] = [];
  for (const { uid, entry, path } of components) {
    warnings.push(...(WARNINGS[uid]?.(entry, path, context) ?? []));
    if (uid === HOURS) await turn();
  }
  warnings.push(
    ...alikePictures(components),
    ...(await placeWarnings(strapi, getModel(uid), draft, context)),
    ...(await lawWarnings(strapi, uid, draft, context.language)).map((finding) => ({
      ...finding,
      suggestions: [],
    })),
  );
  return warnings.map(({ suggestions, ...finding }) => ({
    ...sentenceOf(groundOf(finding), context.language),
    suggestions,
  }));
}
