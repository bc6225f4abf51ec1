import type { Language } from '../../languages/languages';
import { lookUp } from '../../languages/look-up';
import { de } from './de';
import { en } from './en';
import type { PanelTexts } from './panel-texts';

/** What the panel says of ours, by language. */
export const PANEL_TEXTS: Readonly<Record<Language, PanelTexts>> = { de, en };

/** The texts in the language of a page (`<html lang>`). */
export const panelTextsIn = (language: string): PanelTexts =>
  PANEL_TEXTS[lookUp(language, Object.keys(PANEL_TEXTS) as Language[]) ?? 'en'];
