import type { SelfService } from '@stadtverbund/client';
import { isValues, withValueAt, type Path, type Values } from '../../domain/values';
import { isPending, type PendingFile, type StoredFile } from './picture-value';

interface Found {
  readonly path: Path;
  readonly file: PendingFile;
}

function pendingIn(values: unknown, path: Path = []): readonly Found[] {
  if (isPending(values)) return [{ path, file: values }];
  if (Array.isArray(values)) return values.flatMap((one, at) => pendingIn(one, [...path, at]));
  if (!isValues(values) || values instanceof Blob) return [];
  return Object.entries(values).flatMap(([name, one]) => pendingIn(one, [...path, name]));
}

/** How many pictures are not uploaded yet. */
export const pendingCount = (values: Values): number => pendingIn(values).length;

interface Refused {
  readonly status: number;
  readonly errors: readonly { readonly message: string }[];
}

const isRefused = (error: unknown): error is Error & Refused =>
  error instanceof Error && 'status' in error && 'errors' in error;

/** A refusal of a picture, said at the field that has it. */
class PictureRefused extends Error {
  readonly status: number;
  readonly errors: readonly { readonly path: Path; readonly message: string }[];

  constructor(refusal: Error & Refused, path: Path) {
    super(refusal.message, { cause: refusal });
    this.status = refusal.status;
    this.errors = refusal.errors.map((error) => ({ ...error, path }));
  }
}

// What arrived before the connection was lost is not sent again.
const uploaded = new WeakMap<Blob, StoredFile>();

async function upload(
  { file: { pending, name }, path }: Found,
  mine: Pick<SelfService, 'upload'>,
): Promise<StoredFile> {
  const known = uploaded.get(pending);
  if (known) return known;
  try {
    const [stored] = await mine.upload([new File([pending], name, { type: pending.type })]);
    if (!stored) throw new Error('The city has answered without the picture.');
    uploaded.set(pending, stored);
    return stored;
  } catch (error) {
    throw isRefused(error) ? new PictureRefused(error, path) : error;
  }
}

/** The values with what the city has answered in the place of each picture that is uploaded. */
export const withUploaded = (values: Values): Values =>
  pendingIn(values).reduce((result, { path, file }) => {
    const stored = uploaded.get(file.pending);
    return stored ? (withValueAt(result, path, stored) as Values) : result;
  }, values);

/**
 * Uploads every picture that is not uploaded yet, one after the other.
 * @param onStep is told before each which one it is, beginning with 1, and of how many
 * @returns the values with what the city has answered in the place of each
 * @throws what the client throws; a refusal names the field with the picture in `errors[].path`
 */
export async function uploadPending(
  values: Values,
  mine: Pick<SelfService, 'upload'>,
  onStep?: (at: number, of: number) => void,
): Promise<Values> {
  const found = pendingIn(values);
  for (const [at, one] of found.entries()) {
    onStep?.(at + 1, found.length);
    await upload(one, mine);
  }
  return withUploaded(values);
}
