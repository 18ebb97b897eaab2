import type { Texts } from './texts.ts';

export const en: Texts = {
  acts: {
    'lists.saved-view.keep': 'Keep an own view',
    'lists.saved-view.share': 'Keep a shared view',
    'lists.saved-view.delete': 'Delete a view',
    'lists.saved-view.restore': 'Restore a view',
    'lists.list-export.record': 'Record the making of a list file',
    'lists.bulk-run.record': 'Record the results of a deed on many rows',
    'lists.bulk-run.stop': 'Stop a deed on many rows',
    'lists.bulk-run.take-back': 'Take back a deed on many rows',
  },
  kinds: {
    'saved-view': 'View of a list',
    'list-export': 'List file',
    'bulk-run': 'Deed on many rows',
  },
  fields: {
    list: 'List',
    query: 'Conditions',
    is_shared: 'Shared',
    isPinned: 'Pinned',
    isUsual: 'Usual view',
    deleted_at: 'Deleted at',
    format: 'Form of file',
    columns: 'Columns',
    rowsExpected: 'Rows',
    rows_done: 'Rows done',
    'bulk-run.deed': 'Deed',
    input: 'Content',
  },
  values: {},
};
