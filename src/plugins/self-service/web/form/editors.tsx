import type { FormField } from '@stadtverbund/client';
import { useApp } from '../app-context';
import type { Editor } from './editor';
import { GroupEditor, GroupsEditor } from './group-editors';
import { HoursEditor } from './hours/hours-editor';
import { PictureEditor, PicturesEditor } from './photos/picture-editor';
import { AddressEditor } from './place/address-editor';
import { PointEditor } from './place/point-editor';
import { RelationEditor } from './relation-editor';
import {
  ChoiceEditor,
  DayEditor,
  EmailEditor,
  LongTextEditor,
  MomentEditor,
  MoneyEditor,
  NumberEditor,
  PhoneEditor,
  PostcodeEditor,
  TextEditor,
  TextsEditor,
  UrlEditor,
  YesNoEditor,
} from './value-editors';

/** What has no editor here is shown by name and left as it is. */
const NotHere: Editor = ({ field }) => {
  const { words } = useApp();
  return (
    <p>
      <strong>{field.label}</strong>: {words.form.notHere}
    </p>
  );
};

/** Another currency than the usual is nothing that a business chooses on its phone. */
const CurrencyEditor: Editor<string> = (editing) =>
  editing.value === null || editing.value === editing.field.default ? null : <TextEditor {...editing} />;

/** The editor of each kind of value (docs/api.md lists the kinds). */
const EDITORS: Readonly<Partial<Record<FormField['kind'], unknown>>> = {
  text: TextEditor,
  'long-text': LongTextEditor,
  texts: TextsEditor,
  email: EmailEditor,
  phone: PhoneEditor,
  url: UrlEditor,
  postcode: PostcodeEditor,
  'hours-rule': TextEditor,
  choice: ChoiceEditor,
  'yes-no': YesNoEditor,
  number: NumberEditor,
  money: MoneyEditor,
  currency: CurrencyEditor,
  day: DayEditor,
  moment: MomentEditor,
  relation: RelationEditor,
  address: AddressEditor,
  point: PointEditor,
  hours: HoursEditor,
  picture: PictureEditor,
  pictures: PicturesEditor,
  group: GroupEditor,
  groups: GroupsEditor,
};

/** The editor for a field of a form. */
export const editorOf = ({ kind }: FormField): Editor<never> => (EDITORS[kind] ?? NotHere) as Editor<never>;
