/** Who may import whom. Every rule here is broken on purpose, and seen to fail, in scripts/check-imports.test.ts. */
const levels = require('./scripts/imports/module-levels.cjs');

const any = (names) => `(?:${names.join('|')})`;
const testing = '\\.test\\.tsx?$|[./]fixtures\\.ts$|/testing[a-z-]*\\.tsx?$';
const door = '^src/modules/[^/]+/(?:index\\.server|links)\\.ts$';
const sqlPackages = '(?:^|/)node_modules/(?:kysely|pg|graphile-worker)/';
const nodeItself = '^[a-z_:/]+$';
const slice = '^src/modules/[^/]+/[^/]+/';
const pureFile = `${slice}[a-z0-9-]+\\.ts$`;
const wordsAndInput = '/(?:input|texts|links|routes|fixtures)\\.ts$';
/** Platform files that hold nothing but values and rules of their own. */
const purePlatform =
  '^src/platform/(?:clock/plain-date|api/page-query|db/id|db/outcome|session/actor|session/decision|http/thrown|docread/[a-z0-9-]+|list/[a-z0-9-]+|search/[a-z0-9-]+)\\.ts$';

const levelRules = levels.flatMap((modules, level) =>
  modules.map((name) => {
    const allowed = [name, ...levels.slice(0, level).flat()];
    return {
      name: 'module-levels',
      comment: `${name} may use only modules of lower levels.`,
      severity: 'error',
      from: { path: `^src/modules/${name}/`, pathNot: testing },
      to: { path: '^src/modules/', pathNot: `^src/modules/${any(allowed)}/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...levelRules,
    {
      name: 'module-door',
      comment: 'A module is entered by index.server.ts or links.ts only.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: testing },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', door] },
    },
    {
      name: 'entry-door',
      comment: 'Whoever composes or exercises the modules uses their doors, links and builders.',
      severity: 'error',
      from: { path: '^(?:src/entry|scripts|seed|e2e)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/modules/',
        // Plans are read in a process of its own, which must not load the rest of the module.
        pathNot: [door, '^src/modules/planning/reading/', '/fixtures\\.ts$', '\\.examples\\.tsx$'],
      },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform holds no word of the office.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: testing },
      to: { path: '^src/(?:modules|entry)/' },
    },
    {
      name: 'ui-knows-no-module',
      comment: 'Components hold no word of the office.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: testing },
      to: { path: '^src/(?:modules|entry)/' },
    },
    {
      name: 'only-entry-knows-all',
      comment: 'Composition roots are imported by nobody inside the product.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: testing },
      to: { path: '^src/entry/' },
    },
    {
      name: 'pure-rules-use-no-package',
      comment: 'Rules of a slice run without packages, database and Node.',
      severity: 'error',
      from: { path: pureFile, pathNot: wordsAndInput },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'pure-rules-stay-pure',
      comment:
        'Rules of a slice use the pure part of the platform and other rules only; types of any place are free.',
      severity: 'error',
      from: { path: pureFile, pathNot: wordsAndInput },
      to: {
        path: [
          '^src/platform/',
          '^src/ui/',
          '\\.server\\.tsx?$',
          '\\.tsx$',
          '/input\\.ts$',
          '^db/',
          '^seed/',
        ],
        pathNot: purePlatform,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'input-uses-zod-only',
      comment: 'What may come from outside is said by schemas, without side effects.',
      severity: 'error',
      from: { path: `${slice}input\\.ts$` },
      to: {
        path: ['node_modules/', nodeItself, '^src/platform/', '^src/ui/', '\\.server\\.tsx?$', '\\.tsx$'],
        pathNot: ['node_modules/zod/', purePlatform, '^src/platform/http/typed-fields\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-in-server-files',
      comment:
        'SQL is written in *.server.ts and in the database part of the platform only; the worker runs the queue.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.server\\.tsx?$',
          '^src/platform/(?:db|postgres|jobs)/',
          '^src/entry/worker\\.ts$',
          testing,
        ],
      },
      to: { path: sqlPackages },
    },
    {
      name: 'island-runs-in-the-browser',
      comment: 'What the browser runs knows neither server nor Node.',
      severity: 'error',
      from: { path: '\\.island\\.tsx$' },
      to: {
        path: ['\\.server\\.tsx?$', sqlPackages, nodeItself, '^src/platform/(?:db|postgres|jobs|session)/'],
      },
    },
    {
      name: 'no-cycle',
      comment: 'What runs through itself cannot be understood or tested alone; types may name each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unknown-import',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'gallery-stays-with-its-makers',
      comment: 'The gallery needs packages that the product does without.',
      severity: 'error',
      from: { path: '^src/(?:entry|modules|platform)/', pathNot: testing },
      to: { path: '^src/ui/gallery/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dev-package-in-product',
      comment:
        'The product runs without the packages that only its makers need; the gallery is no part of it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [testing, '^src/ui/gallery/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
