import { writeSync } from 'node:fs';

const STDERR = 2;

/** Prints progress immediately, since Jest holds back console output until a file is done. */
export function printProgress(text: string): void {
  writeSync(STDERR, `${text}\n`);
}
