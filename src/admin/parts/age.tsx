import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ageInWords } from './domain/age';
import { formatTime } from './domain/formats';

const MINUTE = 60_000;

/** The time now, again every minute: the smallest step that an age in words shows. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago, in words; the exact time on hover and for programs. */
export function Age({ since }: { since: string }) {
  const { locale } = useIntl();
  return (
    <time dateTime={since} title={formatTime(since, locale)}>
      {ageInWords(since, useNow(), locale)}
    </time>
  );
}
