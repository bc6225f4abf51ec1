import { de } from './de';
import { en } from './en';

export type Words = typeof de;

export const CATALOGUE = { de, en } as const;
