import { useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { lineOf } from '../domain/line';
import { AppForm, Field, PlaceLink } from '../parts';
import { useSending } from '../sending';

interface Found {
  readonly documentId: string;
  readonly name: string;
  readonly line: string;
}

interface Result {
  readonly total: number;
  readonly hits: readonly Found[];
}

// More would not be read; a better word finds it.
const SHOWN = 10;

/** Finds the entry that is there already, so that nobody makes a second one. */
export function Find(): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['q']);
  const [result, setResult] = useState<Result>();
  const search = (q: string): void =>
    void sending.send(async () => {
      const { data, meta } = await city.directory.search({ q, type: 'business', pageSize: SHOWN });
      setResult({
        total: meta.pagination.total,
        hits: data.map((hit) => ({ documentId: hit.documentId, name: hit.name, line: lineOf(hit) })),
      });
    });
  return (
    <>
      <h1 tabIndex={-1}>{words.find.title}</h1>
      <p className="lead">{words.find.lead}</p>
      <AppForm name="find" label={words.find.button} sending={sending} onSend={({ q = '' }) => search(q)}>
        <Field name="q" type="search" label={words.find.label} />
      </AppForm>
      <div role="status" className="section">
        {result && <p>{result.total === 0 ? words.find.nothing : words.find.found(result.total)}</p>}
      </div>
      {result && (
        <ul className="cards one">
          {result.hits.map(({ documentId, name, line }) => (
            <li key={documentId} className="card">
              <h2>{name}</h2>
              <p>{line}</p>
              <p>
                <PlaceLink to={{ name: 'claim', id: documentId }}>{words.find.mine}</PlaceLink>
              </p>
            </li>
          ))}
        </ul>
      )}
      {result && result.total > SHOWN && <p className="aside">{words.find.more}</p>}
      {result && (
        <section className="section">
          <h2>{words.find.notThere}</h2>
          <p>
            <PlaceLink to={{ name: 'new', collection: 'businesses' }} className="button plain">
              {words.find.enter}
            </PlaceLink>
          </p>
        </section>
      )}
    </>
  );
}
