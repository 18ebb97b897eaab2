import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { EvidenceOwner, ProvenRecord } from '../evidence/owner.server.ts';
import * as evidencePolicy from '../evidence/policy.ts';
import { type FrozenRecord, longestQuery } from './frozen-record.ts';
import type { FreezingPlace, FrozenSource } from './frozen-source.ts';

/** A record as something is frozen for it, with the kind that it is of. */
export interface ForRecord {
  readonly owner: EvidenceOwner;
  readonly record: ProvenRecord;
}

/**
 * The record that an address names by kind and id; undefined where it names none. `NotFound` for one that the person may
 * not see, `Forbidden` where they may bring no proof.
 */
export async function recordOf(ctx: Ctx, place: FreezingPlace, word: string): Promise<ForRecord | undefined> {
  if (word === '') return undefined;
  const at = word.indexOf('.');
  const owner = place.owners.find(({ kind }) => kind === word.slice(0, at));
  if (!owner) throw new NotFound();
  const record = await owner.find(ctx, word.slice(at + 1));
  must(evidencePolicy.freeze(record));
  return { owner, record };
}

/** The kind of record for which something was to be frozen; `NotFound` where nobody knows it any more. */
export function ownerOf(place: FreezingPlace, one: Pick<FrozenRecord, 'recordKind'>): EvidenceOwner {
  const owner = place.owners.find(({ kind }) => kind === one.recordKind);
  if (!owner) throw new NotFound();
  return owner;
}

/** The source of this name, for a person who may freeze it; `NotFound` where there is none, for them or at all. */
export function sourceOf(ctx: Ctx, place: FreezingPlace, name: string): FrozenSource {
  const source = place.sources.find((one) => one.name === name);
  if (!source?.mayFreeze(ctx.actor)) throw new NotFound();
  return source;
}

/** What is to be frozen. */
export interface Chosen {
  readonly source: FrozenSource;
  readonly query: string;
}

/**
 * What an address or a form names: a list with its filter, or a single record; undefined where it names none. `NotFound`
 * for what this person may not freeze.
 */
export function chosenOf(ctx: Ctx, place: FreezingPlace, part: (name: string) => string): Chosen | undefined {
  const [list, single] = [part('danh-sach'), part('ban-ghi')];
  if (list === '' && single === '') return undefined;
  const at = single.indexOf('.');
  const source = sourceOf(ctx, place, list === '' ? single.slice(0, at) : list);
  if (source.isList === (list === '')) throw new NotFound();
  const query = list === '' ? single.slice(at + 1) : part('loc').slice(0, longestQuery);
  return { source, query: source.readQuery(query) };
}
