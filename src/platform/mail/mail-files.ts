import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mailFolder } from './mail-settings';

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(folder, name));

const isTo = (message: string, address: string): boolean => {
  const [head = ''] = message.split(/\r?\n\r?\n/, 1);
  return /^to: (.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.toLowerCase().includes(address) ?? false;
};

/** Removes mails to an address that were written to the mail folder instead of being sent. @param address in lower case */
export async function removeMailFilesTo(address: string): Promise<void> {
  const folder = mailFolder(process.env);
  if (folder === undefined) return;
  for (const path of await filesIn(folder))
    if (isTo(await readFile(path, 'latin1').catch(() => ''), address)) await rm(path, { force: true });
}

/** Removes mails from the mail folder that were written before a moment. @returns how many */
export async function removeMailFilesBefore(moment: Date): Promise<number> {
  const folder = mailFolder(process.env);
  if (folder === undefined) return 0;
  let removed = 0;
  for (const path of await filesIn(folder)) {
    if ((await stat(path)).mtime >= moment) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
