import type { ReactNode } from 'react';

/** A button beside others that weighs little. */
export function SmallButton(props: {
  readonly label: string;
  /** What is read aloud; begins with what is seen or has it in it. */
  readonly name?: string;
  readonly onAct: () => void;
  readonly expands?: boolean;
}): ReactNode {
  return (
    <button
      type="button"
      className="hours-button"
      onClick={props.onAct}
      aria-label={props.name}
      aria-expanded={props.expands}
    >
      {props.label}
    </button>
  );
}

/** What is missing, below what it is missing of. @param isHint it was not begun yet */
export const Missing = (props: {
  readonly id: string;
  readonly isHint?: boolean;
  readonly children: ReactNode;
}): ReactNode => (
  <p id={props.id} className={props.isHint ? 'hours-missing hint' : 'hours-missing problem'}>
    {props.children}
  </p>
);

/** A day of the calendar. */
export function DateInput(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  /** Whether somebody has just asked for it. */
  readonly isFresh?: boolean;
  readonly onChange: (day: string) => void;
}): ReactNode {
  return (
    <div className="hours-date">
      <label htmlFor={props.id}>{props.label}</label>
      <input
        type="date"
        id={props.id}
        value={props.value}
        max="9999-12-31"
        autoFocus={props.isFresh}
        aria-invalid={props.isWrong || undefined}
        aria-describedby={props.describedBy}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </div>
  );
}
