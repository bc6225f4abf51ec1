import { jsonErrorLine, jsonErrorText } from '#src/import/domain/json-error-line';

const messageOf = (text: string): string => {
  try {
    JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the text should not be JSON');
};

describe('the line of a mistake in JSON', () => {
  test.each([
    ['a stray comma', '{\n "type": "FeatureCollection",\n "features": [,]\n}', 3],
    ['a missing end', '{\n "a": [1,\n2', 3],
    ['a first character that is none', 'x', 1],
    ['an unquoted name in a long text', `{"a": 1,\n${'"b": "some text",\n'.repeat(20)}c: 2}`, 22],
  ])('is found for %s', (_description, text, line) => {
    expect(jsonErrorLine(text, messageOf(text))).toBe(line);
    expect(jsonErrorText(messageOf(text))).not.toMatch(/\n|FeatureCollection/);
  });
});
