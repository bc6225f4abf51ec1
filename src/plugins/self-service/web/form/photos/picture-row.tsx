import type { FormField } from '@stadtverbund/client';
import { useEffect, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import type { Path } from '../../domain/values';
import { useForm, useTroublesAt } from '../form-context';
import { LineField } from '../line-field';
import { isPending, previewAddress, type Picture } from './picture-value';

/** The address of a picture to look at, as long as it is shown. */
function usePreview(image: Picture['image']): string | undefined {
  const blob = isPending(image) ? image.pending : undefined;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  if (blob) return address;
  return image && !isPending(image) ? previewAddress(image) : undefined;
}

function Preview({ picture, name }: { readonly picture: Picture; readonly name: string }): ReactNode {
  const address = usePreview(picture.image);
  const { alternativeText } = picture;
  const text = typeof alternativeText === 'string' && alternativeText !== '' ? alternativeText : name;
  return <div className="photo-preview">{address && <img src={address} alt={text} decoding="async" />}</div>;
}

export interface PictureRowProps {
  /** The schema's, of what a picture has. */
  readonly fields: readonly FormField[];
  readonly path: Path;
  readonly picture: Picture;
  /** What it is called: "Foto 2". */
  readonly name: string;
  /** Whether the reader sees for the first time what is asked of a picture. */
  readonly isFirst: boolean;
  readonly children: ReactNode;
}

const isAt = (path: Path, other: Path): boolean =>
  path.length === other.length && path.every((part, at) => String(part) === String(other[at]));

const withoutHelp = ({ help: _, ...field }: FormField): FormField => field;

/** What need not be said, put away until it is wanted. */
function Further(props: {
  readonly name: string;
  readonly isSaid: boolean;
  readonly hasTrouble: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { words } = useApp();
  const [isOpen, setIsOpen] = useState(props.isSaid);
  return (
    <details
      open={isOpen || props.hasTrouble}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary aria-label={words.photos.about(words.photos.further, props.name)}>
        {words.photos.further}
      </summary>
      {props.children}
    </details>
  );
}

/** One picture and what is said of it. */
export function PictureRow({ fields, path, picture, name, isFirst, children }: PictureRowProps): ReactNode {
  const form = useForm();
  const troubles = [...useTroublesAt(path), ...useTroublesAt([...path, 'image'])];
  const texts = fields.filter(({ kind }) => kind === 'text');
  const further = texts.filter(({ required }) => !required);
  const isSaidMore = further.some((field) => Boolean(picture[field.name]));
  const hasTrouble = further.some((field) =>
    form.troubles.some(({ path: at }) => isAt(at, [...path, field.name])),
  );
  const line = (field: FormField): ReactNode => (
    <LineField
      key={field.name}
      field={isFirst ? field : withoutHelp(field)}
      path={[...path, field.name]}
      value={(picture[field.name] as string | undefined) ?? null}
      onChange={(value) => form.set([...path, field.name], value)}
    />
  );
  return (
    <div className="photo">
      <Preview picture={picture} name={name} />
      <div className="photo-texts">
        {troubles.map((message) => (
          <p key={message} className="problem">
            {message}
          </p>
        ))}
        {texts.filter(({ required }) => required).map(line)}
        {further.length > 0 && (
          <Further name={name} isSaid={isSaidMore} hasTrouble={hasTrouble}>
            {further.map(line)}
          </Further>
        )}
        <div className="row">{children}</div>
      </div>
    </div>
  );
}

/** A button beside a picture, which says of which one when it is read aloud. */
export function PictureButton(props: {
  readonly label: string;
  readonly of: string;
  readonly id?: string;
  readonly isOff?: boolean;
  readonly onAct: () => void;
}): ReactNode {
  const { words } = useApp();
  return (
    <button
      type="button"
      id={props.id}
      className="button plain"
      aria-label={words.photos.about(props.label, props.of)}
      aria-disabled={props.isOff || undefined}
      onClick={() => props.isOff || props.onAct()}
    >
      {props.label}
    </button>
  );
}
