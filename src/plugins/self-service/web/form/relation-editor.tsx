import type { Collection } from '@stadtverbund/client';
import { useCallback, useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import type { City } from '../city';
import { isValues, textIn } from '../domain/values';
import { useLoaded } from '../loaded';
import { WhenLoaded } from '../parts';
import type { Editing, Editor } from './editor';
import { FieldFrame, FieldGroup } from './field-frame';
import { fieldId, useForm } from './form-context';

/** One that can be chosen. */
interface Choice {
  readonly documentId: string;
  readonly name: string;
}

const PAGE_SIZE = 100;

const choiceOf = (one: unknown, name: string): Choice[] =>
  isValues(one) && typeof one['documentId'] === 'string'
    ? [{ documentId: one['documentId'], name: textIn(one, name, 'name', 'title') }]
    : [];

async function ownOnes({ mine }: City, collection: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { data, meta } = await mine.list(collection, { page, pageSize: PAGE_SIZE });
    all.push(...data);
    pages = meta.pagination.pageCount ?? 1;
  }
  return all;
}

async function publicOnes(city: City, collection: string, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of city.all(collection as Collection, { fields: [name], sort: name } as object))
    found.push(one);
  return found;
}

function useChoices({ field }: Editing): ReturnType<typeof useLoaded<readonly Choice[]>> {
  const { city, remember } = useApp();
  const relation = field.relation;
  const load = useCallback(async (): Promise<readonly Choice[]> => {
    if (!relation) return [];
    const { collection, own, name } = relation;
    const ones = await remember(`choices/${collection}`, () =>
      own ? ownOnes(city, collection) : publicOnes(city, collection, name),
    );
    return ones.flatMap((one) => choiceOf(one, name));
  }, [city, relation, remember]);
  return useLoaded(load);
}

/** What is chosen and not among the choices, such as one that is not public any more, can be chosen still. */
const withChosen = (choices: readonly Choice[], chosen: readonly Choice[]): readonly Choice[] => [
  ...chosen.filter(({ documentId }) => choices.every((one) => one.documentId !== documentId)),
  ...choices,
];

function One({
  editing,
  choices,
}: {
  readonly editing: Editing;
  readonly choices: readonly Choice[];
}): ReactNode {
  const { words } = useApp();
  const { field, value, onChange } = editing;
  const [chosen] = choiceOf(value, field.relation?.name ?? 'name');
  const all = withChosen(choices, chosen ? [chosen] : []);
  return (
    <FieldFrame editing={editing}>
      {(own) => (
        <select
          {...own}
          value={chosen?.documentId ?? ''}
          onChange={({ target }) =>
            onChange(all.find(({ documentId }) => documentId === target.value) ?? null)
          }
        >
          <option value="">{field.required ? words.form.choose : words.form.none}</option>
          {all.map(({ documentId, name }) => (
            <option key={documentId} value={documentId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

// As many as fit under a field without hiding it.
const MOST_SHOWN = 8;

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

const startsFirst = (wanted: string) => (one: Choice, other: Choice) =>
  Number(folded(other.name).startsWith(wanted)) - Number(folded(one.name).startsWith(wanted));

const matching = (choices: readonly Choice[], typed: string): readonly Choice[] => {
  const wanted = folded(typed.trim());
  return choices.filter(({ name }) => folded(name).includes(wanted)).sort(startsFirst(wanted));
};

function Many({
  editing,
  choices,
}: {
  readonly editing: Editing;
  readonly choices: readonly Choice[];
}): ReactNode {
  const { words } = useApp();
  const { field, path, value, onChange } = editing;
  const id = fieldId(useForm(), path);
  const [typed, setTyped] = useState('');
  const chosen = (Array.isArray(value) ? value : []).flatMap((one) =>
    choiceOf(one, field.relation?.name ?? 'name'),
  );
  const isChosen = ({ documentId }: Choice): boolean => chosen.some((one) => one.documentId === documentId);
  const rest = matching(
    choices.filter((one) => !isChosen(one)),
    typed,
  );
  const isFew = choices.length <= MOST_SHOWN;
  const shown = rest.slice(0, MOST_SHOWN);
  const toggle = (one: Choice): void => {
    onChange(
      isChosen(one) ? chosen.filter(({ documentId }) => documentId !== one.documentId) : [...chosen, one],
    );
    setTyped('');
  };
  const box = (one: Choice): ReactNode => (
    <li key={one.documentId} className="option">
      <input
        type="checkbox"
        id={`${id}-${one.documentId}`}
        checked={isChosen(one)}
        onChange={() => toggle(one)}
      />
      <label htmlFor={`${id}-${one.documentId}`}>{one.name}</label>
    </li>
  );
  return (
    <FieldGroup editing={editing}>
      {chosen.length > 0 && (
        <ul className="options chosen" aria-label={words.form.chosen}>
          {chosen.map(box)}
        </ul>
      )}
      {!isFew && (
        <div className="field">
          <label htmlFor={`${id}-search`}>{words.form.search(field.label)}</label>
          <input
            type="search"
            id={`${id}-search`}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            // Enter would send the form.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </div>
      )}
      <div role="status" className="visually-hidden">
        {typed !== '' && words.form.matches(rest.length)}
      </div>
      {(isFew || typed.trim() !== '') && <ul className="options">{shown.map(box)}</ul>}
      {typed.trim() !== '' && rest.length > shown.length && <p className="hint">{words.form.moreMatches}</p>}
      {typed.trim() !== '' && rest.length === 0 && <p className="hint">{words.form.noMatch}</p>}
    </FieldGroup>
  );
}

/** Chooses documents: of a few, of a search, or one of a list. */
export const RelationEditor: Editor = (editing) => {
  const { loaded, reload } = useChoices(editing);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(choices) =>
        editing.field.repeatable ? (
          <Many editing={editing} choices={choices} />
        ) : (
          <One editing={editing} choices={choices} />
        )
      }
    </WhenLoaded>
  );
};
