import { describe, expect, it } from 'vitest';
import { safeNames } from './evidence-package.ts';

describe('the names of files in a package', () => {
  it('are plain, keep their ending and stay apart, however they were called', () => {
    const name = safeNames();
    expect(name('I.1', 'Báo cáo quý đầu.pdf', 'pdf')).toBe('tep/I-1/Bao-cao-quy-dau.pdf');
    expect(name('I.1', 'bao-cao-quy-dau.PDF', 'pdf')).toBe('tep/I-1/bao-cao-quy-dau-2.pdf');
    expect(name('../..', '../../etc/passwd', '')).toBe('tep/khac/etc-passwd');
    expect(name('=1+1', '-.pdf', 'pdf')).toBe('tep/1-1/tep.pdf');
    expect(name('a', `${'x'.repeat(300)}.pdf`, 'pdf')).toHaveLength(4 + 2 + 80 + 4);
    expect(name('a', 'CON\u202Efdp.exe', 'exe')).toBe('tep/a/CON-fdp.exe');
  });
});
