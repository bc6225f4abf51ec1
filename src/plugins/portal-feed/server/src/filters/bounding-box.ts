import { z } from 'zod';
import type { ListingFacts } from '#src/listing/index';
import { coded } from '#src/platform/refusals/zod-refusal';
import type { BoundingBox } from '../contract';
import type { Filter } from './filter';

const boundingBoxSchema = z
  .strictObject({
    south: z.number().min(-90).max(90),
    west: z.number().min(-180).max(180),
    north: z.number().min(-90).max(90),
    east: z.number().min(-180).max(180),
  })
  .superRefine((box, context) => {
    if (box.south >= box.north)
      context.addIssue({ code: 'custom', path: ['north'], ...coded('box-north-south') });
    if (box.west >= box.east) context.addIssue({ code: 'custom', path: ['east'], ...coded('box-east-west') });
  });

/** Only what lies in a part of the map. */
export const boundingBox: Filter<BoundingBox | null, ListingFacts['point']> = {
  key: 'boundingBox',
  none: null,
  schema: () => boundingBoxSchema.nullable(),
  fact: 'point',
  factOf: ({ facts }) => facts.point,
  matches: (box, point) =>
    box !== null &&
    point !== null &&
    point.latitude >= box.south &&
    point.latitude <= box.north &&
    point.longitude >= box.west &&
    point.longitude <= box.east,
  field: async (choices) => ({ kind: 'box', city: (await choices.city()).boundingBox }),
};
