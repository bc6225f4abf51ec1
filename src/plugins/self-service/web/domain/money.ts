const CENTS = 100;

/** Amounts as people write them: `12,50`, `1.200`, `1 200,00 €`; with a decimal point in English. */
const SHAPES = {
  de: /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?$/,
  en: /^(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d{1,2}))?$/,
} as const;

// 12.50 is no thousand in German, and 12,50 none in English.
const OTHER_POINT = /^(\d+)[.,](\d{1,2})$/;

type MoneyLanguage = keyof typeof SHAPES;

/**
 * The cents of an amount in euros.
 * @returns `undefined` for what is no amount
 */
export function centsOf(text: string, language: MoneyLanguage): number | undefined {
  const plain = text.replace('€', '').trim();
  const [, whole, part = ''] = SHAPES[language].exec(plain) ?? OTHER_POINT.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole.replace(/[., ]/g, '')) * CENTS + Number(part.padEnd(2, '0'));
}

/** Cents as an amount without a sign: `12,50`, `1.200`. */
export const amountOf = (cents: number, language: MoneyLanguage): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    minimumFractionDigits: cents % CENTS === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / CENTS);
