import { inOrderOfFields, problemAtField, problemInSummary } from '#src/platform/pages/problem-said';

it.each([
  ['an API', { field: 'identifier', message: 'identifier: Diese Angabe fehlt.' }, 'E-Mail-Adresse'],
  ['the panel', { field: 'email', message: 'E-Mail: Diese Angabe fehlt.' }, 'E-Mail-Adresse'],
  ['the form', { field: 'email', message: 'E-Mail-Adresse: Diese Angabe fehlt.' }, 'E-Mail-Adresse'],
])('a problem whose field is called as by %s is said with the label of the form', (_by, problem, label) => {
  expect(problemInSummary(problem, label, 'de')).toBe('E-Mail-Adresse: Diese Angabe fehlt.');
  expect(problemAtField(problem, label, 'de')).toBe('Diese Angabe fehlt.');
});

it('a label that asks is a name without its question mark, and a sentence begins with a capital', () => {
  const problem = { field: 'message', message: 'Message: please write what it is about.' };
  expect(problemInSummary(problem, 'What is it about?', 'en')).toBe(
    'What is it about: please write what it is about.',
  );
  expect(problemAtField(problem, 'What is it about?', 'en')).toBe('Please write what it is about.');
});

it('a sentence that names no field stays', () => {
  const problem = { field: 'code', message: 'Der Link ist abgelaufen. Bitte: einen neuen.' };
  expect(problemInSummary(problem, 'Link', 'de')).toBe(problem.message);
  expect(problemAtField(problem, 'Link', 'de')).toBe(problem.message);
  expect(problemInSummary({ message: 'Zu viele Versuche.' }, undefined, 'de')).toBe('Zu viele Versuche.');
});

it('problems stand in the order of the fields', () => {
  const problems = ['b', 'a', undefined].map((field) => ({ message: '', ...(field ? { field } : {}) }));
  const ordered = inOrderOfFields(problems, (field) => ['a', 'b'].indexOf(field));
  expect(ordered.map(({ field }) => field)).toEqual([undefined, 'a', 'b']);
});
