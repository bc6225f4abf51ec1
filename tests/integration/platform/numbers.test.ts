import fc from 'fast-check';
import { Pool } from 'pg';
import { startedApp } from '#tests/support/index';

jest.setTimeout(120_000);

let pool: Pool;
let scopes = 0;

beforeAll(() => {
  pool = new Pool({ connectionString: startedApp().databaseUrl, max: 8 });
});

afterAll(() => pool.end());

/** Takes numbers in one transaction. @returns those that were committed */
async function take(scope: string, count: number, isCommitted: boolean): Promise<number[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const taken: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const { rows } = await client.query<{ number: number }>(
        'select stadtverbund.next_number($1, 2026) as number',
        [scope],
      );
      taken.push(rows[0]?.number ?? NaN);
    }
    await client.query(isCommitted ? 'commit' : 'rollback');
    return isCommitted ? taken : [];
  } finally {
    client.release();
  }
}

describe('next_number', () => {
  it('has no gap and no double, however transactions overlap, and whichever are rolled back', async () => {
    const transaction = fc.record({ count: fc.integer({ min: 1, max: 3 }), isCommitted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 12 }), async (transactions) => {
        const scope = `property ${(scopes += 1)}`;
        const taken = await Promise.all(
          transactions.map(({ count, isCommitted }) => take(scope, count, isCommitted)),
        );
        const numbers = taken.flat().sort((one, other) => one - other);
        expect(numbers).toEqual(numbers.map((_number, at) => at + 1));
        expect(await take(scope, 1, true)).toEqual([numbers.length + 1]);
      }),
      { numRuns: 40 },
    );
  });

  it('counts each scope and year for itself', async () => {
    const next = async (scope: string, year: number): Promise<number | undefined> => {
      const sql = 'select stadtverbund.next_number($1, $2) as number';
      return (await pool.query<{ number: number }>(sql, [scope, year])).rows[0]?.number;
    };
    expect(await next('notice', 2026)).toBe(1);
    expect(await next('notice', 2027)).toBe(1);
    expect(await next('invoice', 2026)).toBe(1);
    expect(await next('notice', 2026)).toBe(2);
  });
});
