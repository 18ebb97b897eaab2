#!/usr/bin/env node
// Scores what the importer read from a plan against a gold reading of the same plan.
//   node score-import.mjs GOLD.json READ.json [GOLD READ ...]
// Both files have the shape described in src/modules/planning/reading/plan-reading.ts. Prints one line per document and a total;
// exits 0. With --min 0.98 it exits 1 when the total falls short. With --show it lists what differs.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const args = process.argv.slice(2);
const option = (name) => {
  const i = args.indexOf(name);
  if (i < 0) return undefined;
  const v = args[i + 1];
  args.splice(i, 2);
  return v;
};
const min = Number(option('--min') ?? 0);
const show = args.includes('--show') && args.splice(args.indexOf('--show'), 1).length > 0;
if (args.length < 2 || args.length % 2) {
  console.error('usage: score-import.mjs [--min N] [--show] GOLD READ [GOLD READ ...]');
  process.exit(2);
}

const fold = (s) =>
  (s ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/[“”"'‘’«».,;:()\[\]*_/\\&-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const words = (s) =>
  new Map(
    fold(s)
      .split(' ')
      .filter(Boolean)
      .reduce((m, w) => m.set(w, (m.get(w) ?? 0) + 1), new Map()),
  );
/** Dice overlap of words, 0..1; two empty texts agree. */
function alike(a, b) {
  const x = words(a),
    y = words(b);
  let nx = 0,
    ny = 0,
    both = 0;
  for (const [, n] of x) nx += n;
  for (const [w, n] of y) {
    ny += n;
    both += Math.min(n, x.get(w) ?? 0);
  }
  return nx + ny === 0 ? 1 : (2 * both) / (nx + ny);
}
/** Pairs each gold row with at most one read row, best first. */
function pair(gold, read, closeness, floor) {
  const all = [];
  gold.forEach((g, i) =>
    read.forEach((r, j) => {
      const c = closeness(g, r, i, j);
      if (c >= floor) all.push([c, i, j]);
    }),
  );
  all.sort((p, q) => q[0] - p[0]);
  const gi = new Set(),
    rj = new Set(),
    pairs = [];
  for (const [c, i, j] of all)
    if (!gi.has(i) && !rj.has(j)) {
      gi.add(i);
      rj.add(j);
      pairs.push([gold[i], read[j], c]);
    }
  return { pairs, missed: gold.filter((_, i) => !gi.has(i)), extra: read.filter((_, j) => !rj.has(j)) };
}
const f1 = (hit, gold, read) => (gold + read === 0 ? 1 : (2 * hit) / (gold + read));
const sameSet = (a = [], b = []) => {
  const x = a.map(fold).sort(),
    y = b.map(fold).sort();
  return x.length === y.length && x.every((v, i) => alike(v, y[i]) >= 0.85);
};
const beat = (x) =>
  JSON.stringify(
    x ? ['every', 'times', 'dayOfMonth', 'month', 'weekday', 'week'].map((k) => x[k] ?? null) : null,
  );
const sameDue = (g, r) =>
  !!r &&
  [g.kind, ...(g.accept_kind ?? [])].includes(r.kind) &&
  (g.from ?? null) === (r.from ?? null) &&
  (g.to ?? null) === (r.to ?? null) &&
  beat(g.recurrence) === beat(r.recurrence);

function score(gold, read) {
  const notes = [];
  const row = (t) => [t.objective, t.task, t.activity].filter(Boolean).join(' ');
  const t = pair(
    gold.tasks ?? [],
    read.tasks ?? [],
    (g, r, i, j) => alike(row(g), row(r)) - Math.abs(i - j) * 1e-4,
    0.6,
  );
  // A gold row may list other readings that are as good, under `accept`.
  const anyOf = (g, name, ok) => [g[name], ...(g.accept?.[name] ?? [])].some(ok);
  const text = (name, floor) => (g, r) => anyOf(g, name, (v) => alike(v, r[name]) >= floor);
  const units = (name) => (g, r) => anyOf(g, name, (v) => sameSet(v ?? [], r[name] ?? []));
  const fields = {
    section: (g, r) => fold(g.section) === fold(r.section),
    objective: text('objective', 0.9),
    task: text('task', 0.9),
    activity: text('activity', 0.9),
    product: text('product', 0.9),
    chair_leader: text('chair_leader', 0.85),
    lead: units('lead'),
    coordinators: units('coordinators'),
    due_text: text('due_text', 0.9),
    due: (g, r) => (g.due ? sameDue(g.due, r.due) : !r.due),
  };
  let good = 0,
    total = 0;
  for (const [g, r] of t.pairs)
    for (const [name, ok] of Object.entries(fields)) {
      total++;
      if (ok(g, r)) good++;
      else
        notes.push(
          `task ${g.seq ?? '·'} ${name}: gold ${JSON.stringify(g[name])} read ${JSON.stringify(r[name])}`,
        );
    }
  for (const m of t.missed) notes.push(`task missed: ${row(m).slice(0, 90)}`);
  for (const e of t.extra) notes.push(`task invented: ${row(e).slice(0, 90)}`);

  // A target counts when measure-text, comparison, value, unit and year all agree; context figures are optional.
  const wanted = (gold.targets ?? []).filter((x) => x.role !== 'context');
  const optional = (gold.targets ?? []).filter((x) => x.role === 'context');
  const sameTarget = (g, r) => {
    const ops = [g.operator, ...(g.accept_operator ?? [])],
      values = [g.value, ...(g.accept_value ?? [])];
    if (!ops.includes(r.operator) || !values.includes(r.value) || fold(g.unit) !== fold(r.unit)) return 0;
    if (g.year != null && r.year != null && g.year !== r.year) return 0;
    return Math.max(alike(g.text, r.text), alike(g.metric, r.metric));
  };
  let readTargets = read.targets ?? [];
  const ctx = pair(optional, readTargets, sameTarget, 0.5);
  const first = pair(wanted, readTargets, sameTarget, 0.45);
  const taken = new Set(first.pairs.map(([, r]) => r));
  const forgiven = new Set(ctx.pairs.map(([, r]) => r).filter((r) => !taken.has(r)));
  for (const m of first.missed)
    notes.push(`target missed: ${m.operator} ${m.value} ${m.unit} ${m.text.slice(0, 80)}`);
  for (const e of first.extra)
    if (!forgiven.has(e))
      notes.push(`target invented: ${e.operator} ${e.value} ${e.unit} ${(e.text ?? '').slice(0, 80)}`);

  const cite = (x) => fold(`${x.number ?? ''}`);
  const goldCites = [...(gold.plan?.basis ?? []), ...(gold.citations ?? [])].filter((x) => x.number);
  const readCites = [...(read.plan?.basis ?? []), ...(read.citations ?? [])].filter((x) => x.number);
  const uniq = (xs) => [...new Set(xs.map(cite))];
  const gc = uniq(goldCites),
    rc = uniq(readCites),
    bothC = gc.filter((c) => rc.includes(c)).length;

  const regime = pair(
    gold.report_regime ?? [],
    read.report_regime ?? [],
    (g, r) =>
      (g.period === r.period ? 0.5 : 0) +
      ((g.data_from ?? null) === (r.data_from ?? null) && (g.data_to ?? null) === (r.data_to ?? null)
        ? 0.5
        : 0),
    1,
  );
  for (const m of regime.missed) notes.push(`regime missed: ${m.period} ${m.data_from}..${m.data_to}`);

  const head = ['number', 'date', 'commune', 'kind', 'year_from', 'year_to'];
  const headOk = head.filter(
    (k) => fold(String(gold.plan?.[k] ?? '')) === fold(String(read.plan?.[k] ?? '')),
  );
  const signerOk = alike(gold.plan?.signer?.name, read.plan?.signer?.name) >= 0.95;
  for (const k of head)
    if (!headOk.includes(k))
      notes.push(`plan.${k}: gold ${JSON.stringify(gold.plan?.[k])} read ${JSON.stringify(read.plan?.[k])}`);

  const parts = {
    rows: f1(t.pairs.length, (gold.tasks ?? []).length, (read.tasks ?? []).length),
    fields: total ? good / total : (gold.tasks ?? []).length ? 0 : 1,
    targets: f1(first.pairs.length, wanted.length, readTargets.length - forgiven.size),
    citations: f1(bothC, gc.length, rc.length),
    regime: f1(regime.pairs.length, (gold.report_regime ?? []).length, (read.report_regime ?? []).length),
    header: (headOk.length + (signerOk ? 1 : 0)) / (head.length + 1),
  };
  const weight = { rows: 0.25, fields: 0.3, targets: 0.2, citations: 0.05, regime: 0.1, header: 0.1 };
  const overall = Object.entries(weight).reduce((s, [k, w]) => s + w * parts[k], 0);
  return { parts, overall, notes };
}

let sum = 0,
  n = 0;
for (let i = 0; i < args.length; i += 2) {
  const gold = JSON.parse(readFileSync(args[i], 'utf8'));
  let result;
  try {
    result = score(gold, JSON.parse(readFileSync(args[i + 1], 'utf8')));
  } catch (e) {
    result = { parts: {}, overall: 0, notes: [String(e.message)] };
  }
  sum += result.overall;
  n++;
  const p = Object.entries(result.parts)
    .map(([k, v]) => `${k} ${v.toFixed(3)}`)
    .join('  ');
  console.log(
    `${basename(args[i])
      .replace(/\.json$/, '')
      .padEnd(34)} ${result.overall.toFixed(3)}  ${p}`,
  );
  if (show) for (const note of result.notes) console.log('   ' + note);
}
console.log(`total ${(sum / n).toFixed(4)} over ${n} documents`);
if (sum / n < min) process.exit(1);
