import type { Config } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { type Lang, langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { databaseFindings } from './database.server.ts';
import type { Finding } from './finding.ts';
import { machineFindings } from './machine.ts';
import { texts } from './texts.ts';

const SIGNS: Readonly<Record<Finding['verdict'], string>> = { good: '✓', bad: '✗', note: '·' };

/** Checks in plain words whether this machine can run the product, changing nothing but an absent data folder.
 *  @returns the exit code: 1 when something must be put right */
export async function doctor(config: Config, log: Log): Promise<number> {
  const findings = [
    ...(await machineFindings(config)),
    ...(await databaseFindings(config, log).catch(asFinding)),
  ];
  process.stdout.write(`${langs.map((lang) => report(lang, findings)).join('\n\n')}\n`);
  return findings.some(({ verdict }) => verdict === 'bad') ? 1 : 0;
}

function asFinding(error: unknown): Finding[] {
  if (error instanceof StartRefusal) return [{ verdict: 'bad', sentence: error.sentence }];
  throw error;
}

function report(lang: Lang, findings: readonly Finding[]): string {
  const lines = findings.map(({ verdict, sentence }) => `${SIGNS[verdict]} ${sentence[lang]}`);
  const wrong = findings.filter(({ verdict }) => verdict === 'bad').length;
  return [...lines, wrong === 0 ? texts(lang).healthy : texts(lang).unhealthy(wrong)].join('\n');
}
