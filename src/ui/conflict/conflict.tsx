import { Button, LinkButton } from '../button/button.tsx';
import { CheckboxGroup, type Choice, RadioCards } from '../field/choice-field.tsx';
import { Notice } from '../notice/notice.tsx';

type Facts = Readonly<Record<string, string>>;

export type ConflictField = {
  name: string;
  label: string;
  /** The value as people read it; left out where it is text already. */
  show?: ((value: string) => string) | undefined;
  /** A field of several values, one a line: its choices are ticked one by one. */
  options?: readonly Choice[] | undefined;
};

export type ConflictLabels = {
  title: string;
  lead: string;
  /** Who saved, and when. */
  theirs: string;
  mine: string;
  empty: string;
  save: string;
  keep: string;
};

export type ConflictProps = {
  action: string;
  /** Where the record stands: to keep what the other saved. */
  backHref: string;
  labels: ConflictLabels;
  fields: readonly ConflictField[];
  theirs: Facts;
  mine: Facts;
  /** What the person saw before they began; a field that they did not touch starts as the other saved it. */
  seen?: Facts | undefined;
  /** What the form sends besides: its version, what is seen now. */
  carry: Facts;
};

/**
 * Two people edited one record: both versions side by side, field by field. The choice of a field has the field's own
 * name and value, so what is sent is the form itself, and saving it is one act.
 */
export function Conflict(props: ConflictProps) {
  const { labels, fields, theirs, mine } = props;
  const differs = ({ name }: ConflictField) => plain(theirs[name]) !== plain(mine[name]);
  const same = fields.filter((field) => !differs(field));
  return (
    <form method="post" action={props.action} class="conflict" novalidate>
      <Notice tone="soon" title={labels.title}>
        {labels.lead}
      </Notice>
      {Object.entries(props.carry).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {same.flatMap((field) =>
        (field.options ? valuesOf(mine[field.name]) : [mine[field.name] ?? '']).map((value) => (
          <input key={`${field.name}=${value}`} type="hidden" name={field.name} value={value} />
        )),
      )}
      {fields.filter(differs).map((field) => (
        <FieldChoice key={field.name} field={field} props={props} />
      ))}
      <p class="form-actions">
        <Button kind="primary">{labels.save}</Button>
        <LinkButton kind="quiet" href={props.backHref}>
          {labels.keep}
        </LinkButton>
      </p>
    </form>
  );
}

function FieldChoice({ field, props }: { field: ConflictField; props: ConflictProps }) {
  const { labels, theirs, mine, seen } = props;
  const [their, my] = [theirs[field.name] ?? '', mine[field.name] ?? ''];
  if (field.options) {
    const [them, me] = [valuesOf(their), valuesOf(my)];
    return (
      <CheckboxGroup
        name={field.name}
        label={field.label}
        values={me}
        options={field.options
          .filter(({ value }) => them.includes(value) || me.includes(value))
          .map((option) => ({ ...option, hint: whose(labels, them, me, option.value) }))}
      />
    );
  }
  const words = (value: string) => (value === '' ? labels.empty : (field.show?.(value) ?? value));
  const isUntouched = seen !== undefined && plain(seen[field.name]) === plain(my);
  return (
    <RadioCards
      name={field.name}
      label={field.label}
      value={isUntouched ? their : my}
      options={[
        { value: their, label: words(their), hint: labels.theirs },
        { value: my, label: words(my), hint: labels.mine },
      ]}
    />
  );
}

function whose(
  labels: ConflictLabels,
  them: readonly string[],
  me: readonly string[],
  value: string,
): string {
  return [them.includes(value) ? labels.theirs : '', me.includes(value) ? labels.mine : '']
    .filter(Boolean)
    .join(' · ');
}

function valuesOf(lines: string | undefined): string[] {
  return (lines ?? '').split('\n').filter(Boolean);
}

function plain(text = ''): string {
  return text.replaceAll('\r\n', '\n').trim();
}
