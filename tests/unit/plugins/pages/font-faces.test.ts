import { fontFaces } from '#src/plugins/pages/server/src/domain/font-faces';

const css = fontFaces(
  [{ url: '/pages/font-latin.0.woff2', characters: 'U+0000-00FF, U+0131' }],
  '/pages/font-licence.0.txt',
);
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rules = '']) => rules);
const percent = (rules: string, name: string): number =>
  Number(rules.split(`${name}: `)[1]?.split('%')[0]) / 100;

it('the font comes from here, is shown once it is there, and names its licence', () => {
  expect(faces[0]).toContain("src: url('/pages/font-latin.0.woff2') format('woff2')");
  expect(faces[0]).toContain('font-display: swap');
  expect(faces[0]).toContain('unicode-range: U+0000-00FF, U+0131');
  expect(css).toMatch(/^\/\* Source Sans 3.*SIL Open Font License.*\/pages\/font-licence\.0\.txt \*\//);
  expect(css.match(/url\(/g)).toHaveLength(1);
});

it('what stands in for it is as high, whatever its own size', () => {
  const standIns = faces.slice(1);
  expect(standIns.length).toBeGreaterThan(2);
  const high = 1.06 * (1.024 + 0.4);
  for (const rules of standIns) {
    const lines = percent(rules, 'ascent-override') + percent(rules, 'descent-override');
    expect(lines * percent(rules, 'size-adjust')).toBeCloseTo(high, 3);
    expect(percent(rules, 'line-gap-override')).toBe(0);
  }
});
