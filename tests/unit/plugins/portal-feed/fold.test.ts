import fc from 'fast-check';
import type { PortalFilter } from '#src/plugins/portal-feed/server/src/contract';
import {
  formerlySaidIn,
  isNews,
  lacksFacts,
  priorOf,
  publishedState,
  removedState,
  saidIn,
  type DocumentState,
  type Head,
} from '#src/plugins/portal-feed/server/src/domain/document-state';
import type { FilterFacts } from '#src/plugins/portal-feed/server/src/domain/filter-facts';
import type { FeedEvent } from '#src/plugins/portal-feed/server/src/domain/feed-event';
import { portalView } from '#src/plugins/portal-feed/server/src/domain/portal-view';
import { EVERYTHING, matches, shownTo } from '#src/plugins/portal-feed/server/src/filters/portal-filter';
import { foldEvents, publicOf, type ReadEvent } from '#tests/support/feed';

const TYPES = ['business', 'offer'];

const facts = fc.record({
  categories: fc.subarray(['essen', 'mode', 'kultur']),
  district: fc.constantFrom('mitte', 'hafen', null),
  postcode: fc.constantFrom('44135', '44137', null),
  point: fc.constantFrom({ latitude: 51.5, longitude: 7.4 }, { latitude: 52.5, longitude: 8.4 }, null),
  locales: fc.subarray(['de', 'en'], { minLength: 1 }),
});

const filter: fc.Arbitrary<PortalFilter> = fc.record({
  types: fc.subarray(TYPES),
  categories: fc.subarray(['essen', 'mode']),
  districts: fc.subarray(['mitte', 'hafen']),
  postcodes: fc.subarray(['44135']),
  boundingBox: fc.constantFrom(null, { south: 51, west: 7, north: 52, east: 8 }),
  locales: fc.subarray(['de', 'en']),
});

interface Step {
  readonly document: number;
  /** `null` removes it. */
  readonly facts: (FilterFacts & { readonly locales: readonly string[] }) | null;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  document: fc.nat({ max: 4 }),
  facts: fc.option(facts, { freq: 2 }),
  text: fc.constantFrom('eins', 'zwei', 'drei'),
});

const named = (document: number) => {
  const name = TYPES[document % 2] ?? '';
  return { uid: `api::${name}.${name}`, name, documentId: `document-${document}` };
};

const stateAfter = ({ document, facts: known, text }: Step): DocumentState => {
  if (!known) return removedState(named(document));
  const listing = {
    '@type': 'Thing',
    name: text,
    description: Object.fromEntries(known.locales.map((locale) => [locale, `${text} ${locale}`])),
  };
  const data = { url: `https://stadt.example/${document}`, locales: known.locales, listing };
  return publishedState(named(document), data, known);
};

interface Log {
  readonly events: readonly FeedEvent[];
  /** The last state of each document. */
  readonly states: ReadonlyMap<string, DocumentState>;
}

/** What the log keeps of a document before the filter by district was there. */
const withoutDistrict = ({ facts: known, ...state }: DocumentState): DocumentState => {
  if (!known) return { ...state, facts: null };
  const { district: _district, ...rest } = known;
  return { ...state, facts: rest };
};

/**
 * The log that the append listener writes of these steps, in which numbers have holes.
 * @param coming after how many steps the filter by district comes, and everything is reconciled; more than there are: never
 * @param asked the facts that portals ask for then
 */
function logOf(steps: readonly Step[], coming = 0, asked: readonly string[] = []): Log {
  const events: FeedEvent[] = [];
  const heads = new Map<string, Head>();
  const states = new Map<string, DocumentState>();
  const append = (state: DocumentState): void => {
    const { documentId } = state;
    const empty: Head = { documentId, isPublished: false, digest: null, facts: null, prior: [] };
    const head = heads.get(documentId) ?? empty;
    const digest = saidIn(state);
    if (isNews(head, state, head.digest === digest, new Set(asked))) {
      const prior = priorOf(head);
      const seq = (events.at(-1)?.seq ?? 0) + 3;
      events.push({ ...state, id: `event-${seq}`, seq, prior, createdAt: new Date(seq) });
      heads.set(documentId, { ...head, isPublished: state.data !== null, digest, facts: state.facts, prior });
    } else if (lacksFacts(head, state)) {
      const last = events.findLastIndex((event) => event.documentId === documentId);
      events[last] = { ...(events[last] as FeedEvent), facts: state.facts };
      heads.set(documentId, { ...head, facts: state.facts });
    }
  };
  const reconcile = (): void => [...states.values()].forEach(append);
  steps.forEach((change, index) => {
    if (index === coming) reconcile();
    const state = stateAfter(change);
    states.set(state.documentId, state);
    append(index < coming ? withoutDistrict(state) : state);
  });
  if (coming === steps.length) reconcile();
  return { events, states };
}

/** The state the portal has to end with. */
const truth = ({ states }: Log, wanted: PortalFilter): Map<string, unknown> =>
  new Map(
    [...states.values()].flatMap((state): [string, unknown][] => {
      const { data, facts: known, documentId } = state;
      const type = state.type.split('.')[0] ?? '';
      if (!data || !known || !matches(wanted, { ...known, type })) return [];
      return [[documentId, shownTo(wanted, data).listing]];
    }),
  );

const seen = (events: readonly FeedEvent[], wanted: PortalFilter, former?: PortalFilter[]): ReadEvent[] =>
  events.flatMap((event) => (portalView(event, wanted, former) as ReadEvent | null) ?? []);

const folded = (events: readonly ReadEvent[]): Map<string, unknown> => publicOf(foldEvents(events));

