import type { FormField } from '@stadtverbund/client';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import type { Editing } from '../editor';
import { FieldGroup } from '../field-frame';
import { fieldId, useForm } from '../form-context';
import { Chooser, Chosen } from './chooser';
import { useChoosing } from './choosing';
import { PictureButton, PictureRow } from './picture-row';
import {
  IMAGE,
  isPending,
  likelyCredit,
  writtenImage,
  type PendingFile,
  type Picture,
} from './picture-value';

const innerOf = (field: FormField): readonly FormField[] => field.fields ?? [];

const maxBytesOf = (field: FormField): number | undefined =>
  innerOf(field).find(({ name }) => name === IMAGE)?.maxBytes;

/** What a picture begins with once it is chosen. */
const newPicture = (image: PendingFile, field: FormField, credit: string | undefined): Picture => ({
  ...Object.fromEntries(innerOf(field).map(({ name }) => [name, null])),
  ...(credit === undefined ? {} : { credit }),
  image,
});

/** One picture, such as a logo. */
export function PictureEditor(editing: Editing<Picture>): ReactNode {
  const { field, path, value, onChange } = editing;
  const { words } = useApp();
  const form = useForm();
  const id = `${fieldId(form, path)}-choose`;
  const [said, setSaid] = useState('');
  const { waiting, refusals, choose } = useChoosing(maxBytesOf(field), (image) => {
    onChange(value ? { ...value, image } : newPicture(image, field, likelyCredit([], form.values)));
    setSaid(words.photos.ready(field.label));
  });
  const remove = (): void => {
    onChange(null);
    setSaid(words.photos.removed(field.label));
    document.getElementById(id)?.focus();
  };
  return (
    <FieldGroup editing={editing}>
      {value?.image && (
        <PictureRow fields={innerOf(field)} path={path} picture={value} name={field.label} isFirst>
          <PictureButton label={words.photos.remove} of={field.label} onAct={remove} />
        </PictureRow>
      )}
      <Chooser
        id={id}
        label={value?.image ? words.photos.chooseOther : words.photos.chooseOne}
        isMany={false}
        onChosen={(files) => void choose(files, 1)}
      />
      <Chosen {...{ waiting, refusals, said }} />
    </FieldGroup>
  );
}

const numbers = new WeakMap<Blob, number>();
let last = 0;

function numberOf(blob: Blob): number {
  const number = numbers.get(blob) ?? (last += 1);
  numbers.set(blob, number);
  return number;
}

/** The same for the same picture, wherever it is in the list. */
function keysOf(pictures: readonly Picture[]): readonly string[] {
  const keys = pictures.map(({ image }) =>
    isPending(image) ? `pending-${numberOf(image.pending)}` : (writtenImage(image)?.documentId ?? 'none'),
  );
  return keys.map((key, at) => `${key}-${keys.slice(0, at).filter((other) => other === key).length}`);
}

const swapped = (pictures: readonly Picture[], at: number, other: number): readonly Picture[] =>
  pictures.map((picture, place) => pictures[place === at ? other : place === other ? at : place] ?? picture);

/** Pictures in their order; the first is the one in lists. */
export function PicturesEditor(editing: Editing<readonly Picture[]>): ReactNode {
  const { field, path, value, onChange } = editing;
  const { words } = useApp();
  const form = useForm();
  const id = `${fieldId(form, path)}-choose`;
  const pictures = value ?? [];
  const keys = keysOf(pictures);
  const [said, setSaid] = useState('');
  const now = useRef(pictures);
  const toFocus = useRef<string>(undefined);
  useLayoutEffect(() => {
    now.current = value ?? [];
  }, [value]);
  // What was pressed moves with its picture.
  useLayoutEffect(() => {
    if (toFocus.current !== undefined) document.getElementById(toFocus.current)?.focus();
    toFocus.current = undefined;
  });
  const room = (field.maxItems ?? Infinity) - pictures.length;
  const { waiting, refusals, choose } = useChoosing(maxBytesOf(field), (image) => {
    // Of several that were chosen each comes as soon as it is ready, perhaps before the form has the one before.
    const more = [...now.current, newPicture(image, field, likelyCredit(now.current, form.values))];
    now.current = more;
    onChange(more);
    setSaid(words.photos.ready(words.photos.numbered(more.length)));
  });
  const move = (at: number, step: 1 | -1): void => {
    onChange(swapped(pictures, at, at + step));
    setSaid(words.photos.moved(at + step + 1, pictures.length));
    toFocus.current = `${id}-${keys[at]}-${step}`;
  };
  const remove = (at: number): void => {
    onChange(pictures.filter((_, place) => place !== at));
    setSaid(words.photos.removed(words.photos.numbered(at + 1)));
    toFocus.current = id;
  };

  return (
    <FieldGroup editing={editing}>
      <ol className="photo-list">
        {pictures.map((picture, at) => {
          const name = words.photos.numbered(at + 1);
          const button = (step: 1 | -1, label: string): ReactNode => (
            <PictureButton
              id={`${id}-${keys[at]}-${step}`}
              label={label}
              of={name}
              isOff={pictures[at + step] === undefined}
              onAct={() => move(at, step)}
            />
          );
          return (
            <li key={keys[at]}>
              <p className="photo-name">{pictures.length > 1 && at === 0 ? words.photos.first : name}</p>
              <PictureRow
                fields={innerOf(field)}
                path={[...path, at]}
                picture={picture}
                name={name}
                isFirst={at === 0}
              >
                {pictures.length > 1 && button(-1, words.photos.earlier)}
                {pictures.length > 1 && button(1, words.photos.later)}
                <PictureButton label={words.photos.remove} of={name} onAct={() => remove(at)} />
              </PictureRow>
            </li>
          );
        })}
      </ol>
      {room > 0 ? (
        <Chooser
          id={id}
          label={pictures.length > 0 ? words.photos.addMore : words.photos.add}
          isMany
          onChosen={(files) => void choose(files, room - waiting)}
        />
      ) : (
        <p className="hint" id={id} tabIndex={-1}>
          {words.photos.full(field.maxItems ?? pictures.length)}
        </p>
      )}
      <Chosen {...{ waiting, refusals, said }} />
    </FieldGroup>
  );
}
