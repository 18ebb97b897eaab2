import { z } from 'zod';
import { axes } from '../plan/axis.ts';
import { paperNames } from '../links.ts';
import { longestText, reportPeriods, rowKinds, rowStates } from './plan-draft.ts';

const words = z.string().max(longestText);
const optional = words.transform((text) => text || null);
const day = z.string().regex(/^$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/);
const version = z.coerce.number().int().min(1);
const year = z
  .string()
  .regex(/^$|^(19|20|21)\d\d$/)
  .transform((text) => (text ? Number(text) : null));

/** Which rows the review shows, as the address says. */
export const reviewQuery = z.object({
  loai: z.enum(rowKinds).catch('task'),
  xem: z.enum(['tat-ca', 'nghi-ngo', 'bo-qua']).catch('tat-ca'),
  dong: z.uuid().optional().catch(undefined),
  /** Words to find in the source, and the line of it to open at. */
  tim: z.string().max(200).catch(''),
  o: z.coerce.number().int().min(1).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).catch(1),
});
export type ReviewQuery = z.infer<typeof reviewQuery>;

export const startWays = ['tep', 'dan', 'trong', 'nam-truoc', 'cap-tren'] as const;

/** Which way to begin the start page shows, and for the plan of the level above which one is open. */
export const startQuery = z.object({
  cach: z.enum(startWays).catch('tep'),
  nguon: z.uuid().optional().catch(undefined),
});

/** A draft that begins by hand. */
export const startForm = z
  .object({
    way: z.enum(['trong', 'nam-truoc', 'cap-tren']),
    year: z.coerce.number().int().min(2020).max(2100),
    plan: z.union([z.uuid(), z.literal('')]).default(''),
  })
  .refine((given) => given.way === 'trong' || given.plan !== '', { path: ['plan'] });

export const headForm = z.object({
  title: words.min(1),
  issuer: optional,
  number: optional,
  date: day,
  year_from: year,
  year_to: year,
  signer_name: optional,
  signer_title: optional,
  signer_authority: optional,
  recipients: words,
  version,
});

/** The fields of each kind of row, as texts; days are dd/mm/yyyy and lists one entry a line. */
export const rowForms = {
  section: z.object({
    code: words.min(1),
    title: words.min(1),
    axis: z.enum(axes).or(z.literal('').transform(() => null)),
  }),
  task: z.object({
    section: optional,
    seq: optional,
    objective: optional,
    task: optional,
    activity: optional,
    product: optional,
    chair_leader: optional,
    lead: words,
    coordinators: words,
    due_text: optional,
    due_day: day,
    note: optional,
  }),
  target: z.object({
    text: words.min(1),
    metric: words,
    operator: z.enum(['>=', '<=', '=', '>', '<']),
    value: z.string().regex(/^-?\d{1,12}([.,]\d{1,4})?$/),
    unit: words.min(1),
    year,
  }),
  report: z.object({
    text: words.min(1),
    period: z.enum(reportPeriods),
    data_from: day,
    data_to: day,
    submit_by: day,
    submit_words: optional,
    to: optional,
    by: optional,
  }),
  citation: z.object({
    role: z.enum(['basis', 'cited']),
    type: optional,
    number: optional,
    date: day,
    issuer: optional,
  }),
} as const;

/** What may be done to one row from its form. */
export const rowDeeds = [
  'luu',
  'nhan',
  'bo-qua',
  'lay-lai',
  'gop-tren',
  'gop-duoi',
  'tach',
  'chuyen',
  'len',
  'xuong',
] as const;

export const rowEnvelope = z.object({
  version,
  deed: z.enum(rowDeeds),
  cut_field: words.catch(''),
  cut_tail: words.catch(''),
  move_field: words.catch(''),
  move_words: words.catch(''),
  move_to: z.uuid().optional().catch(undefined),
  move_to_field: words.catch(''),
});

export const addForm = z.object({
  kind: z.enum(rowKinds),
  after: z.uuid().optional().catch(undefined),
});

