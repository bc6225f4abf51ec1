import type { Version } from '../platform/version';

interface Flight<T> {
  readonly version: Version;
  readonly landing: Promise<T>;
}

/** Answers identical questions asked at the same time for the same version only once. */
export class SingleFlight<T> {
  private readonly running = new Map<string, Flight<T>>();

  /** Whether the same is being worked on for this version. */
  isRunning(key: string, version: Version): boolean {
    return this.running.get(key)?.version === version;
  }

  /**
   * Joins the running work for this key and version, or starts it.
   * @returns `joined` says which of the two
   */
  of(key: string, version: Version, start: () => Promise<T>): { landing: Promise<T>; joined: boolean } {
    const known = this.running.get(key);
    // With another version, the running work may have rendered the state before the change that this request must see.
    if (known?.version === version) return { landing: known.landing, joined: true };
    const flight: Flight<T> = {
      version,
      landing: start().finally(() => {
        if (this.running.get(key) === flight) this.running.delete(key);
      }),
    };
    this.running.set(key, flight);
    return { landing: flight.landing, joined: false };
  }
}
