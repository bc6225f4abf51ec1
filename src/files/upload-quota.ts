import type { Core } from '@strapi/strapi';
import { consume, refund } from '../platform/rate-limit/rate-limit';
import type { RateDecision, RateRule } from '../platform/rate-limit/domain/rule';

const DAY_SECONDS = 86_400;
const KILOBYTE = 1024;

/** What one account may upload in a day, across all instances. */
export class UploadQuota {
  private readonly files: RateRule;
  private readonly kilobytes: RateRule;

  /** @param name of the group: contributors and editors are counted separately */
  constructor(name: string, { files, megabytes }: { files: number; megabytes: number }) {
    this.files = { name: `upload-files-${name}`, limit: files, windowSeconds: DAY_SECONDS };
    this.kilobytes = {
      name: `upload-kilobytes-${name}`,
      limit: megabytes * KILOBYTE,
      windowSeconds: DAY_SECONDS,
    };
  }

  /** Takes a request's files off the day's quota; a refused request takes nothing. */
  async take(strapi: Core.Strapi, account: number, sizes: readonly number[]): Promise<RateDecision> {
    const subject = String(account);
    const byFiles = await consume(strapi, this.files, subject, sizes.length);
    if (!byFiles.ok) {
      await refund(strapi, this.files, subject, sizes.length);
      return byFiles;
    }
    const bySize = await consume(strapi, this.kilobytes, subject, kilobytesIn(sizes));
    if (!bySize.ok) await this.giveBack(strapi, account, sizes);
    return bySize;
  }

  /** Files that were refused before they cost anything do not count. */
  async giveBack(strapi: Core.Strapi, account: number, sizes: readonly number[]): Promise<void> {
    await refund(strapi, this.files, String(account), sizes.length);
    await refund(strapi, this.kilobytes, String(account), kilobytesIn(sizes));
  }
}

const kilobytesIn = (sizes: readonly number[]): number =>
  Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE);

/** Enough for the photos of a business and its offers several times over. */
export const contributorQuota = (): UploadQuota =>
  new UploadQuota('contributor', {
    files: Number(process.env.UPLOADS_PER_DAY) || 30,
    megabytes: Number(process.env.UPLOAD_MEGABYTES_PER_DAY) || 100,
  });

/** More than anyone needs in a day, but a stolen session cannot fill the disk. */
export const editorQuota = (): UploadQuota => new UploadQuota('editor', { files: 1_000, megabytes: 2_000 });
