import { pictureNeeds, requirementsOf } from '#src/domain/complete-listing';
import { fieldWords, valueWords } from '#src/domain/field-words';
import { MAX_DISTANCE_KM, type GeoPoint } from '#src/domain/geo';
import { DEFAULT_LANGUAGE, type Language } from '#src/languages/language';
import type { ListingTypes, SelfServiceType } from '#src/listing/domain/listing-type';
import {
  contentAttributes,
  isLocalized,
  type Attribute,
  type GetModel,
  type Shape,
} from '#src/platform/strapi/schema';
import type { RuleContext } from '#src/writing/rules/attribute-rules';
import { GIVEN_TOGETHER, periodRules } from '#src/writing/rules/cross-field-rules';
import { writableAttributes } from '../domain/body-schema';
import { checkEligibility, type Admission } from '../domain/eligibility';
import { fieldLimits } from './field-limits';
import type { FieldKind, FormField, FormOption, FormRelation } from './form-field';

/** What forms are made of. */
export interface Making extends Pick<RuleContext, 'periodOf'> {
  readonly language: Language;
  readonly types: ListingTypes;
  readonly getModel: GetModel;
  /** Whom the city admits. */
  readonly admission: Admission;
  /** The middle of the city, if it is known. */
  readonly centre: GeoPoint | undefined;
}

/** Where a field is: in a type, or in a component of it. */
interface Place {
  readonly type: SelfServiceType;
  readonly shape: Shape;
  /** The names of what is around it, with a dot at the end. */
  readonly path: string;
  /** Whether what is around it belongs to a language. */
  readonly isLocalized: boolean;
}

type Part = Partial<FormField>;

const PICTURE = 'media.picture';

// BCP 47: undetermined.
const OF_ANY_LANGUAGE = 'und';

/** Strapi's own rule for components: a row without it cannot be published. */
const isRequiredInRow = ({ path }: Place, { required }: Attribute): boolean =>
  path !== '' && required === true;

function requiredOf(place: Place, name: string, attribute: Attribute, { admission }: Making): Part {
  const { type, shape, path } = place;
  const { needs, oneOf } = requirementsOf(type);
  const here = `${path}${name}`;
  if (oneOf?.names.includes(here))
    return { required: true, requiredUnless: oneOf.names.filter((other) => other !== here) };
  if (shape.uid === PICTURE && !pictureNeeds(null).includes(name) && !attribute.required)
    return { required: false };
  if (shape.uid === PICTURE && pictureNeeds(null).includes(name))
    return {
      required: true,
      ...(pictureNeeds(OF_ANY_LANGUAGE).includes(name) ? {} : { requiredIn: DEFAULT_LANGUAGE }),
    };
  const isAsked = type.isBusiness && here === 'sizeClass' && asksForSize(admission);
  return { required: needs.includes(here) || isRequiredInRow(place, attribute) || isAsked };
}

function asksForSize(admission: Admission): boolean {
  const decision = checkEligibility({}, admission);
  return !decision.ok && decision.reason === 'size-class-missing';
}

const atOnce = ({ type, shape, path }: Place, name: string): Part =>
  (path === '' && type.business === name) || GIVEN_TOGETHER[shape.uid]?.includes(name)
    ? { requiredAtOnce: true }
    : {};

/** Whether its change is public at once: it is named itself, or each of its parts, or what it is in. */
function immediateOf({ type, path }: Place, name: string, fields: readonly FormField[] | undefined): Part {
  const listed = type.moderation?.autoApprove ?? [];
  const own = listed.find((one) => one.path === `${path}${name}`);
  const around = listed.some((one) => `${one.path}.` === path);
  if (!own && !around)
    return { immediate: fields !== undefined && fields.every(({ immediate }) => immediate) };
  return { immediate: true, ...(own?.matches ? { immediateIf: own.matches.source } : {}) };
}

const optionsOf = (place: Place, name: string, { enum: values }: Attribute, making: Making): Part =>
  values ? { options: values.map((value) => optionOf(place, name, value, making)) } : {};

function optionOf({ type, path }: Place, name: string, value: string, making: Making): FormOption {
  const decision =
    type.isBusiness && path === '' && name === 'sizeClass'
      ? checkEligibility({ sizeClass: value as never }, making.admission)
      : undefined;
  return { value, label: valueWords(value, making.language), admitted: decision?.ok ?? true };
}

function relationOf({ target }: Attribute, { types }: Making): { relation?: FormRelation } {
  const type = types.all.get(target ?? '');
  if (!type) return {};
  const { collection, name } = type;
  return { relation: { collection, type: type.type, name, own: types.selfService.has(type.uid) } };
}

function notBefore({ shape }: Place, name: string, making: Making): Part {
  const rule = periodRules(making, shape).find(({ attributes }) => attributes[1] === name);
  return rule?.attributes[0] ? { notBefore: rule.attributes[0] } : {};
}

const withinCity = (kind: FieldKind, { centre }: Making): Part =>
  kind === 'point' && centre ? { within: { ...centre, km: MAX_DISTANCE_KM } } : {};

function innerFields(place: Place, name: string, attribute: Attribute, making: Making) {
  if (attribute.component === undefined) return undefined;
  const shape = making.getModel(attribute.component);
  const around = {
    ...place,
    shape,
    path: `${place.path}${name}.`,
    isLocalized: inLanguage(place, attribute),
  };
  return fieldsOf(
    around,
    contentAttributes(shape).map(([inner]) => inner),
    making,
  );
}

// A relation is the same in all languages, whatever its schema says.
const inLanguage = (place: Place, attribute: Attribute): boolean =>
  place.isLocalized && isLocalized(attribute) && attribute.type !== 'relation';

function fieldOf(place: Place, name: string, attribute: Attribute, making: Making): FormField {
  const { kind, ...limits } = fieldLimits(place.shape, name, attribute);
  const fields = innerFields(place, name, attribute, making);
  const required = requiredOf(place, name, attribute, making);
  return {
    name,
    kind,
    ...fieldWords(place.shape.uid, name, making.language),
    required: false,
    ...required,
    ...atOnce(place, name),
    ...(attribute.default === undefined ? {} : { default: attribute.default }),
    ...limits,
    ...(limits.repeatable && required.required ? { minItems: 1 } : {}),
    ...optionsOf(place, name, attribute, making),
    ...(attribute.type === 'relation' ? relationOf(attribute, making) : {}),
    ...notBefore(place, name, making),
    ...withinCity(kind, making),
    localized: fields ? fields.some(({ localized }) => localized) : inLanguage(place, attribute),
    immediate: false,
    ...immediateOf(place, name, fields),
    ...(fields ? { fields } : {}),
  };
}

const fieldsOf = (place: Place, names: readonly string[], making: Making): FormField[] =>
  writableAttributes(place.shape, names).map(([name, attribute]) => fieldOf(place, name, attribute, making));

/** What contributors may enter of a type, in the order in which its schema names it. */
export function formFields(type: SelfServiceType, making: Making): FormField[] {
  const shape = making.getModel(type.uid);
  return fieldsOf(
    { type, shape, path: '', isLocalized: isLocalized(making.getModel(type.uid)) },
    type.selfService.writable,
    making,
  );
}
