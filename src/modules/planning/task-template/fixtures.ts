import type { TemplateContent, TemplateStep } from './task-template.ts';

const nothing = { product: null, evidence: null, leadUnitId: null, after: [] };

/** A part of a template of which only the given is said. */
export function step(given: Partial<TemplateStep> & { readonly title: string }): TemplateStep {
  return { ...nothing, dueWorkingDays: null, ...given };
}

/** A report in three parts, each after the one before, due ten working days after the beginning. */
export function reportTemplate(given: Partial<TemplateContent> = {}): TemplateContent {
  return {
    title: 'Báo cáo quý',
    activity: null,
    product: 'Báo cáo',
    evidence: 'Báo cáo đã ký số',
    note: null,
    leadUnitId: null,
    coordinatingUnitIds: [],
    dueWorkingDays: 10,
    steps: [
      step({ title: 'Đề nghị các đơn vị báo cáo', dueWorkingDays: 1, evidence: 'Công văn' }),
      step({ title: 'Tổng hợp số liệu', dueWorkingDays: 5, after: [1] }),
      step({ title: 'Trình ký', dueWorkingDays: 9, after: [1, 2] }),
    ],
    ...given,
  };
}
