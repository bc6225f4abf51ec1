import type { Language } from '#src/languages/language';
import type { Asked, HoursAnswer, Part, Question } from './answer';
import { splitAppointments } from './appointments';
import { itemsOf } from './items';
import { HOURS_WORDS } from './languages';
import { lexemesOf } from './lexemes';
import { readPlainRule } from './plain-rule';
import { printRule } from './print';
import { sayRule } from './say';
import { scopesOf } from './scopes';
import { blocksOf, isOpenEveryDay, type Block } from './week';

/** A pasted table of a week with noon breaks in full words is 400 characters. */
export const MAX_HOURS_TEXT = 1000;

// OSM values end there, and so does the field.
const MAX_RULE = 255;

/** Whether a rule says all that the text says, be it with a remark in quotes. */
export const isWhole = (answer: HoursAnswer): answer is HoursAnswer & { readonly rule: string } =>
  answer.rule !== undefined && answer.questions.length === 0 && answer.left.length === 0;

interface Understood {
  readonly blocks: readonly Block[];
  readonly besides: readonly string[];
  readonly asked: readonly Asked[];
  readonly left: readonly (readonly [start: number, end: number])[];
}

function understand(text: string): Understood {
  const asked: Asked[] = [];
  const left: [number, number][] = [];
  const ask = (
    code: Asked['code'],
    { start, end }: Omit<Part, 'text'>,
    choices: readonly string[] = [],
  ): void => {
    if (!asked.some((one) => one.code === code && one.start === start && one.end === end))
      asked.push({ code, start, end, choices });
  };
  const leave = ({ start, end }: Omit<Part, 'text'>): void => {
    const last = left.at(-1);
    // Words beside each other are one remark.
    if (last && /^[\s.,:]*$/.test(text.slice(last[1], start))) last[1] = end;
    else left.push([start, end]);
  };
  const { items, besides } = splitAppointments(itemsOf(lexemesOf(text), ask, leave), ask);
  const noClosedDay = items.find(({ kind }) => kind === 'noClosedDay');
  const scopes = scopesOf(
    items.filter(({ kind }) => kind !== 'noClosedDay'),
    ask,
  );
  const blocks = blocksOf(scopes, ask);
  if (noClosedDay && !isOpenEveryDay(blocks)) ask('every-day', noClosedDay);
  return { blocks, besides, asked, left };
}

/**
 * Reads opening hours as people write them, in any of the languages that we have words for, as the OSM `opening_hours`
 * rule that they mean. Nothing is guessed: what may mean this or that is asked about. A rule stays as it is.
 * @param text at most `MAX_HOURS_TEXT` characters are read
 * @param language of the words in the answer
 */
export function readHours(text: string, language: Language): HoursAnswer {
  const words = HOURS_WORDS[language];
  const put = (all: readonly Asked[]): Question[] =>
    [...all]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ code, start, end, choices }) => {
        const found = text.slice(start, end);
        return {
          code,
          text: found,
          start,
          end,
          sentence: words.say.questions[code].replace('{found}', () => found),
          choices,
        };
      });
  const whole = (code: Asked['code']): HoursAnswer => ({
    understood: 'no',
    reading: [],
    questions: put([{ code, start: 0, end: text.length, choices: [] }]),
    left: [],
  });
  if (text.length > MAX_HOURS_TEXT) return whole('text-too-long');
  const plain = readPlainRule(text);
  if (plain)
    return {
      understood: 'exact',
      rule: text.trim(),
      reading: sayRule(plain, [], words),
      questions: [],
      left: [],
    };
  const { blocks, besides, asked, left } = understand(text);
  const rule = printRule(blocks, besides);
  if (rule.length > MAX_RULE) return whole('rule-too-long');
  const rest = left.map(([start, end]) => ({ text: text.slice(start, end), start, end }));
  if (rule === '' && asked.length === 0) return { ...whole('no-hours'), left: rest };
  const comments =
    besides.length > 0 || blocks.some(({ rows }) => rows.some(({ value }) => value.kind === 'comment'));
  const isWhole = asked.length === 0 && left.length === 0 && !comments;
  return {
    understood: rule === '' ? 'no' : isWhole ? 'exact' : 'partial',
    ...(rule === '' ? {} : { rule }),
    reading: sayRule(blocks, besides, words),
    questions: put(asked),
    left: rest,
  };
}
