import { fold } from '#platform/search/folding.ts';

/**
 * Signs of issuing bodies, folded, that stand at the end of a document's number, and words by which each body is called. Only
 * signs that mean one thing in the whole country; those of departments are chosen by each office and prove nothing.
 * @law nd-30-2020 Phụ lục I, Phụ lục III
 */
const bodies: Readonly<Record<string, readonly string[]>> = {
  ubnd: ['uy ban nhan dan', 'ubnd', 'chu tich'],
  hdnd: ['hoi dong nhan dan', 'hdnd'],
  ttg: ['thu tuong', 'ttg'],
  cp: ['chinh phu'],
  vpcp: ['van phong chinh phu', 'vpcp'],
  bnv: ['bo noi vu', 'bnv'],
  snv: ['so noi vu', 'snv'],
};

/**
 * Whether the number of a document says that another body issued it than the one it is said to be from: `12/BC-SNV` is
 * not of a commune's committee. What is unsaid, and signs that are not known, contradict nothing.
 */
export function contradictsIssuer(number: string | null, issuer: string | null): boolean {
  const [, ...afterDashes] = (number ?? '').split('-');
  const sign = fold(afterDashes.at(-1) ?? '').trim();
  const known = Object.hasOwn(bodies, sign) ? bodies[sign] : undefined;
  const said = fold(issuer ?? '').trim();
  return known !== undefined && said !== '' && !known.some((words) => said.includes(words));
}
