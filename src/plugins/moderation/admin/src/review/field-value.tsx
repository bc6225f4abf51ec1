import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Labels, Schemas } from '../api/use-schemas';
import { formatDay, formatMoney, formatTime } from '#src/admin/components/domain/formats';
import { shownAs, type Part, type Shown } from '../domain/value-kind';
import { wordDiff } from '../domain/word-diff';
import { useText, type Text } from '../translations/use-text';
import { Pictures } from './pictures';
import { PositionMap } from './position-map';
import { WeekTables } from './week-table';
import { WordMarks } from './word-marks';

export type Side = 'before' | 'after';

/** What is needed to show any value of a document. */
export interface Context {
  readonly labels: Labels;
  readonly schemas: Schemas;
  /** Currency of the document's amounts (ISO 4217). */
  readonly currency: string;
}

interface Props {
  readonly name: string;
  readonly type: string;
  readonly component?: string | undefined;
  readonly value: unknown;
  readonly other: unknown;
  readonly side: Side;
  readonly context: Context;
}

/** One value of one side, with differences from the other side marked. */
export function FieldValue({ name, type, component, value, other, side, context }: Props) {
  const shown = shownAs(name, type, value);
  const compared = shownAs(name, type, other);
  const lines = useLines(context);
  switch (shown.kind) {
    case 'nothing':
      return <Nothing />;
    case 'hours': {
      const others = compared.kind === 'hours' ? compared.entries : [];
      return <WeekTables entries={shown.entries} others={others} labels={context.labels} />;
    }
    case 'pictures':
      return <Pictures pictures={shown.pictures} />;
    case 'position':
      return side === 'before' ? (
        <PositionMap before={shown.position} after={null} />
      ) : (
        <PositionMap
          before={compared.kind === 'position' ? compared.position : null}
          after={shown.position}
        />
      );
    case 'parts': {
      const others = compared.kind === 'parts' ? compared.groups : [];
      return (
        <Groups groups={shown.groups} others={others} component={component} side={side} context={context} />
      );
    }
    case 'list':
      return (
        <Lines>
          {marked(lines(shown), lines(compared), side).map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </Lines>
      );
    default:
      return <Typography>{marked(lines(shown), lines(compared), side)}</Typography>;
  }
}

function Nothing() {
  const text = useText();
  return (
    <Typography textColor="neutral600" style={{ fontStyle: 'italic' }}>
      {text('review.empty-value')}
    </Typography>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return (
    <Box tag="ul" style={{ fontSize: '1.4rem' }}>
      {children}
    </Box>
  );
}

interface GroupsProps {
  readonly groups: readonly (readonly Part[])[];
  readonly others: readonly (readonly Part[])[];
  readonly component: string | undefined;
  readonly side: Side;
  readonly context: Context;
}

/** The parts of a component, or of each of several, under their own labels. */
function Groups({ groups, others, component, side, context }: GroupsProps) {
  const schema = component ? context.schemas.byUid.get(component) : undefined;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {groups.map((parts, index) => (
        <Flex key={index} tag="dl" wrap="wrap" alignItems="flex-start" gap={4}>
          {parts.map(({ name, value }) => {
            const attribute = schema?.attributes[name];
            return (
              <Box key={name} minWidth="8rem">
                <Typography tag="dt" variant="pi" textColor="neutral600">
                  {component ? context.labels.ofField(component, name) : name}
                </Typography>
                <Box tag="dd" margin={0}>
                  <FieldValue
                    name={name}
                    type={attribute?.type ?? ''}
                    component={attribute?.component}
                    value={value}
                    other={others[index]?.find((part) => part.name === name)?.value}
                    side={side}
                    context={context}
                  />
                </Box>
              </Box>
            );
          })}
        </Flex>
      ))}
    </Flex>
  );
}

/** Turns values that can be expressed as text into lines in the user's language. */
function useLines({ labels, currency }: Context): (shown: Shown) => string[] {
  const text = useText();
  const { locale } = useIntl();
  return (shown) => {
    const line = lineOf(shown, { text, labels, currency, locale });
    return shown.kind === 'list' ? [...shown.lines] : line === null ? [] : [line];
  };
}

interface Wording {
  readonly text: Text;
  readonly labels: Labels;
  readonly currency: string;
  readonly locale: string;
}

function lineOf(shown: Shown, { text, labels, currency, locale }: Wording): string | null {
  switch (shown.kind) {
    case 'text':
      return shown.text;
    case 'flag':
      return text(shown.value ? 'value.yes' : 'value.no');
    case 'term':
      return labels.ofTerm(shown.value);
    case 'money':
      return formatMoney(shown.minorUnits, currency, locale);
    case 'day':
      return formatDay(shown.day, locale);
    case 'time':
      return formatTime(shown.time, locale);
    default:
      return null;
  }
}

// A list is compared line by line: a line that the other side also has stays unmarked. A text is compared word by word.
function marked(lines: readonly string[], others: readonly string[], side: Side): ReactNode[] {
  const mark = side === 'before' ? 'del' : 'ins';
  const [line] = lines;
  const [other] = others;
  if (lines.length === 1 && others.length === 1 && line !== undefined && other !== undefined) {
    const diff = side === 'before' ? wordDiff(line, other) : wordDiff(other, line);
    return [<WordMarks key="0" pieces={diff[side]} mark={mark} />];
  }
  return lines.map((text, index) => (
    <WordMarks key={index} pieces={[{ text, changed: !others.includes(text) }]} mark={mark} />
  ));
}
