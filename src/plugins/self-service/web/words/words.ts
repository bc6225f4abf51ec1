import { de } from './de';
import { en } from './en';

export type { Words } from './de';

export const CATALOGUE = { de, en } as const;
