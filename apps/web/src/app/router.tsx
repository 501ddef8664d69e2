import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isProblem } from '../api/problem';
import { queryClient } from '../api/queryClient';
import { clockQuery, meQuery } from '../api/session';
import { Waiting } from '../parts/Waiting';
import { CrashPage, LostPage } from './LostPage';
import { Shell } from './Shell';

type Search = Readonly<Record<string, unknown>>;
const text = (search: Search, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
};

/** Keeps of the address's search only the texts that the page knows. */
const knows =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Search): { [K in Name]?: string | undefined } => {
    const kept: { [K in Name]?: string | undefined } = {};
    for (const name of names) {
      const value = text(search, name);
      if (value !== undefined) kept[name] = value;
    }
    return kept;
  };

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: knows('to', 'expired'),
  component: lazyRouteComponent(() => import('../pages/login/LoginPage'), 'LoginPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      // What a form begins with is the business's today: it has to be known before the first of them is drawn.
      if (me.demo) await queryClient.ensureQueryData(clockQuery);
    } catch (error) {
      if (isProblem(error) && error.status === 401) throw redirect({ to: '/login', search: { to: location.href } });
      throw error;
    }
  },
  component: Shell,
});

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => inside, path, component });

/** Half of an address that was copied leads nowhere, and that is what to say of it. */
const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
const ofId = {
  loader: ({ params: { id } }: { params: { id: string } }) => {
    if (!isId(id)) throw notFound();
  },
  notFoundComponent: LostPage,
};

const index = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});
const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: knows('view'),
  component: lazyRouteComponent(() => import('../pages/inbox/InboxPage'), 'InboxPage'),
});
const proposals = createRoute({
  getParentRoute: () => inside,
  path: '/proposals',
  validateSearch: knows('status', 'unit', 'query'),
  component: lazyRouteComponent(() => import('../pages/proposals/ProposalsPage'), 'ProposalsPage'),
});
const compose = page(
  '/proposals/new',
  lazyRouteComponent(() => import('../pages/compose/ComposePage'), 'ComposePage'),
);
const proposal = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/$id',
  ...ofId,
  component: lazyRouteComponent(() => import('../pages/case/CasePage'), 'CasePage'),
});
const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: knows('definition', 'status', 'query'),
  component: lazyRouteComponent(() => import('../pages/cases/CasesPage'), 'CasesPage'),
});
const chooseCase = page(
  '/cases/new',
  lazyRouteComponent(() => import('../pages/cases/NewCasePage'), 'ChooseCasePage'),
);
const newCase = page(
  '/cases/new/$definition',
  lazyRouteComponent(() => import('../pages/cases/NewCasePage'), 'NewCasePage'),
);
const genericCase = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  ...ofId,
  component: lazyRouteComponent(() => import('../pages/cases/GenericCasePage'), 'GenericCasePage'),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: knows('status', 'caseId'),
  component: lazyRouteComponent(() => import('../pages/audit/AuditPage'), 'AuditPage'),
});
const obligations = createRoute({
  getParentRoute: () => inside,
  path: '/obligations',
  validateSearch: knows('status', 'kind', 'mine'),
  component: lazyRouteComponent(() => import('../pages/obligations/ObligationsPage'), 'ObligationsPage'),
});
const map = createRoute({
  getParentRoute: () => inside,
  path: '/map',
  validateSearch: knows('unit', 'asOf'),
  component: lazyRouteComponent(() => import('../pages/staffing/MapPage'), 'MapPage'),
});
const performance = createRoute({
  getParentRoute: () => inside,
  path: '/performance',
  validateSearch: knows('unit'),
  component: lazyRouteComponent(() => import('../pages/staffing/PerformancePage'), 'PerformancePage'),
});
const personnel = page(
  '/personnel',
  lazyRouteComponent(() => import('../pages/personnel/PersonnelPage'), 'PersonnelPage'),
);
const notices = page(
  '/notices',
  lazyRouteComponent(() => import('../pages/notices/NoticesPage'), 'NoticesPage'),
);
const substitutes = page(
  '/substitutes',
  lazyRouteComponent(() => import('../pages/substitutes/SubstitutesPage'), 'SubstitutesPage'),
);
const definitions = page(
  '/definitions',
  lazyRouteComponent(() => import('../pages/definitions/DefinitionsPage'), 'DefinitionsPage'),
);
const definition = createRoute({
  getParentRoute: () => inside,
  path: '/definitions/$id',
  validateSearch: knows('version'),
  component: lazyRouteComponent(() => import('../pages/definitions/DefinitionPage'), 'DefinitionPage'),
});
const imports = page(
  '/imports',
  lazyRouteComponent(() => import('../pages/imports/ImportPage'), 'ImportPage'),
);
const mail = page(
  '/mail',
  lazyRouteComponent(() => import('../pages/admin/MailPage'), 'MailPage'),
);
const projections = page(
  '/projections',
  lazyRouteComponent(() => import('../pages/operations/OperationsPage'), 'OperationsPage'),
);
const tokens = page(
  '/tokens',
  lazyRouteComponent(() => import('../pages/admin/TokensPage'), 'TokensPage'),
);
const help = page(
  '/help',
  lazyRouteComponent(() => import('../pages/help/HelpPage'), 'HelpPage'),
);

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    inside.addChildren([
      index,
      inbox,
      proposals,
      compose,
      proposal,
      cases,
      chooseCase,
      newCase,
      genericCase,
      audit,
      obligations,
      map,
      performance,
      personnel,
      notices,
      substitutes,
      definitions,
      definition,
      imports,
      mail,
      projections,
      tokens,
      help,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
