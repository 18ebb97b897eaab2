import { z } from 'zod';
import { signInName } from '../account/input.ts';
import { longestOfficerName, longestTitle } from './officer.ts';

const isTicked = z
  .string()
  .optional()
  .transform((value) => value === '1');

const person = {
  fullName: z.string().min(1).max(longestOfficerName),
  positionTitle: z.string().max(longestTitle),
  isHead: isTicked,
};

/** Who is entered, in which unit. */
export const newOfficerForm = z.object({ ...person, unitId: z.uuid() });

/** What is corrected about an officer where they stand. */
export const officerForm = z.object(person);

/** Into which unit an officer moves, and as what. */
export const moveForm = z.object({
  unitId: z.uuid(),
  movedTitle: z.string().max(longestTitle),
  movedHead: isTicked,
});

/** The name with which an officer will sign in. */
export const accountForm = z.object({ signInName });

/** Ids of roles; what is no id is refused as a whole. */
export const rolesForm = z.array(z.uuid()).max(50);

/** Which officers a program asks for. */
export interface OfficerFilter {
  readonly tim?: string | undefined;
  readonly 'don-vi'?: string | undefined;
  readonly 'trang-thai': 'con' | 'nghi' | 'chua-co-tai-khoan' | 'khoa';
}

const personBody = {
  fullName: person.fullName,
  positionTitle: person.positionTitle,
  isHead: z.boolean(),
};

/** The same as `newOfficerForm` for programs. */
export const newOfficerBody = z.strictObject({ ...personBody, unitId: z.uuid() });

/** The same as `officerForm` for programs. */
export const officerBody = z.strictObject(personBody);

/** The same as `moveForm` for programs. */
export const moveBody = newOfficerBody.omit({ fullName: true });

/** The same as `rolesForm` for programs. */
export const rolesBody = z.strictObject({ roleIds: rolesForm });
