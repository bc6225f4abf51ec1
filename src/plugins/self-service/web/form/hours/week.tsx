import type { ReactNode } from 'react';
import { useApp } from '../../app-context';
import { copied, hoursBefore, isEntered, withDaySpans } from './domain/draft-changes';
import type { DraftTable } from './domain/draft-table';
import { weekDays } from './domain/week-days';
import { SmallButton } from './small';
import { DaySpans } from './spans';

export interface TableProps {
  readonly draft: DraftTable;
  /** @param said what was done, if it is much at once */
  readonly onChange: (draft: DraftTable, said?: string) => void;
}

const COPIES = [
  ['work', [0, 1, 2, 3, 4]],
  ['workAndSaturday', [0, 1, 2, 3, 4, 5]],
  ['all', [0, 1, 2, 3, 4, 5, 6]],
] as const;

function Copies({ draft, onChange, day }: TableProps & { readonly day: number }): ReactNode {
  const { words } = useApp();
  const { copy, copyTo, copied: said, ofDay } = words.hours;
  const name = weekDays(words.dates)[day] ?? '';
  if (!isEntered(draft.days[day] ?? [])) return null;
  return (
    <div className="hours-copies">
      <span aria-hidden="true">{copy}</span>
      {COPIES.map(([which, days]) => (
        <SmallButton
          key={which}
          label={copyTo[which]}
          name={ofDay(name, `${copy} ${copyTo[which]}`)}
          onAct={() => onChange(copied(draft, day, days), said(name, copyTo[which]))}
        />
      ))}
    </div>
  );
}

/** The hours of a week, day by day. */
export function Week({ draft, onChange }: TableProps): ReactNode {
  const { words } = useApp();
  const isOnlyOne = draft.days.filter((spans) => spans.length > 0).length === 1;
  return (
    <div className="hours-week">
      {weekDays(words.dates).map((name, day) => (
        <DaySpans
          key={name}
          name={name}
          spans={draft.days[day] ?? []}
          usual={hoursBefore(draft, day)}
          isMoreShown={isOnlyOne}
          onChange={(spans) => onChange(withDaySpans(draft, day, spans))}
        >
          <Copies draft={draft} onChange={onChange} day={day} />
        </DaySpans>
      ))}
    </div>
  );
}
