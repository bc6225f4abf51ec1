import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useNow } from '#src/admin/components/age';
import { ageInWords } from '#src/admin/components/domain/age';
import { useText } from '../translations/use-text';

/** What is waiting and since when: submissions by type, reports and claims. */
export function WaitingWidget() {
  const text = useText();
  const api = useModerationApi();
  const labels = useLabels(useSchemas());
  const { value, failure } = useLoaded(useCallback((signal: AbortSignal) => api.summary(signal), [api]));
  if (failure) return <Widget.Error>{text('widget.failed')}</Widget.Error>;
  if (!value) return <Widget.Loading>{text('loading')}</Widget.Loading>;
  const { submitted, intake, late, byContentType, oldest } = value;
  const { claim: claims = 0, ...others } = intake;
  const reports = Object.values(others).reduce((sum, open) => sum + open, 0);
  if (submitted + reports + claims === 0) return <Widget.NoData>{text('widget.none')}</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={5} data-waiting-widget>
      <Line
        count={submitted}
        name={text('widget.submissions', { count: submitted })}
        to="/plugins/moderation"
        oldestAt={oldest[0]?.submittedAt}
        detail={Object.entries(byContentType)
          .map(([uid, count]) => `${labels.ofType(uid)}: ${count}`)
          .join(' · ')}
      />
      {reports > 0 && (
        <Line
          count={reports}
          name={text('widget.reports', { count: reports })}
          to="/plugins/moderation?tab=intake"
          {...(late > 0 ? { detail: text('widget.late', { count: late }) } : {})}
        />
      )}
      {claims > 0 && (
        <Line
          count={claims}
          name={text('widget.claims', { count: claims })}
          to="/plugins/moderation?tab=intake&kind=claim"
        />
      )}
    </Flex>
  );
}

interface LineProps {
  readonly count: number;
  readonly name: string;
  readonly to: string;
  readonly oldestAt?: string | undefined;
  readonly detail?: string;
}

function Line({ count, name, to, oldestAt, detail }: LineProps) {
  const text = useText();
  const { locale } = useIntl();
  const now = useNow();
  return (
    <Flex tag="li" gap={4} alignItems="center">
      <Typography variant="alpha" aria-hidden style={{ minWidth: '4rem', textAlign: 'right' }}>
        {count}
      </Typography>
      <Flex direction="column" alignItems="flex-start">
        <Link tag={RouterLink} to={to} aria-label={`${count} ${name}`}>
          {name}
        </Link>
        {oldestAt && (
          <Typography textColor="neutral600">
            {text('widget.oldest', { count, age: ageInWords(oldestAt, now, locale) })}
          </Typography>
        )}
        {detail && (
          <Typography variant="pi" textColor="neutral600">
            {detail}
          </Typography>
        )}
      </Flex>
    </Flex>
  );
}
