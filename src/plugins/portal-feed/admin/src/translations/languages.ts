import type { Language } from '#src/languages/languages';
import { de, type MessageId } from './de';
import { en } from './en';

/** The texts of this plugin's pages, by language. */
export const TEXTS: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { de, en };
