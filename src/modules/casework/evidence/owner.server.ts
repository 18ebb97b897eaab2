import type { Expression, SqlBool } from 'kysely';
import type { Crumb } from '#platform/http/reply.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Decision } from '#platform/session/decision.ts';
import type { Years } from './evidence.ts';

/** The acts on evidence whose right the record decides. */
export type EvidenceAct =
  | 'casework.evidence.attach'
  | 'casework.evidence.freeze'
  | 'casework.evidence.replace'
  | 'casework.evidence.remove'
  | 'casework.evidence.restore';

/** A record that somebody may choose to bring proof to. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
}

/** A record as its evidence needs to know it. */
export interface ProvenRecord {
  readonly id: string;
  readonly title: string;
  readonly years: Years;
  /** The way from the top to the record, the record itself last. */
  readonly crumbs: readonly Crumb[];
  /** The record decides: whoever may see it sees its evidence, and who may do what with that says this. */
  may(act: EvidenceAct): Decision;
}

/**
 * A kind of record that evidence can be attached to. Its slice describes it once and gives it the routes
 * (`evidenceRoutes`) and the part of its page (`EvidencePanel`); evidence needs to know nothing else about it.
 */
export interface EvidenceOwner {
  /** The kind of the record, as in the audit. */
  readonly kind: string;
  /** The address of the list of such records; that of one is `<path>/<id>`. */
  readonly path: string;
  /** Its files can be taken along as one package: it stands among those of `packageRoutes`. */
  readonly isPacked?: true;
  /** The record for this person; `NotFound` when they may not see it. */
  find(ctx: Ctx, recordId: string): Promise<ProvenRecord>;
  /** What these records are called; those that the person may not see are left out. */
  titles(ctx: Ctx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records to which this person may bring proof, by their names; without a search, their own that are under way. */
  candidates(ctx: Ctx, search: string): Promise<readonly Candidate[]>;
  /** The SQL twin of `find`, over the rows of attachments of this kind aliased `a`: their `a.record_id` may be seen. */
  visibleTo(actor: Actor): Expression<SqlBool>;
}
