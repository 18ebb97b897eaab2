import type { PackedRecord } from './package-owner.server.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Why a file is not in the package. */
export type LeftOut = 'infected' | 'waiting' | 'missing';

/** One proof of a record as the index tells it; a record without any has one line without. */
export interface PackageLine {
  readonly record: PackedRecord;
  readonly proof: Evidence | undefined;
  /** The file's name within the package. */
  readonly path: string | undefined;
  readonly leftOut: LeftOut | undefined;
}

/**
 * The lines of an index: each proof of each record, a content that several records share only once in the package.
 * @param nameOf gives a file its name within the package
 */
export function packageLines(
  records: readonly PackedRecord[],
  proofs: ReadonlyMap<string, readonly Evidence[]>,
  nameOf: (folder: string, given: string, ending: string) => string,
  pathOf: Map<string, string>,
): PackageLine[] {
  return records.flatMap((record): PackageLine[] => {
    const list = proofs.get(record.id) ?? [];
    if (list.length === 0) return [{ record, proof: undefined, path: undefined, leftOut: undefined }];
    return list.map((proof) => {
      const { file } = proof;
      if (!file) return { record, proof, path: undefined, leftOut: undefined };
      if (file.scan === 'infected' || file.scan === 'waiting')
        return { record, proof, path: undefined, leftOut: file.scan };
      const ending = /\.([A-Za-z0-9]{1,8})$/.exec(proof.title)?.[1]?.toLowerCase() ?? '';
      const path = pathOf.get(file.sha256) ?? nameOf(record.code, proof.title, ending);
      pathOf.set(file.sha256, path);
      return { record, proof, path, leftOut: undefined };
    });
  });
}
