import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ageInWords } from './domain/age';
import { formatTime } from './domain/formats';

const MINUTE = 60_000;

/** The current time, updated every minute, the smallest unit that an age in words shows. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago, in words; the exact time on hover and in `dateTime`. */
export function Age({ since }: { since: string }) {
  const { locale } = useIntl();
  return (
    <time dateTime={since} title={formatTime(since, locale)}>
      {ageInWords(since, useNow(), locale)}
    </time>
  );
}
