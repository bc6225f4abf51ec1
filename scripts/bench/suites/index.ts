import type { Suite } from '../options';
import { runCached } from './cached';
import type { RunSuite } from './context';
import { runExplain } from './explain';
import { runFeed } from './feed';
import { runImportSuite } from './import';
import { runScale } from './scale';
import { runUncached } from './uncached';

export const RUN: Readonly<Record<Suite, RunSuite>> = {
  cached: runCached,
  uncached: runUncached,
  scale: runScale,
  feed: runFeed,
  import: runImportSuite,
  explain: runExplain,
};
