import { useIntl } from 'react-intl';
import { Age } from '#src/admin/components/age';
import type { PortalHealth } from '#src/plugins/portal-feed/server/src/contract';
import { attemptFigures } from '../domain/attempt-figures';
import { formatShare } from '../domain/figure-words';
import { useText } from '../translations/use-text';
import type { Figure } from './figures';

/** Health at a glance: last success, backlog, failure rate. */
export function useHealthFigures({ lastSuccessAt, backlog, failingSince, hours }: PortalHealth): Figure[] {
  const text = useText();
  const { locale } = useIntl();
  const { failureRate } = attemptFigures(hours);
  return [
    {
      name: text('figure.last-success'),
      value: lastSuccessAt ? <Age since={lastSuccessAt} /> : text('figure.never'),
      bad: failingSince !== null,
    },
    { name: text('figure.backlog'), value: text('figure.count', { count: backlog }) },
    {
      name: text('figure.failure-rate'),
      value: failureRate === null ? '–' : formatShare(failureRate, locale),
      bad: failureRate !== null && failureRate > 0 && failingSince !== null,
    },
  ];
}
