import { boundingBox } from './bounding-box';
import { categories } from './categories';
import { districts } from './districts';
import type { AnyFilter } from './filter';
import { locales } from './locales';
import { postcodes } from './postcodes';
import { types } from './types';

/** All that a portal can ask for, in the order of the panel. Another one is a file and a line here (docs/extending.md). */
export const FILTERS: readonly AnyFilter[] = [types, locales, categories, districts, postcodes, boundingBox];
