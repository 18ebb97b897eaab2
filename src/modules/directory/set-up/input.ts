import { z } from 'zod';
import { longestPassword, shortestPassword } from '../account/account.ts';
import { signInName } from '../account/input.ts';
import { longestOfficerName, longestTitle } from '../officer/officer.ts';
import { longestUnitName } from '../unit/unit.ts';
import type { Place } from './place.ts';

const mostUnits = 100;

/** The file of provinces and communes; each commune stands in a province of the file. */
export const officialList = z
  .object({
    provinces: z.array(z.tuple([z.string().regex(/^\d{2}$/), z.enum(['tinh', 'thanh-pho']), z.string()])),
    communes: z.array(
      z.tuple([z.string().regex(/^\d{5}$/), z.enum(['xa', 'phuong', 'dac-khu']), z.string(), z.string()]),
    ),
  })
  .transform(({ provinces, communes }, check): Place[] => {
    const names = new Map(provinces.map(([code, , name]) => [code, name]));
    return [
      ...provinces.map(
        ([code, level, name]): Place => ({ code, kind: 'province', level, name, provinceName: name }),
      ),
      ...communes.map(([code, level, name, province]): Place => {
        const provinceName = names.get(province);
        if (provinceName === undefined)
          check.addIssue({ code: 'custom', message: `${code} stands in no province of the list` });
        return { code, kind: 'commune', level, name, provinceName: provinceName ?? '' };
      }),
    ];
  });

/** What the search of the first page asks for. */
export const placeSearch = z.object({
  tim: z.string().max(100).catch(''),
  ma: z.string().max(5).catch(''),
});

/** What the set-up form sends: the one-time code, the administrator, the units, one a line. */
export const setUpForm = z
  .object({
    code: z.string().min(1).max(40),
    fullName: z.string().min(1).max(longestOfficerName),
    positionTitle: z.string().max(longestTitle),
    signInName,
    password: z.string().min(shortestPassword).max(longestPassword),
    again: z.string(),
    units: z
      .string()
      .transform((text) => [
        ...new Set(
          text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(z.string().max(longestUnitName)).min(1).max(mostUnits)),
  })
  .refine((form) => form.password === form.again, { path: ['again'] });
