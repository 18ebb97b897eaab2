import { describe, expect, it } from 'vitest';
import { axes } from '../plan/axis.ts';
import { row, soundPlan } from './fixtures.ts';
import { sectionFindings } from './section-findings.ts';

const { sections, tasks } = soundPlan();
const codes = (given: Parameters<typeof soundPlan>[0]) =>
  sectionFindings(soundPlan(given)).map((one) => [one.code, one.place]);

describe('sections and axes', () => {
  it('are whole in a plan with seven sections', () => {
    expect(codes({})).toEqual([]);
  });

  it('miss an axis that no section serves, or whose section is empty', () => {
    expect(sectionFindings(soundPlan({ sections: sections.slice(1), tasks: tasks.slice(1) }))).toMatchObject([
      { code: 'axis-unserved', detail: { axis: axes[0] }, keys: [] },
    ]);
    expect(codes({ tasks: tasks.slice(1) })).toEqual([
      ['section-empty', 'I'],
      ['axis-unserved', null],
    ]);
  });

  it('offer the axes that are left to a section without one, and blame no axis then', () => {
    const [first, ...others] = sections;
    const nameless = row('section', 's0', { ...first?.data, axis: null });
    const found = sectionFindings(soundPlan({ sections: [nameless, ...others] }));
    expect(found).toMatchObject([{ code: 'section-without-axis', keys: ['s0'] }]);
    expect(found[0]?.mends.map((mend) => mend.shown)).toEqual([axes[0]]);
  });

  it('are not measured by axes in a plan that names none', () => {
    const nameless = sections.map(({ key, data }) => row('section', key, { ...data, axis: null }));
    expect(codes({ sections: nameless })).toEqual([]);
  });

  it('hold tasks through their parts', () => {
    const part = row('section', 'p', { code: 'I.1', axis: axes[0] });
    const inPart = row('task', 'x', { section: 'I.1', seq: '1' });
    expect(codes({ sections: [...sections, part], tasks: [inPart, ...tasks.slice(1)] })).toEqual([]);
  });

  it('are not measured in an emulation movement', () => {
    const head = { ...soundPlan().head, kind: 'emulation-movement' as const };
    expect(codes({ head, tasks: [] })).toEqual([]);
  });
});
