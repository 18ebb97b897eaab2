/** The evidence of a record: `recordLink` is the address of the record. */
export function evidenceLink(recordLink: string, attachmentId?: string, deed?: EvidenceDeed): string {
  return [recordLink, 'minh-chung', attachmentId, deed].filter(Boolean).join('/');
}
export type EvidenceDeed = 'thay-tep' | 'thay' | 'go' | 'khoi-phuc';

/** The page on which evidence is added; or where one of its forms is sent. */
export function addEvidenceLink(
  recordLink: string,
  form: 'moi' | 'co-san' | 'tep' | 'duong-dan' | 'van-ban',
): string {
  return `${recordLink}/minh-chung/${form}`;
}

/** The file of one version. */
export function evidenceFileLink(recordLink: string, attachmentId: string, version: number): string {
  return `${evidenceLink(recordLink, attachmentId)}/tep/${version}`;
}
