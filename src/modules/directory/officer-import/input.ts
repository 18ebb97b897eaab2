import { z } from 'zod';
import { longestOfficerName, longestTitle } from '../officer/officer.ts';
import { longestUnitName } from '../unit/unit.ts';
import { mostRows } from './officer-import.ts';

/** A list of officers as programs send it; what is wrong with a line is a rule, told by its number. */
export const officerListBody = z.strictObject({
  officers: z
    .array(
      z.strictObject({
        fullName: z.string().max(longestOfficerName),
        positionTitle: z.string().max(longestTitle),
        unitName: z.string().max(longestUnitName),
        isHead: z.boolean(),
      }),
    )
    .max(mostRows),
});
