import type { FormField } from '@stadtverbund/client';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useApp } from '../../app-context';
import type { Path } from '../../domain/values';
import type { Editing, Editor } from '../editor';
import { fieldId, useForm, useTroublesAt } from '../form-context';
import { replaced } from './domain/draft-changes';
import {
  awaitsDays,
  byService,
  ruleIn,
  withDays,
  withRule,
  type HoursOfService,
  type HoursRow,
} from './domain/hours-row';
import { HoursBlock, isUnfinished } from './hours-block';
import { DateInput, Missing, SmallButton } from './small';
import { useFocusKept } from './use-focus-kept';

type Rows = readonly HoursRow[];

interface RowProps {
  readonly name: string;
  readonly path: Path;
  readonly row: HoursRow;
  /** Not there yet: it is added with the first hours. */
  readonly isNew?: boolean;
  /** Whether somebody has just asked for it. */
  readonly isFresh?: boolean;
  readonly onChange: (row: HoursRow, said?: string) => void;
}

/** What the city finds wrong with a row. What is missing is said where it is missing. */
function RowTroubles({ path, row }: Pick<RowProps, 'path' | 'row'>): ReactNode {
  const { hours } = useApp().words;
  const ofNote = useTroublesAt([...path, 'note'], { within: true });
  const troubles = useTroublesAt(path, { within: true }).filter((one) => !ofNote.includes(one));
  if (troubles.length === 0) return null;
  const isMissing = isUnfinished(ruleIn(row)) || awaitsDays(row);
  return (
    <div role="group">
      {(isMissing ? [hours.incomplete] : troubles).map((trouble) => (
        <p key={trouble} className="problem">
          {trouble}
        </p>
      ))}
    </div>
  );
}

function Note({ path, row, onChange }: RowProps): ReactNode {
  const { words } = useApp();
  const { hours } = words;
  const id = fieldId(useForm(), [...path, 'note']);
  const troubles = useTroublesAt([...path, 'note'], { within: true });
  const isWrong = troubles.length > 0;
  return (
    <div className="hours-note">
      <label htmlFor={id}>
        {hours.note} <span className="optional">{words.form.optional}</span>
      </label>
      {isWrong && (
        <p id={`${id}-problem`} className="problem">
          {troubles.join(' ')}
        </p>
      )}
      <input
        type="text"
        id={id}
        value={row.note ?? ''}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onChange={({ target }) => onChange({ ...row, note: target.value || null })}
      />
    </div>
  );
}

/** The days of a period; without any it would hold for ever. */
function PeriodDays({ path, row, isFresh = false, onChange }: RowProps): ReactNode {
  const { hours } = useApp().words;
  const id = fieldId(useForm(), path);
  const [from, through] = [row.validFrom ?? '', row.validThrough ?? ''];
  const problem = awaitsDays(row)
    ? hours.periodDays
    : from && through && through < from
      ? hours.periodGap.order
      : undefined;
  const describedBy = problem ? `${id}-days` : undefined;
  return (
    <>
      <div className="hours-dates">
        <DateInput
          id={`${id}-validFrom`}
          label={hours.validFrom}
          value={from}
          isWrong={false}
          isFresh={isFresh}
          describedBy={describedBy}
          onChange={(day) => onChange(withDays(row, day, through))}
        />
        <DateInput
          id={`${id}-validThrough`}
          label={hours.validThrough}
          value={through}
          isWrong={problem === hours.periodGap.order}
          describedBy={describedBy}
          onChange={(day) => onChange(withDays(row, from, day))}
        />
      </div>
      {problem && (
        <Missing id={`${id}-days`} isHint={awaitsDays(row)}>
          {problem}
        </Missing>
      )}
    </>
  );
}

function Row(props: RowProps & { readonly isPeriod?: boolean }): ReactNode {
  const { name, path, row, isNew = false, isPeriod = false, onChange } = props;
  const id = fieldId(useForm(), [...path, 'rule']);
  return (
    <div id={id} tabIndex={-1} className="hours-row">
      <RowTroubles path={path} row={row} />
      {isPeriod && <PeriodDays {...props} />}
      <HoursBlock
        name={name}
        rule={ruleIn(row)}
        isPeriod={isPeriod}
        onChange={(rule, said) => onChange(withRule(row, rule), said)}
      />
      {!isNew && <Note {...props} />}
    </div>
  );
}

interface GroupProps {
  readonly label: string;
  readonly path: Path;
  readonly rows: Rows;
  readonly group: HoursOfService;
  readonly canAdd: boolean;
  /** Whether somebody has just asked for it. */
  readonly isFresh: boolean;
  readonly onChange: (rows: Rows, said?: string) => void;
  /** Also where nothing is entered yet. */
  readonly onRemove: (() => void) | undefined;
}

function Periods(props: GroupProps & { readonly fresh: number | undefined }): ReactNode {
  const { label, path, rows, group, fresh, onChange } = props;
  const { words } = useApp();
  const { hours } = words;
  const id = useId();
  return group.periods.map((at, nth) => {
    const row = rows[at] ?? {};
    const name = `${label}, ${hours.period}`;
    return (
      <fieldset key={`${id} ${nth}`} className="hours-period">
        <legend>{hours.period}</legend>
        <Row
          name={name}
          path={[...path, at]}
          row={row}
          isPeriod
          isFresh={nth === fresh}
          onChange={(next, said) => onChange(replaced(rows, at, next), said)}
        />
        <SmallButton
          label={words.form.remove}
          name={hours.ofDay(name, words.form.remove)}
          onAct={() => onChange(replaced(rows, at, undefined), hours.removed(hours.period))}
        />
      </fieldset>
    );
  });
}

