import reference from '../../../../seed/reference/task-templates.json' with { type: 'json' };
import { builtInFile } from './input.ts';
import type { BuiltInTemplate } from './task-template.ts';

/** The templates that come with the product, in the order of their file; an office copies one and makes it its own. */
export const builtInTemplates: readonly BuiltInTemplate[] = builtInFile
  .parse(reference)
  .templates.map(({ steps, ...whole }) => ({
    ...whole,
    leadUnitId: null,
    coordinatingUnitIds: [],
    steps: steps.map((step) => ({ ...step, leadUnitId: null })),
  }));
