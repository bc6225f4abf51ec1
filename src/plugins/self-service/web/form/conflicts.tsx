import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import { shownValue } from '../domain/shown';
import { Act } from '../parts';
import type { EnteredForm } from './use-entered';

/** What was changed here and elsewhere: both versions of each field, to choose one. */
export function Conflicts({ conflicts, decide }: Pick<EnteredForm, 'conflicts' | 'decide'>): ReactNode {
  const { words, settings } = useApp();
  if (conflicts.length === 0) return null;
  const showing = { ...settings, words: words.form.values };
  return (
    <section className="problems" role="alert" tabIndex={-1}>
      <h2>{words.form.conflict}</h2>
      <p>{words.form.conflictText}</p>
      {conflicts.map((conflict) => {
        const { field, mine, theirs } = conflict;
        return (
          <section key={field.name} className="versions">
            <h3>{field.label}</h3>
            <div>
              <h4>{words.form.mine}</h4>
              <p className="text">{shownValue(field, mine, showing)}</p>
              <Act
                label={words.form.takeMine}
                name={`${words.form.takeMine}: ${field.label}`}
                onAct={() => decide(conflict, mine)}
              />
            </div>
            <div>
              <h4>{words.form.theirs}</h4>
              <p className="text">{shownValue(field, theirs, showing)}</p>
              <Act
                label={words.form.takeTheirs}
                name={`${words.form.takeTheirs}: ${field.label}`}
                kind="plain"
                onAct={() => decide(conflict, theirs)}
              />
            </div>
          </section>
        );
      })}
    </section>
  );
}
