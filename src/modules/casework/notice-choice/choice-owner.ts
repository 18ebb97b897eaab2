import type { Id } from '#platform/db/id.ts';
import type { NoticeChoice, OwnChoice } from './notice-choice.ts';

/** Who says it: the office for all its people, a unit for its own, or a person. */
export type ChoiceOwner =
  | { readonly layer: 'office' }
  | { readonly layer: 'unit'; readonly unitId: Id<'unit'> }
  | { readonly layer: 'person'; readonly officerId: Id<'officer'> };

export type ChoiceLayer = ChoiceOwner['layer'];

/** What one layer says, and what counts where it says nothing. */
export interface LayerChoice {
  readonly own: OwnChoice;
  /** What counts without it. */
  readonly above: NoticeChoice;
  /** 0 while nothing was ever said. */
  readonly version: number;
  readonly chosenBy: string;
  readonly chosenAt: Date | null;
}

/** A layer above people, with whom it reaches. */
export interface DefaultRow {
  /** Null for the office. */
  readonly unitId: Id<'unit'> | null;
  readonly unitName: string;
  readonly own: OwnChoice;
  readonly chosenBy: string;
  readonly chosenAt: Date | null;
  /** How many people the layer reaches, and how many of them say something themselves. */
  readonly people: number;
  readonly choosers: number;
}

/** The id under which a layer stands in the audit: that of the tenant, the unit or the officer. */
export function ownerId(owner: ChoiceOwner, tenantId: string): string {
  if (owner.layer === 'office') return tenantId;
  return owner.layer === 'unit' ? owner.unitId : owner.officerId;
}
