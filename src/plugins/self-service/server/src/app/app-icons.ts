import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import sharp from 'sharp';
import { openRoute } from '#src/platform/http/open-route';
import { appCity } from './app-city';

/** An icon of the installed app; a maskable one is cut to any form by the device. */
interface Icon {
  readonly name: string;
  readonly size: number;
  readonly purpose: 'any' | 'maskable';
}

const TOUCH: Icon = { name: 'icon.180', size: 180, purpose: 'maskable' };
const ICONS: readonly Icon[] = [
  TOUCH,
  { name: 'icon.192', size: 192, purpose: 'any' },
  { name: 'icon.512', size: 512, purpose: 'any' },
  { name: 'icon.maskable', size: 512, purpose: 'maskable' },
];

// A shop: awning, wall, door, window. In a field of 100; a maskable one keeps the middle 80 % free (W3C, Web App Manifest).
const SHOP = `
<path d="M22 24h56l8 20a8 8 0 0 1-16 2 10 8 0 0 1-20 0 10 8 0 0 1-20 0 8 8 0 0 1-16-2z" fill="#fff"/>
<path d="M24 58h52v20H24z" fill="#fff"/>
<path d="M31 64h20v14H31z" fill="COLOUR"/>
<path d="M57 64h12v8H57z" fill="COLOUR"/>`;

function drawing({ purpose }: Icon, colour: string): string {
  const isMaskable = purpose === 'maskable';
  const ground = isMaskable
    ? `<path d="M0 0h100v100H0z" fill="${colour}"/>`
    : `<rect width="100" height="100" rx="20" fill="${colour}"/>`;
  const scale = isMaskable ? 'translate(12 12) scale(.76)' : 'translate(2 2) scale(.96)';
  const shop = SHOP.replaceAll('COLOUR', colour);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${ground}<g transform="${scale}">${shop}</g></svg>`;
}

const draw = (icon: Icon, colour: string): Promise<Buffer> =>
  sharp(Buffer.from(drawing(icon, colour)), { density: 72 * (icon.size / 100) })
    .resize(icon.size, icon.size)
    .png()
    .toBuffer();

const addressOf = ({ name }: Icon, colour: string): string =>
  `/my-business/${name}.png?main=${colour.slice(1)}`;

/** The address of the icon for a home screen that reads no manifest. */
export const touchIconIn = (colour: string): string => addressOf(TOUCH, colour);

/** The addresses of the icons in the city's colour, for a manifest. */
export const iconsIn = (colour: string) =>
  ICONS.map((icon) => ({
    src: addressOf(icon, colour),
    sizes: `${icon.size}x${icon.size}`,
    type: 'image/png',
    purpose: icon.purpose,
  }));

/** Serves the icons. Each is drawn once, and again when the city has another colour. Call in `register()`. */
export function serveAppIcons(strapi: Core.Strapi): void {
  strapi.server.routes(
    ICONS.map((icon) => {
      let drawn: { readonly colour: string; readonly bytes: Promise<Buffer> } | undefined;
      return openRoute('GET', `/my-business/${icon.name}.png`, async (ctx: Context) => {
        const { colour } = await appCity(strapi);
        if (drawn?.colour !== colour) drawn = { colour, bytes: draw(icon, colour) };
        ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
        ctx.type = 'image/png';
        ctx.body = await drawn.bytes;
      });
    }),
  );
}
