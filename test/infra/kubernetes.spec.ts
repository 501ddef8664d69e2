import { readConfig } from '@app/platform';
import { z } from 'zod';
import { faultsOf, filesIn, kustomizationIn, type Manifest, manifestsIn, settingsIn, textOf } from './manifests.js';

const [base, example] = ['infra/kubernetes/base', 'infra/kubernetes/overlays/example'];
const objects = [...manifestsIn(base), ...manifestsIn(example)];
const named = (object: Manifest) => `${object.kind} ${object.metadata?.name ?? '?'}`;

const container = z.looseObject({
  name: z.string(),
  resources: z.object({ requests: z.object({ cpu: z.string(), memory: z.string() }), limits: z.object({ memory: z.string() }) }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  startupProbe: z.looseObject({}),
  readinessProbe: z.looseObject({}),
  livenessProbe: z.looseObject({}),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
});
const selector = z.object({ matchLabels: z.record(z.string(), z.string()) });
const workload = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    replicas: z.number(),
    selector,
    template: z.looseObject({
      metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
      spec: z.looseObject({
        automountServiceAccountToken: z.literal(false),
        securityContext: z.looseObject({
          runAsNonRoot: z.literal(true),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        containers: z.array(container).min(1),
      }),
    }),
  }),
});
const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind)).map((each) => workload.parse(each));

/** Against the schemas of Kubernetes 1.27 and what Alur asks of a cluster. Nothing of it is started here. */
describe('the manifests for Kubernetes', () => {
  it.each(objects.map((object) => [named(object), object] as const))(
    '%s is right by its schema, to the last field',
    (_, object) => expect(faultsOf(object)).toEqual([]),
  );

  it('would not be right with a field misspelt, left out or of another type', () => {
    const broken = (change: (text: string) => string) => {
      const [api] = objects.filter(({ kind }) => kind === 'Deployment');
      return faultsOf(z.custom<Manifest>().parse(JSON.parse(change(JSON.stringify(api)))));
    };
    expect(broken((text) => text.replace('readinessProbe', 'readynessProbe'))).toEqual([
      expect.stringContaining('readynessProbe'),
    ]);
    expect(broken((text) => text.replace('"replicas":3', '"replicas":"three"'))).toEqual([
      expect.stringContaining('/spec/replicas'),
    ]);
    expect(broken((text) => text.replace('"containers"', '"container"')).length).toBeGreaterThan(0);
  });

  it('run three of KurrentDB, three of the api and two workers, none of them as root or with a disk to write to', () => {
    expect(workloads.map(({ metadata, spec }) => [metadata.name, spec.replicas])).toEqual([
      ['api', 3],
      ['kurrentdb', 3],
      ['worker', 2],
    ]);
  });

  it('keep enough of each alive while machines are emptied', () => {
    const budget = z.looseObject({ spec: z.looseObject({ selector }) });
    const guarded = objects
      .filter(({ kind }) => kind === 'PodDisruptionBudget')
      .map((each) => JSON.stringify(budget.parse(each).spec.selector.matchLabels));
    for (const { spec } of workloads) {
      expect(guarded).toContain(JSON.stringify(spec.selector.matchLabels));
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    }
  });

  it('let nobody speak with anybody, before they say who may', () => {
    const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies).toContainEqual(expect.objectContaining({ spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }));
    expect(policies.length).toBeGreaterThan(4);
  });

  it('hold no secret: a generator makes them of files that are not in the repository', () => {
    expect(objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(textOf('infra/kubernetes/overlays/.gitignore').split('\n')).toEqual(
      expect.arrayContaining(['secrets.env', 'kurrentdb.env']),
    );
    for (const line of Object.entries(settingsIn(textOf(example, 'secrets.env.example')))) expect(line[1]).toMatch(/^$|PASSWORD/);
  });

  it('are all of them named, and what is named is there', () => {
    expect([...kustomizationIn(base).resources].sort()).toEqual([...filesIn(base)].sort());
    expect(kustomizationIn(example).resources).toEqual(expect.arrayContaining([...filesIn(example)]));
  });

  it('give the processes settings that they start with, once the secrets are filled in', () => {
    const secrets = {
      ...settingsIn(textOf(example, 'secrets.env.example')),
      ALUR_MASTER_KEY: '7'.repeat(64),
      OIDC_CLIENT_SECRET: 's',
    };
    const settings = settingsIn(textOf(example, 'settings.env'));
    for (const { metadata, spec } of workloads.filter(({ metadata }) => metadata.name !== 'kurrentdb')) {
      const own = Object.fromEntries(
        spec.template.spec.containers.flatMap(({ env }) => env.map(({ name, value = '' }) => [name, value])),
      );
      expect(readConfig({}, { ...settings, ...secrets, ...own })).toMatchObject({
        profile: 'cluster',
        tenant: 'kepahiang',
        localAccounts: false,
        ...(metadata.name === 'worker' ? { statusPort: 9100 } : { port: 3000 }),
      });
    }
  });
});
