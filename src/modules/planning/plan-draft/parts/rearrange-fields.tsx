import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { FormGrid, WideField } from '#ui/layout/layout.tsx';
import type { AnyRow } from '../plan-draft.ts';
import { movableFields } from '../row-deeds.ts';
import { titleOf } from './row-words.tsx';
import { texts } from '../texts.ts';

/** What else may be done to the open row: joined, cut in two, its words put elsewhere, its place changed. */
export function RearrangeFields(props: {
  ctx: Ctx;
  row: AnyRow;
  neighbours: readonly AnyRow[];
  values: Readonly<Record<string, string>>;
  errorOf: (name: string) => string | undefined;
}) {
  const { ctx, row, neighbours, values, errorOf } = props;
  const t = texts(ctx.lang);
  const r = texts(ctx.lang).reviewing;
  const fields = movableFields[row.kind].map((name) => ({ value: name, label: t.field[name] }));
  const targets = [row, ...neighbours.filter((one) => one !== row && one.kind === row.kind)].map((one) => ({
    value: one.id,
    label: one === row ? r.here : titleOf(t, one).slice(0, 80),
  }));
  return (
    <details
      class="fold"
      data-rearrange
      open={errorOf('cut_tail') !== undefined || errorOf('move_words') !== undefined}
    >
      <summary>{r.deed.merge}</summary>
      <ButtonRow>
        <Button size="small" name="deed" value="gop-tren" shortcut="Control+ArrowUp">
          {r.deed.mergeUp}
        </Button>
        <Button size="small" name="deed" value="gop-duoi" shortcut="Control+ArrowDown">
          {r.deed.mergeDown}
        </Button>
        <Button size="small" name="deed" value="len" shortcut="Alt+ArrowUp">
          {r.deed.up}
        </Button>
        <Button size="small" name="deed" value="xuong" shortcut="Alt+ArrowDown">
          {r.deed.down}
        </Button>
      </ButtonRow>
      {fields.length > 0 && (
        <FormGrid>
          <SelectField name="cut_field" label={r.field.cut_field} options={fields} value={values.cut_field} />
          <WideField>
            <TextareaField
              name="cut_tail"
              label={r.field.cut_tail}
              rows={2}
              value={values.cut_tail}
              error={errorOf('cut_tail')}
            />
          </WideField>
          <Button size="small" name="deed" value="tach">
            {r.deed.split}
          </Button>
        </FormGrid>
      )}
      {fields.length > 0 && (
        <FormGrid>
          <SelectField
            name="move_field"
            label={r.field.move_field}
            options={fields}
            value={values.move_field}
          />
          <WideField>
            <TextareaField
              name="move_words"
              label={r.field.move_words}
              rows={2}
              value={values.move_words}
              error={errorOf('move_words')}
            />
          </WideField>
          <SelectField name="move_to" label={r.field.move_to} options={targets} value={values.move_to} />
          <SelectField
            name="move_to_field"
            label={r.field.move_to_field}
            options={fields}
            value={values.move_to_field}
          />
          <Button size="small" name="deed" value="chuyen">
            {r.deed.move}
          </Button>
        </FormGrid>
      )}
    </details>
  );
}
