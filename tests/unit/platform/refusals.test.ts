import { errors } from '@strapi/utils';
import { z } from 'zod';
import { assertNothing, Refusal, refused, refusedParameter } from '#src/platform/refusals/refusal';
import { asMessage, refusalIn, translated } from '#src/platform/refusals/strapi-errors';
import { AS_PARAMETERS, coded, parse } from '#src/platform/refusals/zod-refusal';

const thrownBy = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

test('a refusal has one body, in the language of the reader', () => {
  const refusal = refused('hours-too-many', ['hours', 1, 'rule'], { count: 9, maximum: 8 });
  expect(refusal.body('de')).toEqual({
    data: null,
    error: {
      status: 400,
      name: 'ValidationError',
      message: expect.stringMatching(/^Öffnungszeiten 2 › Regel: Das ist der 9/) as string,
      details: {
        code: 'hours-too-many',
        errors: [
          {
            code: 'hours-too-many',
            path: ['hours', 1, 'rule'],
            message: expect.stringContaining('Öffnungszeiten 2 › Regel') as string,
          },
        ],
      },
    },
  });
  expect(refusal.body('en').error.message).toMatch(/^Opening hours 2 › Rule: /);
});

test('only a refusal about a field is a ValidationError: for anything else Strapi’s forms show a message', () => {
  expect(refused('name-taken').name).toBe('ApplicationError');
  expect(refused('name-taken', ['name']).name).toBe('ValidationError');
});

test('of a body with very many mistakes fifty are named', () => {
  const grounds = Array.from({ length: 2_000 }, (_, at) => ({
    code: 'field-unknown' as const,
    path: [`f${at}`],
  }));
  expect(thrownBy(() => assertNothing(grounds)).grounds).toHaveLength(50);
});

test('it is an error of Strapi, with status, name, facts and cause', () => {
  const cause = new Error('x');
  const refusal = refused('took-too-long', [], {}, { retryAfter: 10, facts: { way: 'out' }, cause });
  expect(refusal).toBeInstanceOf(errors.ApplicationError);
  expect(refusal).toMatchObject({ status: 503, name: 'ServiceUnavailableError', retryAfter: 10, cause });
  expect(refusal.body('en').error.details).toMatchObject({ way: 'out', retryAfterSeconds: 10 });
});

test('a parameter is called by its name, even if a field of that name has a label', () => {
  const refusal = refusedParameter('parameter-repeated', 'district');
  expect(refusal.body('de').error.message).toMatch(/^district: /);
});

test('several grounds make one refusal, duplicates are merged, and no grounds make none', () => {
  const required = { code: 'required', path: ['name'] } as const;
  const refusal = thrownBy(() => assertNothing([required, required, { ...required, path: ['slug'] }]));
  expect(refusal.body('en').error.details.errors.map(({ path }) => path)).toEqual([['name'], ['slug']]);
  expect(() => assertNothing([])).not.toThrow();
});

describe('zod', () => {
  const schema = z.strictObject({
    size: z.number().max(5),
    hours: z.array(z.strictObject({ rule: z.string() })).optional(),
    name: z
      .string()
      .superRefine((_value, context) => context.addIssue({ code: 'custom', ...coded('name-lines') }))
      .optional(),
  });

  test('names every field with a code, lists by position', () => {
    const refusal = thrownBy(() => parse(schema, { size: 9, hours: [{ rule: 1 }], name: 'x', other: 1 }));
    expect(refusal.body('en').error.details.errors).toMatchObject([
      {
        code: 'value-too-long',
        path: ['size'],
        message: expect.stringContaining('give 5 at most') as string,
      },
      { code: 'field-shape', path: ['hours', 0, 'rule'] },
      { code: 'name-lines', path: ['name'] },
      { code: 'field-unknown', path: ['other'] },
    ]);
  });

  test('server-owned fields are distinguished from unknown ones', () => {
    const reading = { attributes: new Set(['owner']) };
    const refusal = thrownBy(() => parse(schema, { size: 1, owner: 1, other: 1 }, reading));
    expect(refusal.body('de').error.details.errors.map(({ code }) => code)).toEqual([
      'field-not-writable',
      'field-unknown',
    ]);
  });

  test('parameters are called as they are written', () => {
    const refusal = thrownBy(() => parse(z.strictObject({}), { hours: '1' }, AS_PARAMETERS));
    expect(refusal.body('de').error.message).toMatch(/^hours: /);
  });
});

