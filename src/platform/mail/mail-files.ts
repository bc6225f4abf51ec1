import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { personalAddress } from '../../domain/email-address';
import { bareAddress } from './domain/message';
import { mailFolder } from './mail-settings';

/** Only of what is not there can be said that nothing is in it: whatever else fails, an erasure has to fail with it. */
async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Mails that were written instead of being sent; also what a crash has left of one. */
async function mailFiles(): Promise<string[]> {
  const folder = mailFolder(process.env);
  const names = folder === undefined ? [] : ((await ifThere(readdir(folder))) ?? []);
  return names.filter((name) => /\.eml(\.part)?$/.test(name)).map((name) => join(folder ?? '', name));
}

/** Whom a mail is to, in the spelling in which addresses are stored; empty if it does not say. */
function addresseeOf(message: string): string {
  const [head = ''] = message.split(/\r?\n\r?\n/, 1);
  const to = /^to: (.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.replace(/\r?\n[ \t]/g, ' ') ?? '';
  return personalAddress(bareAddress(to)) ?? to.toLowerCase();
}

/**
 * Removes mails that were written to the mail folder instead of being sent.
 * @param isMeant asked with the address that a mail is to, in the spelling of `normalEmailAddress`
 * @throws if the folder or a mail in it cannot be read or removed
 */
export async function removeMailFilesTo(isMeant: (address: string) => boolean): Promise<void> {
  for (const path of await mailFiles()) {
    const message = await ifThere(readFile(path, 'utf8'));
    if (message !== undefined && isMeant(addresseeOf(message))) await rm(path, { force: true });
  }
}

/**
 * Removes mails from the mail folder that were written before a moment.
 * @returns how many
 * @throws if the folder cannot be read, or a mail not be removed
 */
export async function removeMailFilesBefore(moment: Date): Promise<number> {
  let removed = 0;
  for (const path of await mailFiles()) {
    const found = await ifThere(stat(path));
    if (!found || found.mtime >= moment) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
