import { z } from 'zod';
import { DELIVERY_STATES } from '../contract';

// Longer lists than any city has of these; a bound, so that no filter slows each event.
const MAX_CHOICES = 500;

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug-malformed' });

const boundingBox = z
  .strictObject({
    south: z.number().min(-90).max(90),
    west: z.number().min(-180).max(180),
    north: z.number().min(-90).max(90),
    east: z.number().min(-180).max(180),
  })
  .refine(({ south, north, west, east }) => south < north && west < east, { error: 'box-reversed' });

const filter = z.strictObject({
  types: z.array(z.string().max(120)).max(MAX_CHOICES).default([]),
  categories: z.array(slug).max(MAX_CHOICES).default([]),
  districts: z.array(slug).max(MAX_CHOICES).default([]),
  postcodes: z
    .array(z.string().regex(/^\d{5}$/, { error: 'postcode-malformed' }))
    .max(MAX_CHOICES)
    .default([]),
  boundingBox: boundingBox.nullable().default(null),
  locales: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'locale-malformed' }))
    .max(MAX_CHOICES)
    .default([]),
});

const name = z.string({ error: 'name-required' }).trim().min(1, { error: 'name-required' }).max(120);
const contactEmail = z.email({ error: 'email-malformed' }).max(254);

/** @param allowHttp `FEED_ALLOW_HTTP`: plain HTTP is for receivers on the same machine, and for trying things out */
const targetUrl = (allowHttp: boolean) =>
  z
    .string()
    .trim()
    .max(2_000)
    .superRefine((value, check) => {
      if (!URL.canParse(value)) return check.addIssue({ code: 'custom', message: 'url-malformed' });
      const { protocol, username, password } = new URL(value);
      if (!['https:', 'http:'].includes(protocol))
        return check.addIssue({ code: 'custom', message: 'url-malformed' });
      if (protocol === 'http:' && !allowHttp)
        return check.addIssue({ code: 'custom', message: 'url-insecure' });
      if (username || password) check.addIssue({ code: 'custom', message: 'url-credentials' });
    })
    .nullable();

/** `POST /portal-feed/portals` */
export const createBody = (allowHttp: boolean) =>
  z.strictObject({
    name,
    contactEmail,
    url: targetUrl(allowHttp).default(null),
    filter: filter.prefault({}),
  });

/** `PUT /portal-feed/portals/:documentId`: what is left out stays. */
export const updateBody = (allowHttp: boolean) =>
  z.strictObject({
    name: name.optional(),
    contactEmail: contactEmail.optional(),
    url: targetUrl(allowHttp).optional(),
    filter: filter.optional(),
    onFilterChange: z.enum(['resend', 'snapshot']).default('snapshot'),
  });

/** `GET /portal-feed/portals/:documentId/deliveries` */
export const deliveriesQuery = z.object({
  state: z.enum([...DELIVERY_STATES, 'open', 'trouble']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** `POST /portal-feed/portals/:documentId/replay`; without `to` it is one event. */
export const replayBody = z
  .strictObject({ from: sequence, to: sequence.optional() })
  .transform(({ from, to }) => ({ from, to: to ?? from }))
  .refine(({ from, to }) => from <= to, { error: 'range-reversed', path: ['to'] });