describe('what Strapi says', () => {
  test.each([
    [new errors.ValidationError('Invalid identifier or password'), 400, 'sign-in-failed', []],
    [new errors.ForbiddenError(), 403, 'forbidden', []],
    [new errors.NotFoundError(), 404, 'not-found', []],
    [
      new errors.ValidationError('Invalid key nope', { key: 'nope', path: 'nope' }),
      400,
      'key-refused',
      ['nope'],
    ],
    [
      new errors.ValidationError('Invalid key nope at filters.nope', { key: 'nope', path: 'filters.nope' }),
      400,
      'key-refused',
      ['filters', 'nope'],
    ],
    [new errors.RateLimitError(), 429, 'too-many-requests', []],
    [Object.assign(new Error('request entity too large'), { status: 413 }), 413, 'content-too-large', []],
    [
      Object.assign(new SyntaxError('Unexpected token a in JSON'), { status: 400 }),
      400,
      'json-malformed',
      [],
    ],
    [new errors.PayloadTooLargeError('a.b[0].jpg exceeds size limit of 1 MB.'), 413, 'file-too-large', []],
    [new Error(asMessage('password-short', { minimum: 10 })), 400, 'password-short', []],
    [new errors.ApplicationError('User not active'), 400, 'account-blocked', []],
    [
      new errors.ValidationError('ValidationError', { currentPassword: ['Invalid credentials'] } as never),
      400,
      'password-current-wrong',
      ['currentPassword'],
    ],
  ])('%s', (thrown, status, code, path) => {
    const known = refusalIn(thrown) ?? translated({ status: 400, message: thrown.message });
    expect(known.status).toBe(status);
    expect(known.body('de').error.details).toMatchObject({ code, errors: [{ code, path }] });
    expect(known.body('de').error.message).not.toBe(known.body('en').error.message);
  });

  test.each(['refusal:nonsense:{}', 'refusal:forbidden:{broken}'])(
    'a message that only looks like one of ours is passed on unchanged: %s',
    (message) => {
      expect(translated({ status: 400, message }).body('en').error.details.code).toBe('bad-request');
    },
  );

  test('a file is called by its name, which is no path', () => {
    const refusal = translated({ status: 413, message: 'ferien.2026[1].jpg exceeds size limit of 1 MB.' });
    expect(refusal.body('de').error.message).toMatch(/^ferien\.2026\[1\]\.jpg: /);
    expect(refusal.body('de').error.details.errors[0]?.path).toEqual([]);
  });

  test('yup names each value, with positions as numbers', () => {
    const details = {
      errors: [
        {
          path: ['hours', '0', 'rule'],
          message: 'hours[0].rule is a required field',
          name: 'ValidationError',
        },
        { path: ['email'], message: 'email must be a valid email' },
        { path: ['size'], message: 'size must be at least 8 characters' },
        { path: ['x'], message: 'something else' },
      ],
    };
    const refusal = translated({ status: 400, message: '4 errors occurred', details });
    expect(refusal.body('en').error.details.errors).toMatchObject([
      { code: 'value-missing', path: ['hours', 0, 'rule'] },
      { code: 'email-shape', path: ['email'] },
      { code: 'value-too-short', path: ['size'], message: expect.stringContaining('8') as string },
      { code: 'value-refused', path: ['x'], message: 'x: something else' },
    ]);
  });

  test('an error without our own wording keeps its English sentence and its status', () => {
    const refusal = translated({ status: 418, message: 'I am a teapot' });
    expect(refusal.body('en').error).toMatchObject({
      status: 418,
      message: 'The request is not possible like this: I am a teapot',
      details: { code: 'bad-request' },
    });
  });

  test('a bug is not a refusal', () => {
    expect(refusalIn(new TypeError('x is not a function'))).toBeUndefined();
    expect(refusalIn('text')).toBeUndefined();
  });
});
