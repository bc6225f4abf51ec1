const PREFIX = 'whsec_';

/** A secret in the form of Standard Webhooks: `whsec_` and the bytes in base64. */
export const webhookSecret = (bytes: Uint8Array): string =>
  `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
