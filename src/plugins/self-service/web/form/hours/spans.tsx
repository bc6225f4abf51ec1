import { useId, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import { replaced } from './domain/draft-changes';
import { NO_SPAN, spanGap, type DraftSpan, type DraftSpans } from './domain/draft-table';
import { Missing, SmallButton } from './small';

// More than lunch and tea break.
const MOST_SPANS = 4;

interface TimeProps {
  readonly name: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (time: string) => void;
}

const TimeInput = ({ name, value, isWrong, describedBy, onChange }: TimeProps): ReactNode => (
  <input
    type="time"
    className="hours-time"
    value={value}
    aria-label={name}
    aria-invalid={isWrong || undefined}
    aria-describedby={describedBy}
    onChange={({ target }) => onChange(target.value)}
  />
);

interface SpanProps {
  /** Of what day. */
  readonly name: string;
  readonly nth: number;
  readonly span: DraftSpan;
  readonly onChange: (span: DraftSpan) => void;
  /** If it is not the only one. */
  readonly onRemove: (() => void) | undefined;
}

function SpanRow({ name, nth, span, onChange, onRemove }: SpanProps): ReactNode {
  const { words } = useApp();
  const id = useId();
  const gap = spanGap(span);
  const describedBy = gap ? id : undefined;
  const isHalf = gap !== undefined && gap !== 'times';
  return (
    <>
      <div className="hours-span">
        <TimeInput
          name={words.hours.from(name, nth)}
          value={span.from}
          isWrong={isHalf && gap !== 'to'}
          describedBy={describedBy}
          onChange={(from) => onChange({ ...span, from })}
        />
        <span aria-hidden="true">–</span>
        {span.isOpenEnd ? (
          <span className="hours-word">{words.hours.openEnd}</span>
        ) : (
          <TimeInput
            name={words.hours.to(name, nth)}
            value={span.to}
            isWrong={isHalf && gap !== 'from'}
            describedBy={describedBy}
            onChange={(to) => onChange({ ...span, to })}
          />
        )}
        {onRemove && (
          <SmallButton
            label="×"
            name={words.hours.ofDay(name, `${words.hours.removeSpan} (${nth + 1})`)}
            onAct={onRemove}
          />
        )}
      </div>
      {gap && (
        <Missing id={id} isHint={!isHalf}>
          {words.hours.spanGap[gap]}
        </Missing>
      )}
    </>
  );
}

interface DayProps {
  readonly name: string;
  readonly spans: DraftSpans;
  /** What a day that opens begins with. */
  readonly usual?: DraftSpans | undefined;
  readonly onChange: (spans: DraftSpans) => void;
  /** Whether "more" is shown without asking. */
  readonly isMoreShown?: boolean;
  /** What else can be done with its hours. */
  readonly children?: ReactNode;
}

function More({ name, spans, onChange, isMoreShown = false, children }: DayProps): ReactNode {
  const { words } = useApp();
  const [asked, setAsked] = useState<boolean>();
  const isShown = asked ?? isMoreShown;
  const last = spans.at(-1) ?? NO_SPAN;
  const toggleEnd = (): void => onChange([...spans.slice(0, -1), { ...last, isOpenEnd: !last.isOpenEnd }]);
  const end = last.isOpenEnd ? words.hours.knownEnd : words.hours.openEnd;
  return (
    <>
      <SmallButton
        label={words.hours.more}
        name={words.hours.ofDay(name, words.hours.more)}
        expands={isShown}
        onAct={() => setAsked(!isShown)}
      />
      {isShown && (
        <div className="hours-more">
          {children}
          {spans.length < MOST_SPANS && (
            <SmallButton
              label={words.hours.addSpan}
              name={words.hours.ofDay(name, words.hours.addSpan)}
              onAct={() => onChange([...spans, NO_SPAN])}
            />
          )}
          <SmallButton label={end} name={words.hours.ofDay(name, end)} onAct={toggleEnd} />
        </div>
      )}
    </>
  );
}

/** The times of one day. */
export function Spans(props: DayProps): ReactNode {
  const { name, spans, onChange } = props;
  return (
    <div className="hours-spans">
      {spans.map((span, nth) => (
        <SpanRow
          key={nth}
          name={name}
          nth={nth}
          span={span}
          onChange={(next) => onChange(replaced(spans, nth, next))}
          onRemove={spans.length > 1 ? () => onChange(replaced(spans, nth, undefined)) : undefined}
        />
      ))}
      <More {...props} />
    </div>
  );
}

/** A day that is open or closed, and its times. */
export function DaySpans(props: DayProps & { readonly label?: string }): ReactNode {
  const { words } = useApp();
  const { name, label = name, spans, usual, onChange } = props;
  const [before, setBefore] = useState<DraftSpans>();
  const isOpen = spans.length > 0;
  const toggle = (): void => {
    if (isOpen) setBefore(spans);
    onChange(isOpen ? [] : (before ?? usual ?? [NO_SPAN]));
  };
  return (
    <fieldset className={isOpen ? 'hours-day open' : 'hours-day'}>
      <legend className="visually-hidden">{name}</legend>
      <label className="hours-open">
        <input type="checkbox" checked={isOpen} onChange={toggle} aria-label={words.hours.dayOpen(name)} />
        <span>{label}</span>
      </label>
      {isOpen ? <Spans {...props} /> : <span className="hours-closed">{words.hours.closed}</span>}
    </fieldset>
  );
}
