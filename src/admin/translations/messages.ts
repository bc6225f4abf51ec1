import { mediaLibrary } from './core-de/media-library';
import { panel } from './core-de/panel';
import { de } from './de';
import { en } from './en';
import type { PanelTexts } from './panel-texts';

/**
 * Strapi's display name of each of our types, by which the panel looks up translations (`schema.json`,
 * `info.displayName`).
 */
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

/** The types in the order in which an editor needs them; Strapi would sort them by their English names. */
export const MENU_ORDER: readonly string[] = [
  'api::business.business',
  'api::offer.offer',
  'api::campaign.campaign',
  'api::advisory-contact.advisory-contact',
  'api::organisation.organisation',
  'api::press-notice.press-notice',
  'api::category.category',
  'api::district.district',
  'api::membership.membership',
  'api::city-profile.city-profile',
];

/** Id of the menu title at a position. Strapi sorts the menu by these ids before translating them. */
export function menuTitleId(position: number): string {
  return `stadtverbund.menu.${String(position).padStart(2, '0')}`;
}

/** The messages the panel shows, by the ids that Strapi looks up; they override Strapi's own. */
export const translations = {
  de: { ...panel, ...mediaLibrary, ...messagesOf(de) },
  // Strapi's own text is not true here: src/plugins/moderation/admin/src/form keeps the changes.
  en: {
    'app.session.ended.unsaved':
      'Your session has ended and cannot be resumed. What you typed into an entry is kept in this browser and will be offered again when you have logged in and open the entry.',
    ...messagesOf(en),
  },
};

function messagesOf({
  types,
  components,
  values,
  systemFields,
  messages,
}: PanelTexts): Record<string, string> {
  return {
    ...values,
    ...messages,
    ...labels('content-manager.content-types', types),
    ...labels('content-manager.components', components),
    ...systemLabels(Object.keys(types), systemFields),
    ...menuTitles(types),
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

function systemLabels(uids: readonly string[], fields: PanelTexts['systemFields']): Record<string, string> {
  return Object.fromEntries(
    uids.flatMap((uid) =>
      Object.entries(fields).map(([field, label]) => [
        `content-manager.content-types.${uid}.${field}`,
        label,
      ]),
    ),
  );
}

function menuTitles(types: PanelTexts['types']): Record<string, string> {
  return Object.fromEntries(
    MENU_ORDER.map((uid, position) => [menuTitleId(position), types[uid]?.name ?? uid]),
  );
}
