import type { FormField } from '@stadtverbund/client';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import { useApp } from '../app-context';
import { labelAt } from '../domain/label-at';
import type { Path } from '../domain/values';
import { fieldId, type FieldTrouble, type FormFacts } from './form-context';

const FOCUSABLE = 'input, select, textarea, button, [tabindex]';

/** The element for a place, or for the nearest that it is in. */
function elementAt(form: Pick<FormFacts, 'id'>, path: Path): HTMLElement | null {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(form, path.slice(0, length)));
    if (found) return found;
  }
  return null;
}

/** Leads to a place in a form, also where it is folded away. */
function lead(form: Pick<FormFacts, 'id'>, path: Path): void {
  const element = elementAt(form, path);
  for (let around = element?.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  const target = element?.matches(FOCUSABLE) ? element : element?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}

/** What is wrong with a form, each with a way to where it is. */
export function FormTroubles(props: {
  readonly form: Pick<FormFacts, 'id'>;
  readonly fields: readonly FormField[];
  readonly troubles: readonly FieldTrouble[];
  readonly summary: RefObject<HTMLDivElement>;
}): ReactNode {
  const { words } = useApp();
  const { form, fields, troubles, summary } = props;
  if (troubles.length === 0) return null;
  const follow = (path: Path) => (event: MouseEvent) => {
    event.preventDefault();
    lead(form, path);
  };
  return (
    <div className="problems" role="alert" tabIndex={-1} ref={summary}>
      <h2>{troubles.some(({ path }) => path.length > 0) ? words.problems : words.refused}</h2>
      <ul>
        {troubles.map(({ path, message }, at) => {
          const label = labelAt(fields, path);
          return (
            <li key={at}>
              {label === '' ? (
                message
              ) : (
                <a href={`#${fieldId(form, path)}`} onClick={follow(path)}>
                  {label}: {message}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
