import { z } from 'zod';

const byLanguage = z.object({ de: z.string(), en: z.string() });

const finding = z.object({
  /** As axe-core names it: `color-contrast`. */
  rule: z.string(),
  help: byLanguage,
  /** Names of pages. */
  pages: z.array(z.string()).readonly(),
});

/** What `npm run accessibility` has measured and a release carries. */
export const measurement = z.object({
  /** Of this software. */
  version: z.string(),
  measuredOn: z.iso.date(),
  /** With its version. */
  engine: z.string(),
  /** Tags of axe-core. */
  standards: z.array(z.string()).readonly(),
  /** Widths of the window, in pixels. */
  widths: z.array(z.number()).readonly(),
  /** Kinds of pages by their names, with the addresses that were opened. */
  pages: z.array(z.object({ name: z.string(), paths: byLanguage })).readonly(),
  /** How many pages in how many languages and widths. */
  views: z.number(),
  /** How many rules had something to check. */
  rules: z.number(),
  violations: z.array(finding).readonly(),
  /** What the program cannot decide. */
  incomplete: z.array(finding).readonly(),
});

export type Measurement = z.infer<typeof measurement>;
export type MeasuredFinding = z.infer<typeof finding>;
