import type { Core } from '@strapi/strapi';
import { publicUrl } from '#src/platform/mail/public-url';
import type { Schema } from '../domain/json-schema/definitions';
import { eventSchemaOf, eventTypesOf } from '../domain/json-schema/event-schema';
import { listingTypes } from '#src/listing/listing-types';

const namesOf = (strapi: Core.Strapi): string[] =>
  [...listingTypes(strapi).feed.values()].map(({ type }) => type);

const addressOf = (strapi: Core.Strapi, type: string): string =>
  publicUrl(strapi, `/api/feed/schema/${type}`);

/** Every type of event with the address of its schema. */
export const eventTypes = (strapi: Core.Strapi): { type: string; schema: string }[] =>
  eventTypesOf(namesOf(strapi)).map((type) => ({ type, schema: addressOf(strapi, type) }));

/** The JSON Schema of a type of event; `undefined` if there is no such type. */
export const eventSchema = (strapi: Core.Strapi, type: string): Schema | undefined =>
  eventTypesOf(namesOf(strapi)).includes(type) ? eventSchemaOf(type, addressOf(strapi, type)) : undefined;
