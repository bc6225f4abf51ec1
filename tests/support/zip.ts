import { fromBufferPromise } from 'yauzl';

/** The files of a ZIP archive as text, by their paths; pictures as Latin-1. */
export async function filesInZip(archive: Buffer): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true, validateEntrySizes: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const isText = /\.(json|txt)$/.test(entry.fileName);
    files[entry.fileName] = Buffer.concat(chunks).toString(isText ? 'utf8' : 'latin1');
  }
  return files;
}
