import { reasonsAgainst } from '#src/plugins/pages/server/src/law/domain/conformity';
import { measurement } from '#src/plugins/pages/server/src/law/domain/measurement';
import stored from '../../../../public/accessibility.json';

const finding = { rule: 'image-alt', help: { de: 'Bild', en: 'Image' }, pages: ['start'] };

it.each([
  ['all is well', { violations: [] }, 0, true, []],
  ['a rule is violated', { violations: [finding] }, 0, true, ['violations']],
  ['the city knows of a barrier', { violations: [] }, 1, true, ['issues']],
  ['only a program has checked', { violations: [] }, 0, false, ['byHand']],
  ['nothing was measured', undefined, 0, true, ['unmeasured']],
  ['all of it', { violations: [finding] }, 2, false, ['violations', 'issues', 'byHand']],
])(
  'a website is fully compliant only if nothing speaks against it: %s',
  (_what, measured, issues, isCheckedByHand, reasons) => {
    expect(reasonsAgainst({ measured, issues, isCheckedByHand })).toEqual(reasons);
  },
);

it('the measurement that the release carries can be read, and found nothing', () => {
  const { violations, views, pages, widths } = measurement.parse(stored);
  expect(violations).toEqual([]);
  expect(views).toBe(pages.length * 2 * widths.length);
});
