import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '#scripts/lib/project';
import {
  cityTokens,
  coloursIn,
  contrast,
  PAPERS,
  queryOf,
  READABLE,
  readableOn,
  type Colour,
} from '#src/plugins/pages/server/src/domain/colours';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

const css = readFileSync(join(PROJECT_ROOT, 'src/plugins/pages/web/pages.css'), 'utf8');

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#0a4f8a', '#ffffff', 8.37],
] as const)('the contrast of %s and %s is %f', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

it('whatever colour a city has, links and buttons in it can be read', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(PAPERS.light, PAPERS.dark), (main, papers) => {
      const accent = readableOn(main, papers);
      for (const paper of papers) expect(contrast(accent, paper)).toBeGreaterThanOrEqual(READABLE);
      // Its own where it can be read.
      if (papers.every((paper) => contrast(main, paper) >= READABLE)) expect(accent).toBe(main);
    }),
  );
});

it('the papers are those of the style sheet', () => {
  for (const paper of PAPERS.light.slice(1)) expect(css).toContain(`: ${paper};`);
  expect(css).toContain('--paper: #fff;');
  for (const paper of PAPERS.dark) expect(css).toContain(`: ${paper};`);
});

it('the colours of an address are those that were put into it, and nothing else', () => {
  fc.assert(
    fc.property(colour, fc.option(colour, { nil: undefined }), (main, second) => {
      const colours = { main, ...(second ? { second } : {}) };
      expect(coloursIn(new URLSearchParams(queryOf(colours).slice(1)))).toEqual(colours);
      expect(cityTokens(colours)).toMatch(/^[\s\w:#;{}()@-]*$/);
    }),
  );
  expect(coloursIn(new URLSearchParams('main=red}body{&second=12345'))).toEqual({});
  expect([queryOf({}), cityTokens({})]).toEqual(['', '']);
});
