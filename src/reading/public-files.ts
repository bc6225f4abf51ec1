import { traverseEntity } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isObject } from '../domain/is-object';
import { modelGetter } from '../platform/strapi/models';
import { FILE } from '../platform/strapi/schema';

const OUTPUT = 'content-api.output';

// What a site needs to show a file. Not where it is stored, where else it is used, or who uploaded it.
const FILE_FIELDS = [
  'id',
  'documentId',
  'name',
  'url',
  'alternativeText',
  'caption',
  'width',
  'height',
  'formats',
  'mime',
  'ext',
  'size',
] as const;
const FORMAT_FIELDS = ['url', 'width', 'height', 'mime', 'ext', 'size'] as const;

type Node = Record<string, unknown>;

const pick = (node: Node, names: readonly string[]): Node =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(node, name)).map((name) => [name, node[name]]));

/** The formats of an image without their storage location. */
export const publicFormats = (formats: unknown): unknown =>
  isObject(formats)
    ? Object.fromEntries(
        Object.entries(formats).map(([name, format]) => [
          name,
          isObject(format) ? pick(format, FORMAT_FIELDS) : null,
        ]),
      )
    : null;

const publicFile = (file: unknown): unknown => {
  if (Array.isArray(file)) return file.map(publicFile);
  if (!isObject(file)) return file;
  const shown = pick(file, FILE_FIELDS);
  return 'formats' in shown ? { ...shown, formats: publicFormats(shown.formats) } : shown;
};

/** Reduces files in every answer of the content API to what a site needs. */
export function registerPublicFiles(strapi: Core.Strapi): void {
  const getModel = modelGetter(strapi);
  const sanitizer = (schema: { uid: string }) => (data: unknown) => {
    if (schema.uid === FILE) return publicFile(data);
    return traverseEntity(
      ({ key, value, attribute }, target) => {
        if (attribute?.type === 'media') target.set(key, publicFile(value) as never);
      },
      { schema, getModel } as never,
      data as never,
    );
  };
  // Not add(): what it adds first to a path is lost.
  const { sanitizers } = strapi;
  sanitizers.set(OUTPUT, [...sanitizers.get(OUTPUT), sanitizer as never]);
}
