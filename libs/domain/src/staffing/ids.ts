import { createHmac } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';

const ALUR = uuidV5('alur', uuidV5.DNS);

/** The namespace of everything that is derived within one tenant. */
export const tenantNamespace = (tenant: string): string => uuidV5(tenant, ALUR);

export const unitId = (tenant: string, code: string): string => uuidV5(`unit:${code}`, tenantNamespace(tenant));
export const postId = (tenant: string, code: string): string => uuidV5(`post:${code}`, tenantNamespace(tenant));

/** An id that is the same on every run and says nothing of what it was made from to whoever lacks the key. */
export const personIds =
  (masterKey: Uint8Array | string) =>
  (nip: string): string => {
    const bytes = createHmac('sha256', masterKey).update(`person:${nip}`).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Buffer.from(bytes).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

/** Names of the streams of this context. */
export const streamOf = {
  unit: (tenant: string, id: string) => `${tenant}.unit-${id}`,
  post: (tenant: string, id: string) => `${tenant}.post-${id}`,
  person: (tenant: string, id: string) => `${tenant}.person-${id}`,
  import: (tenant: string, sha256: string) => `${tenant}.import-${sha256}`,
};
