/** Says where the files leave the shape of the house (CONTRIBUTING.md); ends with 1 when one does. */
import { shapeRules } from './shape/rules.ts';
import { readSourceTree } from './shape/source-tree.ts';

const tree = readSourceTree(process.cwd());
let count = 0;
for (const rule of shapeRules) {
  for (const { path, line, what } of rule.check(tree)) {
    console.log(`${path}${line === undefined ? '' : `:${line}`}  ${what}  (${rule.name})`);
    count += 1;
  }
}
console.log(`${tree.size} files read, ${count} findings`);
if (count > 0 || tree.size === 0) process.exitCode = 1;
