import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Act } from './parts';

interface AskFirstProps {
  readonly label: string;
  /** What is read aloud, where several buttons say the same. */
  readonly name?: string;
  /** What happens then. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** A button for what cannot be undone: it asks before it does it, in its place and without a dialog. */
export function AskFirst({ label, name, question, yes, no, onYes }: AskFirstProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const asked = useRef<HTMLDivElement>(null);
  const around = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // Where the reader is goes with what is shown.
    if (isAsking) asked.current?.focus();
    else if (!isFirst.current) around.current?.querySelector('button')?.focus();
    isFirst.current = false;
  }, [isAsking]);
  const answer = (isYes: boolean): void => {
    setIsAsking(false);
    if (isYes) onYes();
  };
  return (
    <div ref={around} className={isAsking ? 'ask' : undefined}>
      {isAsking ? (
        <div className="notice" role="group" aria-label={question} tabIndex={-1} ref={asked}>
          <p>{question}</p>
          <div className="row">
            <Act label={yes} kind="danger" onAct={() => answer(true)} />
            <Act label={no} kind="plain" onAct={() => answer(false)} />
          </div>
        </div>
      ) : (
        <Act label={label} kind="plain" {...(name ? { name } : {})} onAct={() => setIsAsking(true)} />
      )}
    </div>
  );
}