/** The log after compaction: the last event of each document, and randomly chosen others. */
const compacted = (events: readonly FeedEvent[], kept: readonly boolean[]): FeedEvent[] =>
  events
    .filter(
      ({ documentId, seq }, index) =>
        kept[index % kept.length] ||
        !events.some((other) => other.documentId === documentId && Number(other.seq) > Number(seq)),
    )
    .map((event, index) =>
      event.data === null && kept[index % kept.length] ? { ...event, prior: null } : event,
    );

const steps = fc.array(step, { maxLength: 40 });
const coins = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });

test('folding events in any order, each any number of times, gives what is public', () => {
  fc.assert(
    fc.property(steps, filter, fc.infiniteStream(fc.nat()), (changes, wanted, draw) => {
      const log = logOf(changes);
      const delivered = seen(log.events, wanted);
      const twice = delivered.flatMap((event) =>
        Array<ReadEvent>(1 + (Number(draw.next().value) % 3)).fill(event),
      );
      const shuffled = twice
        .map((event) => ({ event, at: Number(draw.next().value) }))
        .sort((one, other) => one.at - other.at)
        .map(({ event }) => event);
      expect(folded(shuffled)).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('a reader who stopped anywhere and continues after compaction and erasure ends with what is public', () => {
  fc.assert(
    fc.property(steps, filter, fc.nat({ max: 40 }), coins, (changes, wanted, stop, kept) => {
      const log = logOf(changes);
      const before = log.events.slice(0, stop);
      const cursor = before.at(-1)?.seq ?? 0;
      const after = compacted(log.events, kept).filter(({ seq }) => Number(seq) > cursor);
      expect(folded([...seen(before, wanted), ...seen(after, wanted)])).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('a snapshot at any moment plus what follows gives what is public', () => {
  fc.assert(
    fc.property(steps, filter, fc.nat({ max: 40 }), (changes, wanted, stop) => {
      const log = logOf(changes);
      const [before, after] = [log.events.slice(0, stop), log.events.slice(stop)];
      const last = before.filter(
        (event) =>
          !before.some(
            ({ documentId, seq }) => documentId === event.documentId && Number(seq) > Number(event.seq),
          ),
      );
      const snapshot = seen(last, wanted).filter(({ data }) => data.listing);
      expect(folded([...snapshot, ...seen(after, wanted)])).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('a reader whose filter was changed with resending reads the log again and ends with what matches', () => {
  fc.assert(
    fc.property(steps, filter, filter, fc.nat({ max: 40 }), (changes, former, wanted, stop) => {
      const log = logOf(changes);
      const before = seen(log.events.slice(0, stop), former);
      expect(folded([...before, ...seen(log.events, wanted, [former])])).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('a portal learns nothing about what it could never have known', () => {
  fc.assert(
    fc.property(steps, filter, (changes, wanted) => {
      const log = logOf(changes);
      for (const event of seen(log.events, wanted)) {
        const states = changes.filter(({ document }) => `document-${document}` === event.data.id);
        const type = event.type.split('.')[0] ?? '';
        expect(states.some(({ facts: known }) => known && matches(wanted, { ...known, type }))).toBe(true);
        if (event.type.endsWith('.removed'))
          expect(Object.keys(event.data).sort()).toEqual(['id', 'sequence']);
      }
    }),
    { numRuns: 500 },
  );
});

test('a filter that comes later sends nothing to who does not ask for it, and answers who does', () => {
  fc.assert(
    fc.property(steps, filter, fc.nat({ max: 40 }), (changes, wanted, moment) => {
      const coming = Math.min(moment, changes.length);
      const before = changes.slice(0, coming);
      expect(logOf(before, coming).events.length).toBe(logOf(before, Infinity).events.length);
      // A portal that is made, or whose filter is changed, once the filter is there.
      const log = logOf(changes, coming);
      expect(folded(seen(log.events, wanted))).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('a portal that asks for a new fact before the log has it gets what matches when the log has', () => {
  fc.assert(
    fc.property(steps, filter, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (changes, wanted, moment, stop) => {
      const coming = Math.min(moment, changes.length);
      const log = logOf(changes, coming, ['district']);
      const hasRead = logOf(changes.slice(0, Math.min(coming, stop)), Infinity).events;
      const cursor = hasRead.at(-1)?.seq ?? 0;
      const rest = log.events.filter(({ seq }) => Number(seq) > cursor);
      expect(folded([...seen(hasRead, wanted), ...seen(rest, wanted)])).toEqual(truth(log, wanted));
    }),
    { numRuns: 1_000 },
  );
});

test('what a release before this one has written of the same listing is no news', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom('eins', 'zwei'), (known, text) => {
      const state = stateAfter({ document: 0, facts: known, text });
      // Its digest was over what follows, and jsonb has put the facts in an order of its own.
      const digest = JSON.stringify([state.type, state.data, known]);
      const stored = Object.fromEntries(Object.entries(known).reverse()) as FilterFacts;
      const head: Head = { documentId: 'document-0', isPublished: true, digest, facts: stored, prior: [] };
      expect(isNews(head, state, formerlySaidIn(state, stored) === digest, new Set())).toBe(false);
    }),
  );
});

test('a listing that was in more places than are kept is removed for everyone', () => {
  const places = Array.from({ length: 40 }, (_value, index): Step => ({
    document: 0,
    facts: { categories: [`c${index}`], district: null, postcode: null, point: null, locales: ['de'] },
    text: 'eins',
  }));
  const { events } = logOf([...places, { document: 0, facts: null, text: '' }]);
  const last = events.at(-1);
  expect(last?.prior).toBeNull();
  expect(last && portalView(last, { ...EVERYTHING, categories: ['anderswo'] })?.type).toBe(
    'business.removed',
  );
  expect(last && portalView(last, { ...EVERYTHING, types: ['offer'] })).toBeNull();
});
