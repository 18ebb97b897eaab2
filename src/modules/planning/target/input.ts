import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { targetListShape } from './target-list.ts';
import {
  greatestValue,
  longestMetric,
  longestReason,
  longestTargetText,
  longestUnit,
  operators,
} from './target.ts';

export const pageSize = 50;

/** The target list filtered as these parts of an address say. */
export function targetList(query: Readonly<Record<string, string>> = {}): ListState {
  return readList(targetListShape, Object.entries(query));
}

/** The filter of the target list as programs write it; what is wrong is refused. */
export const targetQuery = z.strictObject({
  ...pageQuery,
  search: z.string().max(200).optional(),
  plan: z.uuid().optional(),
  axis: z.enum(axes).optional(),
});

const orNothing = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => text || null);

/** Vietnamese figures: `1.234,5`; a lone point is a decimal one only where no thousands could stand. */
const figure = z
  .string()
  .trim()
  .regex(/^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,4})?$/)
  .transform((text) => Number(text.replaceAll('.', '').replace(',', '.')))
  .refine((value) => Math.abs(value) <= greatestValue);

/** What the form of a target sends. */
export const targetForm = z.object({
  text: z.string().trim().min(1).max(longestTargetText),
  metric: orNothing(longestMetric),
  operator: z.enum(operators),
  value: figure,
  unit: z.string().trim().max(longestUnit),
  scope: orNothing(longestMetric),
  year: z.union([
    z.literal('').transform(() => null),
    z
      .string()
      .regex(/^20\d\d$/)
      .transform(Number),
  ]),
  reason: z.string().trim().min(1).max(longestReason),
  version: z.coerce.number().int().min(1),
});

/** The same for programs; the version comes in If-Match. */
export const targetBody = z.strictObject({
  text: z.string().trim().min(1).max(longestTargetText),
  metric: z.string().trim().max(longestMetric).nullable(),
  operator: z.enum(operators),
  value: z.number().min(-greatestValue).max(greatestValue),
  unit: z.string().trim().max(longestUnit),
  denominatorScope: z.string().trim().max(longestMetric).nullable(),
  year: z.int().min(2000).max(2099).nullable(),
  reason: z.string().trim().min(1).max(longestReason),
});

/** The names of the fields in the form for many targets: its address also holds a filter of the list. */
export const alikeWords = {
  year: 'nam-chung',
  unit: 'don-vi-tinh-chung',
  metric: 'thuoc-do-chung',
  scope: 'tinh-tren',
  reason: 'ly-do',
} as const;

const orEmpty = (longest: number) => z.string().trim().max(longest).default('');

/** What many targets shall say alike; an empty field leaves each as it is. */
export const alikeForm = z.object({
  [alikeWords.year]: z
    .string()
    .regex(/^(?:20\d\d)?$/)
    .default(''),
  [alikeWords.unit]: orEmpty(longestUnit),
  [alikeWords.metric]: orEmpty(longestMetric),
  [alikeWords.scope]: orEmpty(longestMetric),
  [alikeWords.reason]: z.string().trim().min(1).max(longestReason),
});

/** The same for programs. */
export const alikeBody = z.strictObject({
  deed: z.literal('edit'),
  year: z.int().min(2000).max(2099).optional(),
  unit: z.string().trim().min(1).max(longestUnit).optional(),
  metric: z.string().trim().min(1).max(longestMetric).optional(),
  denominatorScope: z.string().trim().min(1).max(longestMetric).optional(),
  reason: z.string().trim().min(1).max(longestReason),
});
