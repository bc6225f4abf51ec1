import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { formatDay, weekdayNames } from '#src/admin/components/domain/formats';
import { WordBadge } from '#src/admin/components/word-badge';
import { LANGUAGES, type Language } from '#src/languages/languages';
import { lookUp } from '#src/languages/look-up';
import type { HoursEntry } from '../domain/value-kind';
import { ruleSaid, timesSaid } from '../domain/hours-said';
import { parseWeek, sameSpans, type Week } from '../domain/weekly-hours';
import type { Labels } from '../api/use-schemas';
import { useText, type Text } from '../translations/use-text';

interface Props {
  readonly entries: readonly HoursEntry[];
  /** The entries of the other side, to mark days that differ. */
  readonly others: readonly HoursEntry[];
  readonly labels: Labels;
}

/** Opening hours as a weekly table for each service and period. */
export function WeekTables({ entries, others, labels }: Props) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {entries.map((entry, index) => (
        <WeekTable
          key={index}
          entry={entry}
          other={others.find((candidate) => keyOf(candidate) === keyOf(entry)) ?? null}
          labels={labels}
        />
      ))}
    </Flex>
  );
}

const keyOf = ({ service, validFrom, validThrough }: HoursEntry): string =>
  [service, validFrom, validThrough].join('|');

interface TableProps {
  readonly entry: HoursEntry;
  readonly other: HoursEntry | null;
  readonly labels: Labels;
}

function WeekTable({ entry, other, labels }: TableProps) {
  const text = useText();
  const { locale } = useIntl();
  const week = parseWeek(entry.rule);
  const otherWeek = other ? parseWeek(other.rule) : null;
  const caption = [labels.ofTerm(entry.service), periodOf(entry, locale, text)].filter(Boolean).join(', ');
  return (
    <Box>
      <Typography tag="p" fontWeight="bold">
        {caption}
      </Typography>
      {week ? (
        <Days week={week} other={otherWeek} caption={caption} />
      ) : (
        <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {ruleSaid(entry.rule, languageOf(locale)) ?? text('hours.rule', { rule: entry.rule })}{' '}
          {entry.rule !== other?.rule && <Changed />}
        </Typography>
      )}
      {entry.note && <Typography textColor="neutral600">{entry.note}</Typography>}
    </Box>
  );
}

function Days({ week, other, caption }: { week: Week; other: Week | null; caption: string }) {
  const text = useText();
  const { locale } = useIntl();
  const days = weekdayNames(locale).map((name, day) => ({
    name,
    spans: week.days[day] ?? [],
    changed: !sameSpans(week.days[day] ?? [], other?.days[day] ?? null),
  }));
  const holidays = week.holidays && {
    name: text('hours.holidays'),
    spans: week.holidays,
    changed: !sameSpans(week.holidays, other?.holidays ?? null),
  };
  return (
    <Box tag="table" aria-label={caption} style={{ borderCollapse: 'collapse' }}>
      <tbody>
        {[...days, ...(holidays ? [holidays] : [])].map(({ name, spans, changed }) => (
          <Box key={name} tag="tr" background={changed ? 'warning100' : undefined}>
            <Box tag="th" scope="row" paddingRight={4} paddingLeft={1} style={{ textAlign: 'left' }}>
              <Typography fontWeight={changed ? 'bold' : 'regular'}>{name}</Typography>
            </Box>
            <Box tag="td" paddingRight={1}>
              <Typography fontWeight={changed ? 'bold' : 'regular'}>
                {timesSaid(spans, languageOf(locale))}
              </Typography>{' '}
              {changed && other && <Changed />}
            </Box>
          </Box>
        ))}
      </tbody>
    </Box>
  );
}

function Changed() {
  const text = useText();
  return (
    <WordBadge size="S" variant="warning">
      {text('hours.changed')}
    </WordBadge>
  );
}

const languageOf = (locale: string): Language => lookUp(locale, LANGUAGES) ?? 'en';

function periodOf({ validFrom, validThrough }: HoursEntry, locale: string, text: Text): string {
  const from = validFrom ? formatDay(validFrom, locale) : '';
  const through = validThrough ? formatDay(validThrough, locale) : '';
  if (from && through) return text('hours.between', { from, through });
  if (from) return text('hours.from', { from });
  return through ? text('hours.through', { through }) : '';
}
