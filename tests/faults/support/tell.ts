import { writeSync } from 'node:fs';

const STDERR = 2;

/** Says how far it is, at once: Jest keeps console output until a file is done. */
export function tell(text: string): void {
  writeSync(STDERR, `${text}\n`);
}
