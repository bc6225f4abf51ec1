import { mediaLibrary } from './core-de/media-library';
import { panel } from './core-de/panel';
import { de } from './de';
import { en } from './en';
import type { PanelTexts } from './panel-texts';

/** Strapi's display name of each of our types: the panel looks translations up by it (`schema.json`, `info.displayName`). */
export const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  'api::advisory-contact.advisory-contact': 'Advisory contact',
  'api::business.business': 'Business',
  'api::campaign.campaign': 'Campaign',
  'api::category.category': 'Category',
  'api::city-profile.city-profile': 'City profile',
  'api::district.district': 'District',
  'api::membership.membership': 'Membership',
  'api::offer.offer': 'Offer',
  'api::organisation.organisation': 'Organisation',
  'api::press-notice.press-notice': 'Press notice',
};

/** The messages the panel shows, by the ids that Strapi looks up; later entries win over Strapi's own. */
export const translations = {
  de: { ...panel, ...mediaLibrary, ...messagesOf(de) },
  en: messagesOf(en),
};

function messagesOf({ types, components, values, messages }: PanelTexts): Record<string, string> {
  return {
    ...values,
    ...messages,
    ...labels('content-manager.content-types', types),
    ...labels('content-manager.components', components),
    ...Object.fromEntries(Object.entries(types).map(([uid, { name }]) => [DISPLAY_NAMES[uid] ?? uid, name])),
  };
}

function labels(prefix: string, models: PanelTexts['types']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(models).flatMap(([uid, { fields }]) =>
      Object.entries(fields).map(([field, [label]]) => [`${prefix}.${uid}.${field}`, label]),
    ),
  );
}
