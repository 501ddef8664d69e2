import { v5 as uuidV5 } from 'uuid';

const ALUR = uuidV5('alur', uuidV5.DNS);

/** The namespace of everything that is derived within one tenant. */
export const tenantNamespace = (tenant: string): string => uuidV5(tenant, ALUR);

export const unitId = (tenant: string, code: string): string => uuidV5(`unit:${code}`, tenantNamespace(tenant));
export const postId = (tenant: string, code: string): string => uuidV5(`post:${code}`, tenantNamespace(tenant));

/** Names of the streams of this context. */
export const streamOf = {
  unit: (tenant: string, id: string) => `${tenant}.unit-${id}`,
  post: (tenant: string, id: string) => `${tenant}.post-${id}`,
  person: (tenant: string, id: string) => `${tenant}.person-${id}`,
  import: (tenant: string, sha256: string) => `${tenant}.import-${sha256}`,
};
