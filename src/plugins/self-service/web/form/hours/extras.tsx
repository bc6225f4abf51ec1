import { useId, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import { todayIn } from '../../domain/moments';
import { replaced } from './domain/draft-changes';
import {
  dayGap,
  NO_SPAN,
  periodGap,
  type DraftDay,
  type DraftPeriod,
  type DraftTable,
} from './domain/draft-table';
import { DateInput, Missing, SmallButton } from './small';
import { DaySpans, Spans } from './spans';
import type { TableProps } from './week';

type HolidayChoice = 'usual' | 'closed' | 'own';

const choiceOf = ({ holidays }: DraftTable): HolidayChoice =>
  holidays === null ? 'usual' : holidays.length === 0 ? 'closed' : 'own';

function Holidays({ draft, onChange }: TableProps): ReactNode {
  const { words } = useApp();
  const { hours } = words;
  const id = useId();
  const choices: Readonly<Record<HolidayChoice, string>> = {
    usual: hours.holidaysUsual,
    closed: hours.closed,
    own: hours.holidaysOwn,
  };
  const choose = (choice: string): void =>
    onChange({ ...draft, holidays: choice === 'usual' ? null : choice === 'own' ? [NO_SPAN] : [] });
  return (
    <div className="hours-extra">
      <label htmlFor={id}>{hours.holidays}</label>
      <select id={id} value={choiceOf(draft)} onChange={({ target }) => choose(target.value)}>
        {Object.entries(choices).map(([choice, label]) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
      </select>
      {draft.holidays && draft.holidays.length > 0 && (
        <Spans
          name={hours.holidays}
          spans={draft.holidays}
          onChange={(holidays) => onChange({ ...draft, holidays })}
        />
      )}
    </div>
  );
}

interface ItemProps<Item> {
  readonly item: Item;
  /** Whether somebody has just asked for it. */
  readonly isFresh: boolean;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
}

function ClosedPeriod({ item, isFresh, onChange, onRemove }: ItemProps<DraftPeriod>): ReactNode {
  const { words } = useApp();
  const { hours } = words;
  const id = useId();
  const gap = periodGap(item);
  const isBegun = item.from !== '' || item.through !== '';
  const describedBy = gap ? `${id}-gap` : undefined;
  return (
    <fieldset className="hours-extra">
      <legend>{hours.closedDays}</legend>
      <div className="hours-dates">
        <DateInput
          id={`${id}-from`}
          label={hours.closedFrom}
          value={item.from}
          isWrong={gap === 'from'}
          isFresh={isFresh}
          describedBy={describedBy}
          onChange={(from) => onChange({ ...item, from })}
        />
        <DateInput
          id={`${id}-through`}
          label={hours.closedThrough}
          value={item.through}
          isWrong={gap === 'through' || gap === 'order'}
          describedBy={describedBy}
          onChange={(through) => onChange({ ...item, through })}
        />
        <SmallButton
          label={words.form.remove}
          name={hours.ofDay(hours.closedDays, words.form.remove)}
          onAct={onRemove}
        />
      </div>
      {gap && (
        <Missing id={`${id}-gap`} isHint={!isBegun}>
          {hours.periodGap[gap]}
        </Missing>
      )}
    </fieldset>
  );
}

interface SpecialProps extends ItemProps<DraftDay> {
  readonly gap: ReturnType<typeof dayGap>;
}

function SpecialDay({ item, isFresh, gap, onChange, onRemove }: SpecialProps): ReactNode {
  const { words } = useApp();
  const { hours } = words;
  const id = useId();
  return (
    <fieldset className="hours-extra">
      <legend className="visually-hidden">{hours.specialDay}</legend>
      <div className="hours-dates">
        <DateInput
          id={id}
          label={hours.specialDay}
          value={item.day}
          isWrong={gap === 'twice'}
          isFresh={isFresh}
          describedBy={gap ? `${id}-gap` : undefined}
          onChange={(day) => onChange({ ...item, day })}
        />
        <SmallButton
          label={words.form.remove}
          name={hours.ofDay(hours.specialDay, words.form.remove)}
          onAct={onRemove}
        />
      </div>
      {gap && (
        <Missing id={`${id}-gap`} isHint={gap === 'day'}>
          {hours.dayGap[gap]}
        </Missing>
      )}
      <DaySpans
        name={hours.specialDay}
        label={hours.open}
        spans={item.spans}
        onChange={(spans) => onChange({ ...item, spans })}
      />
    </fieldset>
  );
}

/** What goes before the week: public holidays, vacation, special days. */
export function Extras({ draft, onChange }: TableProps): ReactNode {
  const { words, settings } = useApp();
  const { hours } = words;
  const { closed, special } = draft;
  const hasSome = draft.holidays !== null || closed.length > 0 || special.length > 0;
  const [isOpen, setIsOpen] = useState(hasSome);
  const [fresh, setFresh] = useState('');
  const withClosed = (next: readonly DraftPeriod[], said?: string): void =>
    onChange({ ...draft, closed: next }, said);
  const withSpecial = (next: readonly DraftDay[], said?: string): void =>
    onChange({ ...draft, special: next }, said);
  return (
    <details
      className="hours-folded"
      open={isOpen || hasSome}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{hours.extras}</summary>
      <Holidays draft={draft} onChange={onChange} />
      {closed.map((item, at) => (
        <ClosedPeriod
          key={at}
          item={item}
          isFresh={fresh === `closed ${at}`}
          onChange={(next) => withClosed(replaced(closed, at, next))}
          onRemove={() => withClosed(replaced(closed, at, undefined), hours.removed(hours.closedDays))}
        />
      ))}
      {special.map((item, at) => (
        <SpecialDay
          key={at}
          item={item}
          isFresh={fresh === `special ${at}`}
          gap={dayGap(special, at)}
          onChange={(next) => withSpecial(replaced(special, at, next))}
          onRemove={() => withSpecial(replaced(special, at, undefined), hours.removed(hours.specialDay))}
        />
      ))}
      <div className="hours-actions">
        <SmallButton
          label={hours.addClosed}
          onAct={() => {
            setFresh(`closed ${closed.length}`);
            withClosed([...closed, { from: '', through: '' }]);
          }}
        />
        <SmallButton
          label={hours.addSpecial}
          onAct={() => {
            setFresh(`special ${special.length}`);
            withSpecial([...special, { day: todayIn(settings.timeZone, new Date()), spans: [NO_SPAN] }]);
          }}
        />
      </div>
    </details>
  );
}
