/** The architecture, as a test. Run by `npm run walls`. @type {import('dependency-cruiser').IConfiguration} */
const pure = '^libs/(decider|workflow)/';
const spec = '\\.(spec|contract)\\.ts$|[/.](given|testing)\\.ts$|/testing/|/lives/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'the-engine-is-pure',
      comment: 'decider and workflow know no framework and no node built-in; workflow may evaluate FEEL and reckon with dates',
      severity: 'error',
      from: { path: pure, pathNot: spec },
      to: { pathNot: [pure, 'node_modules/(feelin|temporal-polyfill)/'] },
    },
    {
      name: 'mechanism-knows-no-domain',
      comment: 'event-store, scheduling and platform would serve any other business as well',
      severity: 'error',
      from: { path: '^libs/(event-store|scheduling|platform|decider)/' },
      to: { path: '^libs/domain/' },
    },
    {
      name: 'mechanism-knows-no-engine',
      comment: 'scheduling reckons due days with the calendar of the engine, and with nothing else of it',
      severity: 'error',
      from: { path: '^libs/(event-store|platform|decider)/' },
      to: { path: '^libs/workflow/' },
    },
    {
      name: 'contexts-keep-to-themselves',
      comment:
        'what one context means to another is written down in domain/src/policies, and nowhere else; a transfer is a case with more of its own',
      severity: 'error',
      from: { path: '^libs/domain/src/([^/]+)/', pathNot: ['^libs/domain/src/policies/', spec] },
      to: { path: '^libs/domain/src/', pathNot: ['^libs/domain/src/$1/', '^libs/domain/src/(identity|cases)/index\\.ts$'] },
    },
    {
      name: 'nest-only-at-the-rim',
      comment: 'inside a context only its module file speaks Nest',
      severity: 'error',
      from: { path: '^libs/(domain|event-store|scheduling)/', pathNot: '\\.module\\.ts$' },
      to: { path: 'node_modules/(@nestjs|rxjs)/' },
    },
    {
      name: 'apps-choose-the-adapters',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['/adapters/', spec] },
      to: { path: '/adapters/' },
    },
    {
      name: 'platform-is-for-apps',
      severity: 'error',
      from: { path: '^libs/(?!platform/)', pathNot: spec },
      to: { path: '^libs/platform/' },
    },
    {
      name: 'drivers-live-in-adapters',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['/adapters/', spec] },
      to: { path: 'node_modules/(@eventstore|@kurrent|bullmq|ioredis|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'through-the-front-door',
      comment: 'from outside, a lib is its index (or testing) and a context is its index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/src/index\\.ts$',
          '/testing\\.ts$',
          '^libs/domain/src/[^/]+/index\\.ts$',
          '/adapters/[^/]+(/index)?\\.ts$',
        ],
      },
    },
    {
      name: 'test-support-is-for-tests',
      comment: 'stand-ins for servers are never reached from what is shipped',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { path: '^test/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