/** A mend of a finding, by the finding's code and rows and the number of the mend. */
export const mendForm = z.object({
  code: z.string().max(60),
  keys: z.string().max(4_000),
  mend: z.coerce.number().int().min(0).max(50),
});

/** Which earlier row a row goes on from: its id, or none. */
export const pairForm = z.object({
  row: z.uuid(),
  version,
  pair: z.uuid().or(z.literal('none')),
});

/** What the signature and the register add to a plan written by hand; its day is read apart. */
export const issuingForm = z.object({
  number: z.string().min(1).max(100),
  signerName: z.string().min(1).max(200),
  signerTitle: z.string().min(1).max(200),
});

/** The last part of a paper's address: its name, and the ending of a file. */
export const paperParams = z
  .string()
  .max(40)
  .transform((text) => text.split('.'))
  .pipe(z.tuple([z.enum(paperNames)]).or(z.tuple([z.enum(paperNames), z.enum(['docx', 'pdf'])])))
  .transform(([name, form]) => ({ name, form: form ?? ('page' as const) }));

const file = z.strictObject({
  fileName: z.string().min(1).max(255),
  contentBase64: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .describe('The file in base64; 20 MB at most.'),
});

/** A plan's file, as programs send it. */
export const uploadBody = file;

/** Words or a table of a plan; a table in HTML keeps its columns. */
export const pasteBody = z.strictObject({ text: z.string().min(1).max(2_000_000) });

const beginYear = startForm.shape.year;

/** The same as `startForm` for programs. */
export const beginBody = z.discriminatedUnion('origin', [
  z.strictObject({ origin: z.literal('blank'), year: beginYear }),
  z.strictObject({ origin: z.literal('earlier-plan'), year: beginYear, planId: z.uuid() }),
  z.strictObject({
    origin: z.literal('higher-plan'),
    year: beginYear,
    planId: z.uuid(),
    rowIds: z.array(z.uuid()).max(5_000),
  }),
]);

const orNull = words.min(1).nullable();

/** Facts of the plan as a whole; what is left out stays. Names are those of the interchange format. */
export const headBody = z.strictObject({
  title: words.min(1).optional(),
  issuer: orNull.optional(),
  number: orNull.optional(),
  date: z.iso.date().nullable().optional(),
  year_from: z.int().min(1900).max(2199).nullable().optional(),
  year_to: z.int().min(1900).max(2199).nullable().optional(),
  signer: z.strictObject({ name: orNull, title: orNull, authority: orNull }).optional(),
  recipients: z.array(words.min(1)).max(200).optional(),
});

/** The plan whose place the draft takes; null for none. */
export const amendBody = z.strictObject({ planId: z.uuid().nullable() });

/** The same as `issuingForm` for programs; left out for a draft read from a paper that has been issued. */
export const issueBody = z.strictObject({
  issuing: z.strictObject({ ...issuingForm.shape, date: z.iso.date(), file: file.optional() }).optional(),
});

export const addBody = z.strictObject({ kind: z.enum(rowKinds), after: z.uuid().optional() });

/** Fields as texts, as in the review; those that are left out stay, and so does the state. */
export const editRowBody = z.strictObject({
  fields: z.record(z.string().max(40), words).optional(),
  state: z.enum(rowStates).optional(),
});

const side = z.enum(['before', 'after']);
export const mergeBody = z.strictObject({ with: side });
export const moveRowBody = z.strictObject({ to: side });
export const splitBody = z.strictObject({ field: z.string().max(40), tail: words.min(1) });
export const moveWordsBody = z.strictObject({
  field: z.string().max(40),
  words: words.min(1),
  toRowId: z.uuid(),
  toField: z.string().max(40),
});
export const pairBody = z.strictObject({ pair: pairForm.shape.pair });
export const mendBody = z.strictObject({
  code: mendForm.shape.code,
  rows: z.array(z.string().max(60)).max(100),
  mend: z.int().min(0).max(50),
});
