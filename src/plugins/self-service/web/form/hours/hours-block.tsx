import { useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import { withTyped } from './domain/draft-changes';
import { draftOfRule, isComplete, NO_HOURS, ruleOfDraft, type DraftTable } from './domain/draft-table';
import { Extras } from './extras';
import { SmallButton } from './small';
import { TypedHours } from './typed-hours';
import { useReading } from './use-reading';
import { Week } from './week';

interface BlockProps {
  /** Whose hours they are, for those who hear it. */
  readonly name: string;
  /** `''`: none yet. */
  readonly rule: string;
  readonly isPeriod: boolean;
  /** @param said what was done, if it is much at once */
  readonly onChange: (rule: string, said?: string) => void;
}

const isNever = (draft: DraftTable): boolean => ruleOfDraft(draft) === 'off';

/** A rule in words, as far as the city has some for it. */
function RuleInWords({ rule }: { readonly rule: string }): ReactNode {
  const reading = useReading(rule, 0);
  const lines = reading.state === 'read' ? reading.answer.reading : [rule];
  return (
    <ul className="hours-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What a table cannot show stays until somebody enters something else. */
function AsText({ rule, children }: { readonly rule: string; readonly children: ReactNode }): ReactNode {
  const { hours } = useApp().words;
  return (
    <div className="notice">
      <p>{hours.asText}</p>
      <RuleInWords rule={rule} />
      {children}
    </div>
  );
}

interface HintProps extends Pick<BlockProps, 'rule' | 'isPeriod'> {
  readonly draft: DraftTable;
}

/** What an empty table says. */
function Hint({ rule, isPeriod, draft }: HintProps): ReactNode {
  const { hours } = useApp().words;
  if (rule === '') return <p className="hint">{hours.none}</p>;
  if (!isNever(draft)) return null;
  return <p className="hint">{isPeriod ? hours.closedThen : hours.always}</p>;
}

/** The draft that is filled in, as long as it says what the rule says; then the one that the rule has. */
function useDraft(rule: string) {
  const [own, setOwn] = useState<DraftTable>();
  const draft = own && ruleOfDraft(own) === rule ? own : draftOfRule(rule);
  return { draft, setOwn };
}

/** The hours of one row: a table, a line to type, and what goes before the week. */
export function HoursBlock({ name, rule, isPeriod, onChange }: BlockProps): ReactNode {
  const { hours } = useApp().words;
  const { draft, setOwn } = useDraft(rule);
  const [isReplacing, setIsReplacing] = useState(false);
  const [wasEmpty] = useState(rule === '');
  const [former, setFormer] = useState<string>();
  const table = draft ?? NO_HOURS;

  const enter = (next: string, said?: string): void => {
    if (!draft) setFormer(rule);
    setIsReplacing(false);
    onChange(next, said);
  };
  const edit = (next: DraftTable, said?: string): void => {
    setOwn(next);
    // Where nothing was entered, "closed on all days" is said by nobody until it is written.
    enter(wasEmpty && isNever(next) ? '' : ruleOfDraft(next), said);
  };
  const take = (typed: string): void => {
    const read = draftOfRule(typed);
    if (read) edit(withTyped(table, read), hours.taken);
    else enter(typed, hours.takenAsText);
  };

  if (!draft && !isReplacing)
    return (
      <AsText rule={rule}>
        <SmallButton
          label={hours.replace}
          name={hours.ofDay(name, hours.replace)}
          onAct={() => setIsReplacing(true)}
        />
      </AsText>
    );
  return (
    <>
      {!draft && (
        <AsText rule={rule}>
          <SmallButton
            label={hours.keep}
            name={hours.ofDay(name, hours.keep)}
            onAct={() => setIsReplacing(false)}
          />
        </AsText>
      )}
      {former !== undefined && (
        <SmallButton
          label={hours.former}
          name={hours.ofDay(name, hours.former)}
          onAct={() => {
            setFormer(undefined);
            onChange(former, hours.formerBack);
          }}
        />
      )}
      <Hint rule={draft ? rule : ''} isPeriod={isPeriod} draft={table} />
      <Week draft={table} onChange={edit} />
      <TypedHours isOpen={!draft || rule === ''} name={name} onTake={take} />
      <Extras draft={table} onChange={edit} />
    </>
  );
}

/** Whether something is still missing in a rule. */
export function isUnfinished(rule: string): boolean {
  const draft = draftOfRule(rule);
  return draft !== undefined && !isComplete(draft);
}
