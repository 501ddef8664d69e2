import { type Blob, Blobs } from '../blobs.js';
import { sha256Of } from '../hash.js';

/** Bytes in this process's memory: for specifications. */
export class MemoryBlobs extends Blobs {
  private readonly kept = new Map<string, Blob>();

  override put({ mime, bytes }: Blob): Promise<string> {
    const hash = sha256Of(bytes);
    this.kept.set(hash, { mime, bytes: Buffer.from(bytes) });
    return Promise.resolve(hash);
  }

  override get(sha256: string): Promise<Blob | undefined> {
    return Promise.resolve(this.kept.get(sha256));
  }
}
