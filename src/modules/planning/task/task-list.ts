import type { ListShape } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { dueKinds, dueWindows } from './task.ts';
import { taskStages } from './task-life.ts';

/** Two ways in which a task is not clear yet: something of the six is missing, or nobody does it. */
export const clarities = ['thieu', 'chua-giao'] as const;
export type Clarity = (typeof clarities)[number];

/** What a task can be filtered by: everything open, or one step of its life. */
export const listedSteps = ['open', ...taskStages] as const;

/** What the task list can be filtered and sorted by, as addresses name it. */
export const taskListShape: ListShape = {
  fields: {
    'don-vi': { kind: 'id', canBeEmpty: true },
    truc: { kind: 'choice', choices: axes, canBeEmpty: true },
    'trang-thai': { kind: 'choice', choices: listedSteps },
    han: { kind: 'choice', choices: dueWindows },
    'ngay-han': { kind: 'date', canBeEmpty: true },
    'loai-han': { kind: 'choice', choices: dueKinds, canBeEmpty: true },
    'nguoi-lam': { kind: 'id', canBeEmpty: true },
    'nguoi-duyet': { kind: 'id', canBeEmpty: true },
    'phoi-hop': { kind: 'id', canBeEmpty: true },
    'sau-ro': { kind: 'choice', choices: clarities },
    'dinh-ky': { kind: 'yes-no' },
    ma: { kind: 'text' },
    ten: { kind: 'text' },
    'san-pham': { kind: 'text', canBeEmpty: true },
    'ghi-chu': { kind: 'text', canBeEmpty: true },
    'ngay-xong': { kind: 'date', canBeEmpty: true },
    'ke-hoach': { kind: 'id' },
  },
  sorts: ['ma', 'han', 'don-vi', 'ten', 'ngay-xong'],
};
