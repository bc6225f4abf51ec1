import type { FormField } from '@stadtverbund/client';
import { useEffect, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import type { Path } from '../../domain/values';
import { isEmpty } from '../../domain/written';
import { Problems } from '../field-frame';
import { fieldId, useForm, useTroublesAt } from '../form-context';
import { FormFields } from '../form-fields';
import { IMAGE, isPending, previewAddress, type Picture } from './picture-value';

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

const withoutHelp = ({ help: _, ...field }: FormField): FormField => field;

/** What need not be said, put away until it is wanted. */
function Further(props: {
  readonly name: string;
  readonly isSaid: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { words } = useApp();
  const [isOpen, setIsOpen] = useState(props.isSaid);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary aria-label={words.photos.about(words.photos.further, props.name)}>
        {words.photos.further}
      </summary>
      {props.children}
    </details>
  );
}

/** One picture and what is said of it. */
export function PictureRow({ fields, path, picture, name, isFirst, children }: PictureRowProps): ReactNode {
  const id = fieldId(useForm(), [...path, IMAGE]);
  const problems = useTroublesAt([...path, IMAGE]);
  const texts = fields.filter((field) => field.name !== IMAGE).map(isFirst ? (field) => field : withoutHelp);
  const further = texts.filter(({ required }) => !required);
  return (
    <div className="photo">
      <Preview picture={picture} name={name} />
      <div className="photo-texts">
        <div id={id} tabIndex={-1}>
          <Problems id={id} problems={problems} />
        </div>
        <FormFields fields={texts.filter(({ required }) => required)} path={path} />
        {further.length > 0 && (
          <Further name={name} isSaid={further.some((field) => !isEmpty(picture[field.name]))}>
            <FormFields fields={further} path={path} />
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
