import type { Pool } from './db.ts';

/** A read or write of a tenant table that does not say whose rows it means. */
export interface LooseRead {
  readonly table: string;
  readonly statement: string;
}

/** One node of a plan as PostgreSQL prints it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly Output?: readonly string[];
  /** "SubPlan 2": what is asked for each row, or once and then looked up. */
  readonly 'Subplan Name'?: string;
  readonly Plans?: readonly PlanNode[];
  readonly [condition: string]: unknown;
}

const conditions = [
  'Index Cond',
  'Filter',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
] as const;
/** One side of a comparison: the column by which a table, under its name in the plan, belongs to a tenant. */
const tenantColumn = /^(\w+)\.(?:tenant_id|parent_id)$/;
const tenantItself = /^(\w+)\.id$/;
const readsOrWrites = /^\s*(?:select|insert|update|delete|with)\b/i;

/** Notes the text of every statement that is sent through the connections of a pool from now on. */
export function noteStatements(pool: Pool): ReadonlySet<string> {
  const noted = new Set<string>();
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    const noting = (...given: unknown[]) => {
      const [first] = given as [string | { text?: string }];
      const text = typeof first === 'string' ? first : first.text;
      if (text !== undefined && readsOrWrites.test(text)) noted.add(text);
      return send(...given);
    };
    client.query = noting as typeof client.query;
  });
  return noted;
}

/**
 * The tables of tenants that a statement reads or changes without naming the tenant: asked of the planner, as the
 * owner of the tables, for whom row-level security adds nothing. Each scan of such a table must demand a tenant itself,
 * or be joined by its tenant to one that does. Runs nothing. Needs PostgreSQL 16, whose planner takes a statement
 * without its values.
 */
export async function listLooseReads(migrator: Pool, statements: Iterable<string>): Promise<LooseRead[]> {
  const tables = await listTenantTables(migrator);
  const loose: LooseRead[] = [];
  for (const statement of statements) {
    const { rows } = await migrator.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `explain (generic_plan, verbose, format json) ${statement}`,
    );
    const nodes = rows.flatMap((row) => plainNames(row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan)));
    const named = namedTenants(nodes);
    for (const node of nodes) {
      const table = `${node.Schema}.${node['Relation Name']}`;
      const isScan = node['Node Type'] !== 'ModifyTable' && tables.has(table);
      if (isScan && !named.has(node.Alias ?? '')) loose.push({ table, statement });
    }
  }
  return loose;
}

/** Tables whose rows belong to a tenant: their primary key begins with it. */
async function listTenantTables(migrator: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await migrator.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'p' and a.attname = 'tenant_id'`);
  return new Set(rows.map((row) => row.name));
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** The same plan, in which the parts of a union are called as tables are. */
function plainNames<Plan>(plan: Plan): Plan {
  const text = JSON.stringify(plan);
  return JSON.parse(
    text.replaceAll(/(\\?")\*SELECT\* (\d+)\1/g, (_, quote: string, part: string) =>
      quote === '"' ? `"part_${part}"` : `part_${part}`,
    ),
  ) as Plan;
}

/** The names, in a plan, of the tables whose tenant is given: by a value, or through a table whose tenant is. */
function namedTenants(nodes: readonly PlanNode[]): ReadonlySet<string> {
  const tenants = new Set(
    nodes.filter((node) => node['Relation Name'] === 'tenant').map((node) => node.Alias),
  );
  const sides = [...nodes.flatMap(comparisons), ...lookups(nodes), ...handedUp(nodes)].map(
    ([left, right]) => {
      const of = (side: string) =>
        tenantColumn.exec(side)?.[1] ??
        [tenantItself.exec(side)?.[1]].find((alias) => alias !== undefined && tenants.has(alias));
      return { left: of(left), right: of(right), isValue: !/\w\.\w/.test(right.replaceAll(/'[^']*'/g, '')) };
    },
  );
  const named = new Set(sides.flatMap(({ left, isValue }) => (left !== undefined && isValue ? [left] : [])));
  for (let known = -1; known < named.size; ) {
    known = named.size;
    for (const { left, right } of sides) {
      if (left === undefined || right === undefined) continue;
      if (named.has(left)) named.add(right);
      else if (named.has(right)) named.add(left);
    }
  }
  return named;
}

/** What a query within the query hands up, under its own name, is what it says within. */
function handedUp(nodes: readonly PlanNode[]): [string, string][] {
  return nodes.flatMap((node) => {
    const inner = node['Node Type'] === 'Subquery Scan' ? (node.Plans?.[0]?.Output ?? []) : [];
    return inner.flatMap((said, at): [string, string][] => {
      const name = node.Output?.[at] ?? `${node.Alias}.${said.split('.').at(-1)}`;
      return [[name, said]];
    });
  });
}

/** The equalities by which rows are looked up in what a subplan gave at once: also in an alternative, others are not seen. */
function lookups(nodes: readonly PlanNode[]): [string, string][] {
  const outputs = new Map(nodes.map((node) => [node['Subplan Name'], node.Output]));
  return nodes.flatMap((node) =>
    [...conditions, 'Output', 'One-Time Filter'].flatMap((name) => {
      const found = [node[name]]
        .flat()
        .join('\n')
        .matchAll(/(\w+\.\w+) = \(hashed (SubPlan \d+)\)\.col(\d+)/g);
      return [...found].flatMap(([, left = '', subplan, column]): [string, string][] => {
        const right = outputs.get(subplan)?.[Number(column) - 1];
        return right === undefined ? [] : [[left, right]];
      });
    }),
  );
}

/** The equalities that must each hold at a node; one that stands in an alternative holds nothing. */
function comparisons(node: PlanNode): [string, string][] {
  return conditions.flatMap((name) => {
    const condition = node[name];
    if (typeof condition !== 'string') return [];
    return condition.split(' AND ').flatMap((part): [string, string][] => {
      const [left, right] = part.replace(/^\(+/, '').split(' = ');
      return left === undefined || right === undefined || / OR /.test(part)
        ? []
        : [[left, right.replace(/\)+$/, '')]];
    });
  });
}
