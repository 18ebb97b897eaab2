import type { ListShape } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { groupings, taskLooks } from '../task-look/task-look.ts';
import { dueKinds, dueWindows, taskSources } from './task.ts';
import { taskStages } from './task-life.ts';

/** How an open task stands to the six clears: something is missing, which of them (nobody does it first), or none. */
export const clarities = [
  'thieu',
  'chua-giao',
  'thieu-viec',
  'thieu-trach-nhiem',
  'thieu-tien-do',
  'thieu-ket-qua',
  'thieu-tham-quyen',
  'du',
] as const;
export type Clarity = (typeof clarities)[number];

/** What is listed besides what counts: all that somebody does, what plans order, or one nature. */
export const listedNatures = ['moi-viec', 'theo-ke-hoach', 'occurrence', 'sub-task', 'series'] as const;
/** Tasks of which somebody asks for another deadline. */
export const askedDues = ['cho-duyet'] as const;

/** How the evidence of a task stands: there is none, or some is to be looked at again, for one of these reasons. */
export const proofStandings = [
  'chua-co',
  'wrong-year',
  'unreadable',
  'unsigned',
  'broken-signature',
  'changed-after-signing',
  'unknown-signer',
] as const;

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
    'han-dau': { kind: 'date', canBeEmpty: true },
    'doi-han': { kind: 'yes-no' },
    'xin-han': { kind: 'choice', choices: askedDues },
    'loai-han': { kind: 'choice', choices: dueKinds, canBeEmpty: true },
    'nguoi-lam': { kind: 'id', canBeEmpty: true },
    'nguoi-duyet': { kind: 'id', canBeEmpty: true },
    'phoi-hop': { kind: 'id', canBeEmpty: true },
    'sau-ro': { kind: 'choice', choices: clarities },
    'minh-chung': { kind: 'choice', choices: proofStandings },
    'dinh-ky': { kind: 'yes-no' },
    loai: { kind: 'choice', choices: listedNatures },
    'theo-doi': { kind: 'yes-no' },
    ma: { kind: 'text' },
    ten: { kind: 'text' },
    'san-pham': { kind: 'text', canBeEmpty: true },
    'ghi-chu': { kind: 'text', canBeEmpty: true },
    'ngay-xong': { kind: 'date', canBeEmpty: true },
    'ke-hoach': { kind: 'id' },
    nguon: { kind: 'choice', choices: taskSources },
    'ket-luan': { kind: 'id' },
    'so-van-ban': { kind: 'text', canBeEmpty: true },
  },
  looks: taskLooks,
  groupings,
  sorts: ['ma', 'han', 'don-vi', 'ten', 'ngay-xong'],
};
