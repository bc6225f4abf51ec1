import type { FieldTexts } from '../../languages/field-texts';

/** All texts of the panel in one language, beside those of our plugins. */
export interface PanelTexts extends FieldTexts {
  /** Labels of what Strapi adds to every entry. */
  readonly systemFields: Readonly<Record<string, string>>;
  /** What Strapi leaves in English, or says otherwise than it is here. */
  readonly strapi: Readonly<Record<string, string>>;
  /** Messages of our own panels, and core messages we word differently. */
  readonly messages: Readonly<Record<string, string>>;
}
