import type { ListShape } from '#platform/list/filter.ts';
import { channels } from '../notice-choice/notice-choice.ts';
import { deliveryKinds, deliveryStates } from './delivery.ts';

/** What the list of letters can be filtered and sorted by, as addresses name it; the newest comes first. */
export const deliveryListShape: ListShape = {
  fields: {
    'tinh-trang': { kind: 'choice', choices: deliveryStates },
    kenh: { kind: 'choice', choices: channels },
    loai: { kind: 'choice', choices: deliveryKinds },
    'nguoi-nhan': { kind: 'text' },
    'ngay-tao': { kind: 'date' },
    'ngay-gui': { kind: 'date', canBeEmpty: true },
  },
  sorts: ['ngay-tao', 'nguoi-nhan'],
  startsDown: true,
};
