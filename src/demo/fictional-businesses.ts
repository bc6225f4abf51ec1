import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type {
  BusinessRecord,
  CampaignRecord,
  HoursRecord,
  OfferRecord,
  PictureRecord,
} from '../import/domain/record';
import type { CampaignFile, FictionalBusinessFile, PictureFile } from './city-files';
import { ensurePicture } from './pictures';

const RELATIVE = /^today([+-]\d+)$/;

const DAY_MS = 86_400_000;

/**
 * `today-20` and `today+40` as `YYYY-MM-DD`, counted from the day of `now`; any other text is returned unchanged. This
 * keeps demo campaigns running whenever the demo is started.
 */
const relativeDay = (text: string, now: Date): string => {
  const days = RELATIVE.exec(text)?.[1];
  if (days === undefined) return text;
  return new Date(now.getTime() + Number(days) * DAY_MS).toISOString().slice(0, 10);
};

/** The same as a moment: midnight UTC of that day. */
const relativeMoment = (text: string, now: Date): string =>
  RELATIVE.test(text) ? `${relativeDay(text, now)}T00:00:00.000Z` : text;

interface Context {
  strapi: Core.Strapi;
  /** The city's folder. */
  folder: string;
  now: Date;
}

const picture = (
  { strapi, folder }: Context,
  file: PictureFile | undefined,
): Promise<PictureRecord> | undefined => file && ensurePicture(strapi, folder, file);

const dated = <T extends { validFrom?: string; validThrough?: string }>(value: T, now: Date): T => ({
  ...value,
  ...(value.validFrom ? { validFrom: relativeDay(value.validFrom, now) } : {}),
  ...(value.validThrough ? { validThrough: relativeDay(value.validThrough, now) } : {}),
});

const campaignOf = async (context: Context, campaign: CampaignFile): Promise<CampaignRecord> => {
  const { image: file, startsAt, endsAt, ...rest } = campaign;
  const image = await picture(context, file);
  return {
    ...rest,
    startsAt: relativeMoment(startsAt, context.now),
    endsAt: relativeMoment(endsAt, context.now),
    ...(image ? { image } : {}),
  };
};

/** A fictional business as a record of the importer, its pictures uploaded. */
export async function fictionalBusiness(
  context: Context,
  file: FictionalBusinessFile,
): Promise<BusinessRecord> {
  const { externalId, logo, photos = [], offers = [], campaigns = [], hours, ...rest } = file;
  const campaignRecords: CampaignRecord[] = [];
  for (const campaign of campaigns) campaignRecords.push(await campaignOf(context, campaign));
  const photoRecords: PictureRecord[] = [];
  for (const photo of photos) photoRecords.push(await ensurePicture(context.strapi, context.folder, photo));
  const logoRecord = await picture(context, logo);
  return {
    type: 'business',
    ...rest,
    source: { system: 'demo', externalId },
    hours: hours.map((one): HoursRecord => dated(one, context.now)),
    offers: offers.map((one): OfferRecord => dated(one, context.now)),
    campaigns: campaignRecords,
    photos: photoRecords,
    ...(logoRecord ? { logo: logoRecord } : {}),
  };
}

export const cityFolder = (dataDir: string, city: string): string => join(dataDir, 'cities', city);
