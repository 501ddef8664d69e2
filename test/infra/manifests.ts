import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const textOf = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

const require = createRequire(import.meta.url);

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string().optional() }).optional(),
});
/** The YAML files of a folder, but for kustomize's own. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder)).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');

export type Manifest = z.infer<typeof manifest>;

/** Every object in a folder's YAML files, but for what is kustomize's own. */
export const manifestsIn = (folder: string): readonly Manifest[] =>
  filesIn(folder).flatMap((file) => parseAllDocuments(textOf(folder, file)).map((document) => manifest.parse(document.toJS())));

const kustomization = z.looseObject({
  resources: z.array(z.string()),
  configMapGenerator: z.array(z.object({ name: z.string(), envs: z.array(z.string()) })).default([]),
  secretGenerator: z.array(z.object({ name: z.string(), envs: z.array(z.string()) })).default([]),
});
export const kustomizationIn = (folder: string) => kustomization.parse(parse(textOf(folder, 'kustomization.yaml')));

/** The lines of a settings file. */
export const settingsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_a-z]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

/** Marks what was looked at, so that what nobody looked at is found: a field that Kubernetes does not know. */
const watched = (value: unknown, path: string, unseen: Set<string>): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const own = new Map<string | symbol, unknown>();
  for (const [key, part] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (!Array.isArray(value)) unseen.add(at);
    own.set(key, watched(part, at, unseen));
  }
  return new Proxy(value, {
    get: (target, key, receiver): unknown => {
      unseen.delete(`${path}.${String(key)}`);
      const found: unknown = own.has(key) ? own.get(key) : Reflect.get(target, key, receiver);
      return found;
    },
  });
};

type Validate = {
  (data: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string; keyword: string }[] | null;
};
const isValidate = (value: unknown): value is Validate => typeof value === 'function';

/** `apps/v1 Deployment` as its schema is called. */
const schemaOf = ({ apiVersion, kind }: Manifest): string => {
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  const word = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `IoK8sApi${word(group.split('.')[0] ?? '')}${word(version)}${kind}`;
};

/** What is wrong with an object by the schemas of Kubernetes, including fields that it does not have. */
export const faultsOf = (object: Manifest): readonly string[] => {
  const file = join(require.resolve('kubernetes-models'), '..', '_schemas', `${schemaOf(object)}.js`);
  if (!existsSync(file)) return [`there is no ${object.apiVersion} ${object.kind}`];
  const { validate } = z.object({ validate: z.custom<Validate>(isValidate) }).parse(require(file));
  const unseen = new Set<string>();
  const right = validate(watched(object, '', unseen));
  const wrong = right
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword, message }) => `${instancePath} ${message ?? keyword}`);
  return [
    ...wrong,
    ...[...unseen]
      .filter((field) => !unseen.has(field.slice(0, field.lastIndexOf('.'))))
      .map((field) => `${field} is no field of ${object.kind}`),
  ];
};
