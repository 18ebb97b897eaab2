import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./check.mjs', import.meta.url));

function check(
  files: Readonly<Record<string, string>>,
  ...parts: string[]
): { code: number | null; said: string } {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parts], {
      cwd: root,
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('npm run check', { timeout: 60_000 }, () => {
  it('ends with 0 when every part passes', () => {
    const { code, said } = check({ 'src/ui/icon.ts': 'export const icon = 1;\n' }, 'shape', 'imports');
    expect(said).toMatch(/passed {2}shape .* s\npassed {2}imports .* s\n\n2 passed, 0 failed/);
    expect(code).toBe(0);
  });

  it('ends with 1 when one part fails, and shows the output of that one', () => {
    const { code, said } = check({ 'src/ui/utils.ts': 'export const icon = 1;\n' }, 'shape', 'imports');
    expect(said).toContain('FAILED  shape');
    expect(said).toContain('passed  imports');
    expect(said).toContain('--- shape\nsrc/ui/utils.ts');
    expect(said).not.toContain('--- imports');
    expect(said).toContain('1 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('takes a tree without files for a failure', () => {
    const { code, said } = check({}, 'shape', 'imports');
    expect(said).toContain('0 passed, 2 failed');
    expect(code).toBe(1);
  });

  it('finds types, lint and format that are wrong', () => {
    const files = {
      'package.json': '{ "type": "module" }\n',
      'tsconfig.json':
        '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] }, "include": ["src"] }\n',
      '.oxlintrc.json': '{ "rules": { "typescript/no-floating-promises": "error" } }\n',
      'src/ui/icon.ts':
        'const late=async (): Promise<number> => 1;\nlate();\nexport const icon: string = 1;\n',
    };
    const { code, said } = check(files, 'types', 'lint', 'format');
    expect(said).toContain('FAILED  types');
    expect(said).toContain('TS2322');
    expect(said).toContain('FAILED  lint');
    expect(said).toContain('no-floating-promises');
    expect(said).toContain('FAILED  format');
    expect(code).toBe(1);
  });

  it('names its parts when asked for one that does not exist', () => {
    const { code, said } = check({}, 'spelling');
    expect(said.trim()).toBe(
      'No such part: spelling. There are format, types, lint, imports, dead-code, shape.',
    );
    expect(code).toBe(2);
  });
});
