import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { distanceKm, type GeoPoint } from '#src/domain/geo';
import { useApp } from '../../app-context';
import { valueAt } from '../../domain/values';
import { Act } from '../../parts';
import type { Editing } from '../editor';
import { FieldGroup } from '../field-frame';
import { fieldId, FormProvider, useForm } from '../form-context';
import { CoordinatesField } from './coordinates-field';
import { useDistrict } from './districts';
import { roundedPoint } from './domain/coordinates';
import type { Address } from './domain/likely-place';
import { hasPosition, located, ownPosition } from './locating';
import type { PinMap } from './pin-map';

/** A point that can be shown; one half of one cannot. */
const pointOf = (value: Partial<GeoPoint> | null): GeoPoint | null =>
  typeof value?.latitude === 'number' && typeof value.longitude === 'number' ? (value as GeoPoint) : null;

/** Opens the map when it comes into view, if something is on it already. */
function useSeen(element: RefObject<HTMLElement>, isWanted: boolean, onSeen: () => void): void {
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    const watched = element.current;
    if (!watched || !isWanted) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) seen.current();
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, isWanted]);
}

interface Shown {
  readonly state: 'closed' | 'open' | 'failed';
  readonly element: RefObject<HTMLDivElement>;
  readonly map: RefObject<PinMap | undefined>;
  readonly open: (around?: GeoPoint) => Promise<void>;
}

/** The map in its element, loaded when it is opened. */
function usePinMap(point: GeoPoint | null, onMove: (point: GeoPoint) => void): Shown {
  const { settings, words } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<PinMap>(undefined);
  const isOpening = useRef(false);
  const latest = useRef({ point, onMove });
  const [state, setState] = useState<Shown['state']>('closed');
  useEffect(() => {
    latest.current = { point, onMove };
    map.current?.show(point);
  });
  useEffect(() => () => map.current?.remove(), []);
  const open = async (around = settings.map.centre): Promise<void> => {
    if (isOpening.current || map.current) return;
    isOpening.current = true;
    try {
      const { PinMap: Loaded } = await import('./pin-map');
      if (!element.current) return;
      element.current.hidden = false;
      map.current = new Loaded(element.current, {
        ground: settings.map,
        words: words.place,
        point: latest.current.point,
        around,
        onMove: (moved) => latest.current.onMove(moved),
      });
      setState('open');
    } catch {
      // No net: the numbers can be entered still.
      setState('failed');
    } finally {
      isOpening.current = false;
    }
  };
  return { state, element, map, open };
}

/** What is known of a point at once. */
function useProblem({ field }: Pick<Editing, 'field'>, point: GeoPoint | null): string | undefined {
  const { words } = useApp();
  const { within } = field;
  if (!within || !point) return undefined;
  const distance = distanceKm(point, within);
  return distance > within.km ? words.place.tooFar(Math.ceil(distance), within.km) : undefined;
}

/** Where a business is: a pin on the city's map, or two numbers. */
export function PointEditor(editing: Editing<GeoPoint>): ReactNode {
  const { path, value, onChange } = editing;
  const { words, city } = useApp();
  const form = useForm();
  const [said, setSaid] = useState('');
  const point = pointOf(value);
  const put = (next: GeoPoint | null, sentence = ''): void => {
    onChange(next && roundedPoint(next));
    setSaid(sentence);
  };
  const { state, element, map, open } = usePinMap(point, put);
  const frame = useRef<HTMLDivElement>(null);
  useSeen(frame, point !== null && state === 'closed', () => void open());
  const district = useDistrict(point);
  const problem = useProblem(editing, point);

  const goTo = async (next: GeoPoint, sentence: string): Promise<void> => {
    put(next, sentence);
    await open(next);
    map.current?.look(next, true);
  };
  const showAddress = async (): Promise<void> => {
    const address = valueAt(form.values, [...path.slice(0, -1), 'address']) as Address | null;
    const likely = point ? undefined : await located(city, address ?? {}).catch(() => undefined);
    if (likely) return goTo(likely.point, words.place.found[likely.how](address?.street ?? ''));
    await open();
    setSaid(point ? '' : words.place.tap);
  };
  const showOwn = async (): Promise<void> => {
    setSaid(words.place.searching);
    try {
      await goTo(await ownPosition(), words.place.here);
    } catch {
      setSaid(words.place.unknown);
    }
  };
  const remove = (): void => put(null, words.place.removed);

  const troubles = problem === undefined ? form.troubles : [...form.troubles, { path, message: problem }];
  return (
    <FormProvider value={{ ...form, troubles }}>
      <FieldGroup editing={editing}>
        <div ref={frame} className="pin-frame">
          <div ref={element} className="map pin-map" hidden />
        </div>
        {state === 'failed' && <p className="hint">{words.place.noMap}</p>}
        <p className="pin-said" role="status">
          {[district && words.place.district(district), said].filter(Boolean).join('. ')}
        </p>
        <div className="row pin-acts">
          {state === 'closed' && (
            <Act label={words.place.show} kind="plain" onAct={() => void showAddress()} />
          )}
          {state === 'open' && !point && (
            <Act
              label={words.place.putInMiddle}
              kind="plain"
              onAct={() => {
                put(map.current?.middle() ?? null, words.place.put);
              }}
            />
          )}
          {hasPosition() && <Act label={words.place.own} kind="plain" onAct={() => void showOwn()} />}
          {point && <Act label={words.place.remove} kind="plain" onAct={remove} />}
        </div>
        <CoordinatesField
          id={`${fieldId(form, path)}-coordinates`}
          point={point}
          onEnter={(entered) => (entered ? void goTo(entered, '') : remove())}
        />
      </FieldGroup>
    </FormProvider>
  );
}
