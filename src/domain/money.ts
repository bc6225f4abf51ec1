import { accept, refuse, type Checked } from './checked';

// Strapi's `integer` is a 4-byte column: 21,474,836.47 in minor units.
export const MAX_MINOR_UNITS = 2_147_483_647;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** A non-negative whole number of minor units (cents). */
export const checkMinorUnits = (value: unknown): Checked<number> =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_MINOR_UNITS
    ? accept(value as number)
    : refuse('money-malformed', { found: String(value), maximum: MAX_MINOR_UNITS });

/** How many of a reward are available: a whole number; 0 means sold out. */
export const checkQuantity = (value: unknown): Checked<number> =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_MINOR_UNITS
    ? accept(value as number)
    : refuse('quantity-malformed', { found: String(value) });

/** An ISO 4217 currency code, in capitals. */
export const checkCurrency = (value: string): Checked<string> => {
  const code = value.trim().toUpperCase();
  return CURRENCIES.has(code) ? accept(code) : refuse('currency-unknown', { found: value });
};
