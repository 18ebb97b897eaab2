import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { texts } from '../texts.ts';
import { stepField, type TemplateValues } from './template-values.tsx';

/** Beside each field that names a unit which is no more, that another must be chosen. */
export function unitProblems(
  lang: Lang,
  values: TemplateValues,
  units: readonly { readonly value: string }[],
): FieldProblem[] {
  const t = texts(lang).fault;
  const isGone = (id: string) => id !== '' && !units.some((unit) => unit.value === id);
  return [
    ...(isGone(values.unit) ? [{ fieldId: 'unit', text: t.unit }] : []),
    ...(values.coordinating.some(isGone) ? [{ fieldId: 'coordinating', text: t.coordinating }] : []),
    ...values.steps.flatMap((step, index) =>
      isGone(step.unit)
        ? [
            {
              fieldId: stepField(index + 1, 'unit'),
              text: t.of(formatNumber(lang, index + 1), t.unit),
            },
          ]
        : [],
    ),
  ];
}