/** The rows with another one in a place, or behind them; one in which nothing is entered is left out. */
function withRow(rows: Rows, at: number, row: HoursRow): Rows {
  const entered = row.rule || row.note ? row : undefined;
  return at < rows.length ? replaced(rows, at, entered) : entered ? [...rows, entered] : rows;
}

/** The hours of one service: the regular ones, and those of periods. */
function Service(props: GroupProps): ReactNode {
  const { hours } = useApp().words;
  const { label, path, rows, group, canAdd, isFresh, onChange, onRemove } = props;
  const { service } = group;
  const around = useRef<HTMLFieldSetElement>(null);
  const [fresh, setFresh] = useState<number>();
  useEffect(() => {
    if (isFresh) around.current?.focus();
  }, [isFresh]);
  const regular = group.regular.length > 0 ? group.regular : [rows.length];
  return (
    <fieldset className="hours-service" ref={around} tabIndex={-1}>
      <legend>{label}</legend>
      {regular.map((at, nth) => (
        <Row
          key={nth}
          name={label}
          path={[...path, at]}
          row={rows[at] ?? { service }}
          isNew={at === rows.length}
          onChange={(row, said) => onChange(withRow(rows, at, row), said)}
        />
      ))}
      <Periods {...props} fresh={fresh} />
      <div className="hours-actions">
        {canAdd && (
          <SmallButton
            label={hours.addPeriod}
            name={hours.addPeriodNamed(label)}
            onAct={() => {
              setFresh(group.periods.length);
              onChange([...rows, withDays({ service, rule: 'off' }, '', '')]);
            }}
          />
        )}
        {onRemove && <SmallButton label={hours.removeNamed(label)} onAct={onRemove} />}
      </div>
    </fieldset>
  );
}

/** What the schema says of the services that hours are of. */
function servicesOf({ fields }: FormField) {
  const service = fields?.find(({ name }) => name === 'service');
  const options = service?.options ?? [];
  const usual = typeof service?.default === 'string' ? service.default : (options[0]?.value ?? '');
  return { options, usual };
}

function mayGrow(
  { maxItems = Infinity, maxItemsEach }: FormField,
  rows: Rows,
  group: HoursOfService,
): boolean {
  const own = group.regular.length + group.periods.length;
  return rows.length < maxItems && own < (maxItemsEach?.maxItems ?? Infinity);
}

/** What was done at once, and the way back. */
function useUndo({ value, onChange }: Pick<Editing<Rows>, 'value' | 'onChange'>) {
  const [done, setDone] = useState<{ readonly said: string; readonly before?: Rows | null }>();
  const { hours } = useApp().words;
  const change = (rows: Rows, said?: string): void => {
    setDone(said === undefined ? undefined : { said, before: value });
    onChange(rows);
  };
  const undo = (): void => {
    onChange(done?.before ?? null);
    setDone({ said: hours.undone });
  };
  return { done, change, undo };
}

function HoursOfAll({ field, path, value, onChange }: Editing<Rows>): ReactNode {
  const { hours } = useApp().words;
  const form = useForm();
  const rows = value ?? [];
  const { options, usual } = servicesOf(field);
  const { done, change, undo } = useUndo({ value, onChange });
  const [opened, setOpened] = useState<readonly string[]>([]);
  const troubles = useTroublesAt(path);
  const groups = byService(
    rows,
    options.map((option) => option.value),
    usual,
  );
  const isShown = ({ service, regular, periods }: HoursOfService): boolean =>
    regular.length + periods.length > 0 ||
    opened.includes(service) ||
    (service === usual && rows.length === 0 && opened.length === 0);
  const labelOf = (service: string): string =>
    options.find((option) => option.value === service)?.label ?? service;
  const remove = ({ service, regular, periods }: HoursOfService): void => {
    setOpened(opened.filter((one) => one !== service));
    const own = [...regular, ...periods];
    if (own.length === 0) return;
    change(
      rows.filter((_row, at) => !own.includes(at)),
      hours.removed(labelOf(service)),
    );
  };
  const missing = groups.filter((group) => !isShown(group) && mayGrow(field, rows, group));
  const around = useRef<HTMLFieldSetElement>(null);
  useFocusKept(around);
  return (
    <fieldset className="hours-editor" ref={around} id={fieldId(form, path)} tabIndex={-1}>
      <legend>{field.label}</legend>
      {field.help && <p className="hint">{field.help}</p>}
      {troubles.map((trouble) => (
        <p key={trouble} className="problem">
          {trouble}
        </p>
      ))}
      <div role="status" className="hours-done">
        {done && (
          <p className="notice done">
            {done.said}
            {done.before !== undefined && <SmallButton label={hours.undo} onAct={undo} />}
          </p>
        )}
      </div>
      {groups.filter(isShown).map((group) => (
        <Service
          key={group.service}
          label={labelOf(group.service)}
          path={path}
          rows={rows}
          group={group}
          canAdd={mayGrow(field, rows, group)}
          isFresh={opened.at(-1) === group.service}
          onChange={change}
          onRemove={
            group.regular.length + group.periods.length > 0 || opened.includes(group.service)
              ? () => remove(group)
              : undefined
          }
        />
      ))}
      {missing.length > 0 && (
        <div className="hours-actions">
          <span>{hours.add}</span>
          {missing.map(({ service }) => (
            <SmallButton
              key={service}
              label={labelOf(service)}
              name={`${hours.add} ${labelOf(service)}`}
              onAct={() => setOpened([...opened, service])}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** Edits opening hours of all services (kind `hours`). */
export const HoursEditor: Editor<Rows> = (editing) => <HoursOfAll {...editing} />;
