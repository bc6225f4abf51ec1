import type { Core } from '@strapi/strapi';
import { knownCity } from '#src/city/known-city';
import { typeWords } from '#src/domain/field-words';
import type { Language } from '#src/languages/language';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import { modelGetter } from '#src/platform/strapi/models';
import { checkEligibility, SIZE_CLASSES, type Admission, type SizeClass } from '../domain/eligibility';
import { admissionOf } from '../services/admission';
import type { FormField } from './form-field';
import { formFields, type Making } from './form-fields';

/** What contributors may enter of one type. */
export interface FormCollection {
  /** As in `/api/my/{collection}`. */
  readonly collection: string;
  readonly type: string;
  readonly label: { readonly singular: string; readonly plural: string };
  /** `self` for the business itself, otherwise the field with the business that a document belongs to. */
  readonly business: string;
  /** The field that names a document. */
  readonly name: string;
  readonly fields: readonly FormField[];
}

/** Everything that contributors may enter, and whom the city admits. */
export interface FormSchema {
  readonly collections: readonly FormCollection[];
  readonly admission: {
    /** Of these sizes a business may be. */
    readonly sizeClasses: readonly SizeClass[];
    /** Whether it may belong to a chain. */
    readonly chains: boolean;
  };
}

const collectionOf = (type: SelfServiceType, making: Making): FormCollection => ({
  collection: type.collection,
  type: type.type,
  label: typeWords(type, making.language),
  business: type.business ?? 'self',
  name: type.name,
  fields: formFields(type, making),
});

/** Asked of the rule itself, so that nobody is turned away who was told to come. */
const admitted = (city: Admission): FormSchema['admission'] => ({
  sizeClasses: SIZE_CLASSES.filter((sizeClass) => checkEligibility({ sizeClass }, city).ok),
  chains: checkEligibility({ sizeClass: SIZE_CLASSES[0], chain: true }, city).ok,
});

/** What can be entered in `/api/my`, from the register, the schemas and the rules of writing (docs/adr/0085). */
export async function formSchemaOf(strapi: Core.Strapi, language: Language): Promise<FormSchema> {
  const types = listingTypes(strapi);
  const admission = await admissionOf(strapi);
  const { city } = await knownCity(strapi);
  const making: Making = {
    language,
    types,
    getModel: modelGetter(strapi),
    admission,
    centre: city?.centre,
    periodOf: (uid) => types.all.get(uid)?.period,
  };
  return {
    collections: [...types.selfService.values()].map((type) => collectionOf(type, making)),
    admission: admitted(admission),
  };
}
