import { without, type Span } from '../../../../../src/plugins/directory/server/src/domain/hours/spans';

it('takes many spans away from many at once, not from twice as many each time', () => {
  const days = Array.from({ length: 70 }, (_, day): Span => ({ start: day * 10, end: day * 10 + 10 }));
  const noons = days.map(({ start }): Span => ({ start: start + 4, end: start + 6 }));
  expect(without(days, noons)).toHaveLength(71);
});
