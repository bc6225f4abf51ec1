const RELATIVE = /^today([+-]\d+)$/;

const DAY_MS = 86_400_000;

/**
 * `today-20` and `today+40` as `YYYY-MM-DD`, counted from the day of `now`; any other text is returned unchanged. This
 * keeps demo campaigns running whenever the demo is started.
 */
export const relativeDay = (text: string, now: Date): string => {
  const days = RELATIVE.exec(text)?.[1];
  if (days === undefined) return text;
  return new Date(now.getTime() + Number(days) * DAY_MS).toISOString().slice(0, 10);
};

/** The same as a moment: midnight UTC of that day. */
export const relativeMoment = (text: string, now: Date): string =>
  RELATIVE.test(text) ? `${relativeDay(text, now)}T00:00:00.000Z` : text;
