// What may import what. The stages meet only in tables: no stage imports another's code.
const ours = (...folders) => `^src/(${folders.join('|')})(/|\\.ts$)`;
const only = (name, from, allowed) => ({
  name,
  comment: `${from.join(', ')} may import only ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: ours(...from), pathNot: '(\\.test|/testkit|/testing|/testing/[a-z-]+)\\.ts$' },
  to: { path: '^src/', pathNot: ours(...from, ...allowed) },
});
const shared = ['logger', 'errors'];

module.exports = {
  forbidden: [
    only('domain-is-pure', ['domain'], []),
    only('sources', ['sources'], ['domain', 'database', ...shared]),
    only('catalogue', ['catalogue'], ['domain', 'database', ...shared]),
    only('landing', ['landing'], ['domain', 'database', 'sources', ...shared]),
    only('load', ['load'], ['domain', 'database', 'landing', 'sources', ...shared]),
    only('transform', ['transform'], ['domain', 'database', ...shared]),
    only('quality', ['quality'], ['domain', 'database', ...shared]),
    only('alerts', ['alerts'], ['domain', 'database', ...shared]),
    only('monitoring', ['monitoring'], ['domain', 'database', 'sources', 'jobs', ...shared]),
    only('series', ['series'], ['domain', 'database', ...shared]),
    only(
      'jobs',
      ['jobs'],
      [
        'domain',
        'database',
        'sources',
        'landing',
        'load',
        'transform',
        'quality',
        'catalogue',
        'alerts',
        ...shared,
      ],
    ),
    only(
      'graphql',
      ['graphql'],
      ['domain', 'database', 'series', 'alerts', 'catalogue/(search|fold|tracking)', 'config', ...shared],
    ),
    only('export', ['export'], ['domain', 'database', 'graphql', 'series', ...shared]),
    only('backup', ['backup'], ['database', ...shared]),
    only('http', ['http'], ['domain', 'database', 'graphql', 'export', 'config', ...shared]),
    only('dashboard', ['dashboard'], []),
    {
      name: 'entry-points-are-ends',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/client/' },
      // Types may refer to each other: nothing is left of them at run time.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'one-clock',
      comment: 'only the timetable knows node-cron',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/jobs/schedule\\.ts$' },
      to: { path: 'node_modules/node-cron' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/database/client/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
