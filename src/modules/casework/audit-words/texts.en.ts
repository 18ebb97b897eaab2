import type { Texts } from './texts.ts';

export const en: Texts = {
  acts: {
    'casework.evidence.attach': 'Add evidence',
    'casework.evidence.replace': 'Replace evidence by a new version',
    'casework.evidence.remove': 'Remove evidence',
    'casework.evidence.restore': 'Restore evidence',
    'casework.evidence.see': 'Open a file of evidence',
    'platform.file.scan': 'Scan a file',
    'platform.file.remove': 'Remove a file that is not used any more',
  },
  kinds: { evidence: 'Evidence', 'file-content': 'Content of a file' },
  fields: {
    evidence: 'Evidence',
    sha256: 'SHA-256 hash',
    byteCount: 'Size (bytes)',
    url: 'Address',
    number: 'Number and sign',
    issuedOn: 'Issued on',
    issuer: 'Issuing body',
    reason: 'Reason',
    version: 'Version',
    scan: 'Scan',
    harm: 'Harm',
  },
  systems: { 'file-scan': 'File scan', 'file-removal': 'File removal' },
  values: {
    scan: { none: 'not scanned', clean: 'clean', waiting: 'waits', infected: 'does harm' },
  },
};
