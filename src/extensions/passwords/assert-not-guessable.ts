import type { Core } from '@strapi/strapi';
import { knownCity } from '../../city/known-city';
import { refused } from '../../platform/refusals/refusal';
import { isGuessable } from './domain/guessable-password';

const SERVICE = 'Stadtverbund';

/** The owner of the password: what others know about them. */
type Person = Readonly<
  Partial<Record<'email' | 'username' | 'firstname' | 'lastname', string | null | undefined>>
>;

/**
 * Refuses a new password that is among the first to be tried; existing ones stay valid.
 * @param people what is known about the account, now and after the change
 * @throws Refusal `password-common` at the field
 */
export async function assertNotGuessable(
  strapi: Core.Strapi,
  password: string,
  people: readonly (Person | null | undefined)[],
): Promise<void> {
  const { city } = await knownCity(strapi);
  const names = people.flatMap((person) => [
    person?.email,
    person?.username,
    person?.firstname,
    person?.lastname,
  ]);
  const known = [SERVICE, city?.name, ...names].filter((name) => typeof name === 'string');
  if (isGuessable(password, known)) throw refused('password-common', ['password']);
}
