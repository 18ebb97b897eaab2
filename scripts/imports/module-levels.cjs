/**
 * The modules of the product by level: a module may use modules of lower levels only, never its own level or above.
 *
 * A new module is added here before its folder is made; the shape check refuses folders that stand on no level.
 */
module.exports = [
  ['lists'],
  ['directory', 'calendar'],
  ['casework'],
  ['planning', 'onestop', 'voice', 'surveys', 'documents', 'workforce', 'registers', 'emulation'],
  ['indicators'],
  ['reports', 'scoring'],
  ['portal', 'workbench', 'province'],
];
