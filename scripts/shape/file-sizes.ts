import { baseName, type ShapeRule } from './source-tree.ts';

const code = /\.(?:tsx?|mjs|cjs|css|sql)$/;
const longest = 400;
const longestCommands = 300;

/** A file holds one subject: 400 lines at most, 300 where it holds the writes of a slice; texts may be longer. */
export const fileSizes: ShapeRule = {
  name: 'file-sizes',
  check: (tree) =>
    [...tree].flatMap(([path, text]) => {
      const name = baseName(path);
      if (!code.test(name) || /^texts(?:\.en)?\.ts$/.test(name)) return [];
      const limit = name === 'commands.server.ts' ? longestCommands : longest;
      const lines = text.replace(/\n$/, '').split('\n').length;
      return lines > limit ? [{ path, what: `${lines} lines; the limit is ${limit}` }] : [];
    }),
};
