import { z } from 'zod';
import { personalAddress } from '../../domain/email-address';
import { coded } from './zod-refusal';

/** An e-mail address of a person in a body; parsed into the form in which addresses are stored and compared. */
export const emailField = z.string({ error: 'email-shape' }).transform((text, context) => {
  const address = personalAddress(text);
  if (address !== undefined) return address;
  context.addIssue({ code: 'custom', ...coded('email-shape') });
  return z.NEVER;
});
