import type { Language } from '../../languages/languages';
import { PANEL_TEXTS } from './languages';
import type { PanelTexts } from './panel-texts';

/**
 * Strapi's display name of each of our types (`schema.json`, `info.displayName`): the panel looks translations up by it. In
 * the order in which an editor needs them; Strapi would sort them by these names.
 */
export const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  'api::business.business': 'Business',
  'api::offer.offer': 'Offer',
  'api::campaign.campaign': 'Campaign',
  'api::advisory-contact.advisory-contact': 'Advisory contact',
  'api::organisation.organisation': 'Organisation',
  'api::press-notice.press-notice': 'Press notice',
  'api::linked-portal.linked-portal': 'Linked portal',
  'api::category.category': 'Category',
  'api::district.district': 'District',
  'api::membership.membership': 'Membership',
  'api::city-profile.city-profile': 'City profile',
};

/** The types in the order of the menu. */
export const MENU_ORDER: readonly string[] = Object.keys(DISPLAY_NAMES);

/** Id of the menu title at a position. Strapi sorts the menu by these ids before translating them. */
export function menuTitleId(position: number): string {
  return `stadtverbund.menu.${String(position).padStart(2, '0')}`;
}

/** The messages the panel shows, by the ids that Strapi looks up; later entries win over Strapi's own. */
export const translations = Object.fromEntries(
  Object.entries(PANEL_TEXTS).map(([language, texts]) => [language, messagesOf(texts)]),
) as Record<Language, Record<string, string>>;

function messagesOf({
  strapi,
  types,
  components,
  values,
  systemFields,
  messages,
}: PanelTexts): Record<string, string> {
  return {
    ...strapi,
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
