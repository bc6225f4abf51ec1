import { createHash, randomBytes } from 'node:crypto';
import { startedApp } from './started-app';

/** Links as releases up to 0.1 mailed them: their secrets, which must keep working after an update. */

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const random = (): string => randomBytes(32).toString('hex');

async function store(email: string, data: object): Promise<void> {
  const users = startedApp().strapi.db.query('plugin::users-permissions.user');
  await users.update({ where: { email }, data });
}

/** Of `/api/auth/email-confirmation?confirmation=…` */
export async function earlierConfirmation(email: string): Promise<string> {
  const token = random();
  await store(email, { confirmationToken: hashOf(token) });
  return token;
}

/** A token with its end in its last eight digits, in seconds since 1970. */
export const expiringToken = (endsAt: Date): string =>
  random() +
  Math.floor(endsAt.getTime() / 1000)
    .toString(16)
    .padStart(8, '0');

/** Of `/account/reset-password.html#code=…` */
export async function earlierReset(email: string): Promise<string> {
  const code = expiringToken(new Date(Date.now() + 3_600_000));
  await store(email, { resetPasswordToken: hashOf(code) });
  return code;
}

/** Of `/account/invitation.html#token=…`, for the newest invitation to an address. */
export async function earlierInvitation(email: string): Promise<string> {
  const token = random();
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: unknown[] }>(
    `update stadtverbund.invitation set token_hash = :hash where id =
      (select id from stadtverbund.invitation where email = :email order by created_at desc limit 1) returning 1`,
    { hash: hashOf(token), email },
  );
  if (rows.length === 0) throw new Error(`There is no invitation to ${email}.`);
  return token;
}
