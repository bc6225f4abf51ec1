import fc from 'fast-check';
import { LANGUAGES, type Language } from '#src/languages/language';
import { checkOpeningRule } from '#src/domain/opening-rule';
import type { HoursAnswer } from '#src/opening-hours/domain/shorthand/answer';
import { MAX_HOURS_TEXT, readHours } from '#src/opening-hours/domain/shorthand/read-hours';
import { anyHoursText, writtenWeek } from '#tests/support/human-hours';
import { DORTMUND, openOn, someWeeks, weeksFrom } from '#tests/support/opening-weeks';
import { spokenHours } from '#tests/support/spoken-hours';

jest.setTimeout(120_000);

const expectQuestions = ({ questions }: HoursAnswer, codes: readonly string[]): void =>
  expect(codes).toEqual(expect.arrayContaining(questions.map(({ code }) => code)));

describe.each(LANGUAGES)('a week, however it is written in %s,', (language) => {
  it('is read as that week, and said so that it is read again', () => {
    fc.assert(
      fc.property(writtenWeek(language), fc.constantFrom(...LANGUAGES), ({ text, osm }, reader) => {
        const answer = readHours(text, reader);
        expect(answer).toMatchObject({ understood: 'exact', questions: [], left: [] });
        expect(openOn(answer.rule ?? '', someWeeks)).toEqual(openOn(osm, someWeeks));
        const again = readHours(answer.reading.join('\n'), reader);
        // "6–8 Uhr" is what people say; who only reads it may ask whether the morning is meant.
        if (again.questions.length > 0) expectQuestions(again, ['half-of-day']);
        else expect(again).toMatchObject({ understood: 'exact', rule: answer.rule });
      }),
      { numRuns: 400 },
    );
  });
});

describe.each(LANGUAGES)(
  'hours with exceptions, parts of the year and dates, as they are spoken in %s,',
  (language) => {
    const weeks = [
      weeksFrom('2026-03-30', 6),
      weeksFrom('2026-07-06', 9),
      weeksFrom('2026-10-12', 3),
      weeksFrom('2026-12-14', 4),
    ];

    it('are the same hours where they are understood exactly, and else asked about', () => {
      let [exact, clear] = [0, 0];
      fc.assert(
        fc.property(spokenHours(language), ({ text, osm }) => {
          const { understood, rule = '', questions, left } = readHours(text, language);
          if (osm !== undefined) clear += 1;
          if (understood !== 'exact') return void expect([...questions, ...left]).not.toEqual([]);
          exact += 1;
          expect(osm).toBeDefined();
          expect(openOn(rule, weeks)).toEqual(openOn(osm ?? '', weeks));
        }),
        { numRuns: 300 },
      );
      // Asking about everything would be no reading.
      expect(exact / clear).toBeGreaterThan(0.7);
    });
  },
);

describe('any text', () => {
  const expectHonest = (text: string, language: Language) => {
    const answer = readHours(text, language);
    const { understood, rule, questions, left, reading } = answer;
    for (const part of [...questions, ...left]) expect(part.text).toBe(text.slice(part.start, part.end));
    expect(understood === 'no').toBe(rule === undefined);
    expect(reading.length > 0).toBe(rule !== undefined);
    if (understood === 'exact') expect([questions, left]).toEqual([[], []]);
    if (understood === 'no') expect(questions).not.toEqual([]);
    if (rule !== undefined) expect(checkOpeningRule(rule, DORTMUND, language)).toMatchObject({ ok: true });
    return answer;
  };

  it('is read or asked about, and what is understood is a rule', () => {
    fc.assert(
      fc.property(anyHoursText, fc.constantFrom(...LANGUAGES), (text, language) => {
        const { questions } = expectHonest(text, language);
        for (const { start, end, code, choices } of questions)
          for (const choice of choices) {
            const chosen = expectHonest(text.slice(0, start) + choice + text.slice(end), language);
            // What was chosen is not asked again.
            expect(chosen.questions.filter((one) => one.start === start && one.code === code)).toEqual([]);
          }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not read where it is too long', () => {
    const text = 'Mo 9-12 '.repeat(MAX_HOURS_TEXT / 8) + '.';
    expect(readHours(text, 'de')).toMatchObject({ understood: 'no', questions: [{ code: 'text-too-long' }] });
  });

  it('is a rule of its own where it is one', () => {
    fc.assert(
      fc.property(writtenWeek('de'), ({ osm }) => {
        // Rules that add up are for the library to read.
        fc.pre(!osm.includes(', '));
        expect(readHours(` ${osm} `, 'de')).toMatchObject({ understood: 'exact', rule: osm });
      }),
    );
  });
});
