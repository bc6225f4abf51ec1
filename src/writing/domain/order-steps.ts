/** Where a step without a reserved place goes: directly before or after another one. */
export type Place = { readonly before: string } | { readonly after: string };

interface Named {
  readonly name: string;
}

/** A step that is added from elsewhere. Without a place it goes where its name is reserved. */
export interface Added<S extends Named> {
  readonly step: S;
  readonly place?: Place | undefined;
}

/**
 * Puts steps in order.
 *
 * @param list the existing steps, outermost first; a bare name reserves a place for the step of that name
 * @param added in the order in which they were added: of two with the same place, the later one is nearer to it
 * @throws Error if a name is used twice, a place does not exist, or a reserved one is not filled
 */
export function orderSteps<S extends Named>(list: readonly (S | string)[], added: readonly Added<S>[]): S[] {
  assertDistinct([...list.filter((one) => typeof one !== 'string'), ...added.map(({ step }) => step)]);
  const reserved = new Set(list.filter((one) => typeof one === 'string'));
  const [atHome, placed] = [new Map<string, S>(), [] as Added<S>[]];
  for (const one of added) {
    if (one.place) placed.push(one);
    else if (reserved.has(one.step.name)) atHome.set(one.step.name, one.step);
    else throw new Error(`The step “${one.step.name}” has no place: say before or after which one it goes.`);
  }
  const steps = list.map((one) => (typeof one === 'string' ? filled(one, atHome) : one));
  insertAll(steps, placed);
  return steps;
}

function assertDistinct(steps: readonly Named[]): void {
  const names = steps.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`There are two steps called “${twice}”.`);
}

function filled<S>(name: string, steps: ReadonlyMap<string, S>): S {
  const step = steps.get(name);
  if (!step) throw new Error(`Nobody has added the step “${name}”. Is its plugin missing?`);
  return step;
}

/** A place may refer to a step that is added later, so what cannot be placed yet is tried again. */
function insertAll<S extends Named>(steps: S[], placed: readonly Added<S>[]): void {
  let waiting = placed;
  while (waiting.length > 0) {
    const left = waiting.filter((one) => !insert(steps, one));
    if (left.length === waiting.length) {
      const [{ step, place }] = left as [Added<S>];
      throw new Error(`The step “${step.name}” goes next to “${nameIn(place)}”, which does not exist.`);
    }
    waiting = left;
  }
}

function insert<S extends Named>(steps: S[], { step, place }: Added<S>): boolean {
  const at = steps.findIndex(({ name }) => name === nameIn(place));
  if (at === -1) return false;
  steps.splice(place && 'after' in place ? at + 1 : at, 0, step);
  return true;
}

const nameIn = (place: Place | undefined): string | undefined =>
  place && ('before' in place ? place.before : place.after);
