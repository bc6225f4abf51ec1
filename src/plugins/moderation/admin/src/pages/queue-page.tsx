import { Box, Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import type { Summary } from '#src/plugins/moderation/server/src/panel-contract';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi, type ModerationApi } from '../api/use-moderation-api';
import { useNow } from '#src/admin/components/age';
import { ageInWords } from '#src/admin/components/domain/age';
import { DailyMail } from '../queue/daily-mail';
import { IntakeTab } from '../queue/intake-tab';
import { SubmissionsTab } from '../queue/submissions-tab';
import { useText } from '../translations/use-text';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { TemplateManager } from '../templates/template-manager';
import { useTemplates } from '../templates/use-templates';

/** The reason templates, to be edited outside of a decision. */
function TemplatesTab({ api }: { api: ModerationApi }) {
  const { value, failure, reload } = useTemplates(api);
  if (failure) return <FailureNote failure={failure} onRetry={reload} />;
  if (!value) return <Loading />;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <TemplateManager api={api} templates={value} onChanged={reload} />
    </Box>
  );
}

const TABS = ['submissions', 'intake', 'templates'] as const;
type Tab = (typeof TABS)[number];

/** Everything waiting for editors, with a tab for each kind. The tab and its filters are part of the address. */
export function QueuePage() {
  const text = useText();
  const api = useModerationApi();
  const [params, setParams] = useSearchParams();
  const summary = useLoaded(useCallback((signal: AbortSignal) => api.summary(signal), [api]));
  const tab = TABS.find((name) => name === params.get('tab')) ?? 'submissions';
  const counts: Partial<Record<Tab, number | undefined>> = {
    submissions: summary.value?.submitted,
    intake: summary.value
      ? Object.values(summary.value.intake).reduce((sum, open) => sum + open, 0)
      : undefined,
  };

  return (
    <Page.Main>
      <Page.Title>{text('queue.title')}</Page.Title>
      <Layouts.Header
        title={text('queue.title')}
        subtitle={<Subtitle summary={summary.value} />}
        primaryAction={<DailyMail api={api} />}
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={tab}
          onValueChange={(chosen) => setParams(chosen === 'submissions' ? {} : { tab: chosen })}
        >
          <Box overflow="auto">
            <Tabs.List aria-label={text('queue.title')}>
              {TABS.map((name) => (
                <Tabs.Trigger key={name} value={name}>
                  {text(`tab.${name}`)}
                  {counts[name] ? ` (${counts[name]})` : ''}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Box>
          <Box paddingTop={5}>
            <Tabs.Content value="submissions">
              <SubmissionsTab api={api} />
            </Tabs.Content>
            <Tabs.Content value="intake">
              <IntakeTab api={api} onChanged={summary.reload} />
            </Tabs.Content>
            <Tabs.Content value="templates">
              <TemplatesTab api={api} />
            </Tabs.Content>
          </Box>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

function Subtitle({ summary }: { summary: Summary | null }) {
  const text = useText();
  const { locale } = useIntl();
  const now = useNow();
  if (!summary) return <span aria-live="polite" />;
  const count = summary.submitted;
  const oldestAt = summary.oldest[0]?.submittedAt;
  return (
    <Box tag="p" aria-live="polite" color="neutral600" style={{ fontSize: '1.6rem' }}>
      {oldestAt
        ? text('queue.subtitle.since', { count, age: ageInWords(oldestAt, now, locale) })
        : text('queue.subtitle', { count })}
    </Box>
  );
}
