import type { HoursAnswer } from '@stadtverbund/client';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import { withChoice } from './domain/draft-changes';
import { SmallButton } from './small';
import { useReading, type Reading } from './use-reading';

type Answer = HoursAnswer['data'];

/** What was understood, read aloud when it changes. */
function Understood({ reading }: { readonly reading: Reading }): ReactNode {
  const { hours } = useApp().words;
  if (reading.state === 'failed') return <p className="hours-missing problem">{reading.message}</p>;
  if (reading.state !== 'read') return null;
  const { reading: lines, left, questions } = reading.answer;
  const isWithout = left.length > 0 && lines.length > 0;
  return (
    <>
      {lines.length > 0 && <p className="hours-understood">{hours.understood}</p>}
      {lines.length > 0 && (
        <ul className="hours-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {isWithout && (
        <p className="hint">{hours.left(left.map(({ text }) => hours.quoted(text)).join(', '))}</p>
      )}
      {questions.map(({ sentence, start }) => (
        <p key={`${start} ${sentence}`} className="hours-missing problem">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** What may have been meant; a tap writes it. */
function Choices({
  answer,
  onText,
}: {
  readonly answer: Answer;
  readonly onText: Taking['onText'];
}): ReactNode {
  const { hours } = useApp().words;
  const [question] = answer.questions.filter(({ choices }) => choices.length > 0);
  if (!question) return null;
  return (
    <div className="hours-actions">
      <span>{hours.meant}</span>
      {question.choices.map((choice) => (
        <SmallButton key={choice} label={choice} onAct={() => onText(question, choice)} />
      ))}
    </div>
  );
}

interface Taking {
  readonly onText: (part: { readonly start: number; readonly end: number }, choice: string) => void;
}

/** The rule, if nothing has to be asked first. */
const ruleToTake = (reading: Reading): string | undefined =>
  reading.state === 'read' && reading.answer.questions.length === 0 ? reading.answer.rule : undefined;

/** Hours as one writes them on a door, read by the city. @param onTake gets the rule that was understood */
export function TypedHours(props: {
  readonly isOpen: boolean;
  readonly name: string;
  readonly onTake: (rule: string) => void;
}): ReactNode {
  const { hours } = useApp().words;
  const id = useId();
  const [isOpen, setIsOpen] = useState(props.isOpen);
  const [text, setText] = useState('');
  const reading = useReading(text);
  const rule = ruleToTake(reading);
  const isCurrent = reading.state === 'read' && reading.of === text.trim();
  const [isLeft, setIsLeft] = useState(false);
  const take = (taken: string): void => {
    setText('');
    props.onTake(taken);
  };
  // Who goes on with the form has said what they mean, and need not say so once more.
  const isSure = isCurrent && rule !== undefined && reading.answer.understood === 'exact';
  useEffect(() => {
    if (isLeft && isSure) take(rule);
  });
  // Positions are those of the text that was read, without the space around it.
  const write: Taking['onText'] = (part, choice) => setText(withChoice(text.trim(), part, choice));
  return (
    <details
      className="hours-folded"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{hours.typed}</summary>
      <label htmlFor={id}>{hours.typedLabel}</label>
      <p id={`${id}-hint`} className="hint">
        {hours.typedHint}
      </p>
      <textarea
        id={id}
        rows={2}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
        onFocus={() => setIsLeft(false)}
        onBlur={() => setIsLeft(true)}
      />
      <div role="status" className={isCurrent ? 'hours-status' : 'hours-status stale'}>
        <Understood reading={reading} />
      </div>
      {reading.state === 'read' && isCurrent && <Choices answer={reading.answer} onText={write} />}
      {rule !== undefined && (
        <button
          type="button"
          className="button"
          disabled={!isCurrent}
          aria-label={hours.ofDay(props.name, hours.take)}
          onClick={() => take(rule)}
        >
          {hours.take}
        </button>
      )}
    </details>
  );
}
