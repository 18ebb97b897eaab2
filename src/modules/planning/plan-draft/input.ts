import { z } from 'zod';
import { axes } from '../plan/axis.ts';
import { paperNames } from '../links.ts';
import { longestText, reportPeriods, rowKinds } from './plan-draft.ts';

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
