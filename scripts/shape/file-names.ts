import levels from '../imports/module-levels.cjs';
import { baseName, type Finding, type ShapeRule, type SourceTree } from './source-tree.ts';

const code = /^(?:src|scripts|seed|bench|e2e)\/.*\.(?:tsx?|mjs|cjs|css)$/;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;

/** Names that say where something was put and not what it is. */
const drawers = new Set(['common', 'lib', 'libs', 'misc', 'shared', 'types', 'v2']);

/** Last words that name a layer or a drawer; a service that the office renders is named by the office's own term. */
const layers = /(?:^|-)(?:controller|dto|helper|manager|mapper|repository|repositories|service|util)s?$/;
const officeTerms = new Set(['full-online-service', 'partial-online-service']);

const moduleFile = /^(?:index\.server|links|routes|jobs|operations|trash)\.ts$|\.test\.tsx?$/;
const sliceFile =
  /^(?:[a-z0-9-]+\.ts|[a-z0-9-]+\.server\.ts|texts\.en\.ts|[a-z0-9-]+\.island\.tsx|[a-z0-9-]+(?:\.db|\.http)?\.test\.tsx?)$/;
const sliceFolders: Readonly<Record<string, RegExp>> = {
  pages:
    /^[a-z0-9-]+(?:\.examples|\.test|\.http\.test|\.island)?\.tsx$|^[a-z0-9-]+(?:\.http)?\.test\.ts$|\.css$/,
  parts: /^[a-z0-9-]+(?:\.examples|\.test|\.island)?\.tsx$|^[a-z0-9-]+\.test\.ts$|\.css$/,
  papers: /^[a-z0-9-]+(?:\.test)?\.ts$/,
  commands: /^[a-z0-9-]+\.server\.ts$|^[a-z0-9-]+\.db\.test\.ts$/,
};

/** Files of a module and of a slice have the names that every reader knows from the other slices. */
export const sliceFileNames: ShapeRule = {
  name: 'slice-file-names',
  check: (tree) =>
    inModules(tree).flatMap(({ path, parts }) => {
      const [, slice, inner, ...deeper] = parts;
      if (slice === 'reading' || slice === undefined) return [];
      if (inner === undefined) {
        return moduleFile.test(slice)
          ? []
          : [
              {
                path,
                what: 'a module holds index.server.ts, links.ts, routes.ts, jobs.ts, operations.ts, trash.ts and slices',
              },
            ];
      }
      const allowed = deeper.length === 0 ? sliceFile : deeper.length === 1 ? sliceFolders[inner] : undefined;
      return allowed?.test(baseName(path))
        ? []
        : [{ path, what: 'no file of a slice has this name or place' }];
    }),
};

/** Every module stands on a level of scripts/imports/module-levels.cjs. */
export const knownModules: ShapeRule = {
  name: 'known-modules',
  check: (tree) => {
    const known = new Set(levels.flat());
    const unknown = new Map(inModules(tree).map(({ path, parts }) => [parts[0] ?? '', path]));
    return [...unknown]
      .filter(([name]) => !known.has(name))
      .map(([name, path]) => ({ path, what: `the module ${name} stands on no level` }));
  },
};

/** Code files are named in kebab-case. */
export const kebabCase: ShapeRule = {
  name: 'kebab-case',
  check: (tree) =>
    codePaths(tree)
      .filter((path) => path.split('/').some((part) => !kebab.test(part)))
      .map((path) => ({ path, what: 'names are written in kebab-case' })),
};

/** No file or folder is a drawer or a layer. */
export const noDrawers: ShapeRule = {
  name: 'no-drawers',
  check: (tree) =>
    codePaths(tree).flatMap((path): Finding[] => {
      const stems = path.split('/').map((part) => part.replace(/\..*$/, ''));
      const drawer = stems.find((stem) => drawers.has(stem) || (layers.test(stem) && !officeTerms.has(stem)));
      return drawer === undefined ? [] : [{ path, what: `"${drawer}" does not say what is inside` }];
    }),
};

function codePaths(tree: SourceTree): string[] {
  return [...tree.keys()].filter((path) => code.test(path));
}

function inModules(tree: SourceTree): { path: string; parts: string[] }[] {
  return [...tree.keys()]
    .filter((path) => path.startsWith('src/modules/'))
    .map((path) => ({ path, parts: path.split('/').slice(2) }));
}
