/** An answer as a test reads it: the body is read field by field, so that a wrong shape fails where it is looked at. */
export type Answer = Readonly<{ status: number; body: Json; headers: Headers }>;

/** JSON that a test walks through. A path that is not there is `undefined`. */
export class Json {
  constructor(readonly value: unknown) {}

  at(...path: readonly (string | number)[]): Json {
    let value: unknown = this.value;
    for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    return new Json(value);
  }

  text(...path: readonly (string | number)[]): string {
    const { value } = this.at(...path);
    if (typeof value !== 'string')
      throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(this.value)?.slice(0, 2000)}`);
    return value;
  }

  number(...path: readonly (string | number)[]): number {
    const { value } = this.at(...path);
    if (typeof value !== 'number')
      throw new Error(`no number at ${path.join('.')} of ${JSON.stringify(this.value)?.slice(0, 2000)}`);
    return value;
  }

  list(...path: readonly (string | number)[]): readonly Json[] {
    const { value } = this.at(...path);
    if (!Array.isArray(value)) throw new Error(`no list at ${path.join('.')} of ${JSON.stringify(this.value)?.slice(0, 2000)}`);
    return value.map((item: unknown) => new Json(item));
  }
}

type Sending = Readonly<{ headers?: Readonly<Record<string, string>>; body?: unknown; form?: FormData }>;

/** Somebody who is signed in and speaks HTTP. Reads wait for what he or somebody else has written: see `after`. */
export class HttpClient {
  /** The newest position that any client of this installation was answered. */
  private readonly seen: { position: string };

  private constructor(
    readonly url: string,
    readonly token: string | undefined,
    seen: { position: string },
  ) {
    this.seen = seen;
  }

  static anonymous(url: string): HttpClient {
    return new HttpClient(url, undefined, { position: '0' });
  }

  async signIn(username: string, password = 'kepahiang'): Promise<HttpClient> {
    const { status, body } = await this.post('/session', { username, password });
    if (status !== 201) throw new Error(`${username} could not sign in: ${status} ${JSON.stringify(body.value)}`);
    return new HttpClient(this.url, body.text('token'), this.seen);
  }

  /** Reads once the read models show everything that was written through these clients. */
  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const after = this.seen.position === '0' ? '' : `${path.includes('?') ? '&' : '?'}after=${this.seen.position}`;
    return this.send('GET', `${path}${after}`, { headers });
  }

  post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('POST', path, { body, headers });
  }

  patch(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('PATCH', path, { body, headers });
  }

  delete(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('DELETE', path, { headers });
  }

  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: Readonly<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([file.bytes], { type: file.type }), file.name);
    return this.send('POST', path, { form, headers });
  }

  async bytes(path: string): Promise<Readonly<{ status: number; bytes: Uint8Array; headers: Headers }>> {
    const response = await fetch(`${this.url}/api${path}`, { headers: this.headers({}) });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  }

  async send(method: string, path: string, { headers = {}, body, form }: Sending): Promise<Answer> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: this.headers({ ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: form }),
    });
    const text = await response.text();
    const position = response.headers.get('x-position');
    if (position !== null && BigInt(position) > BigInt(this.seen.position)) this.seen.position = position;
    return { status: response.status, body: new Json(text === '' ? undefined : parsed(text)), headers: response.headers };
  }

  private headers(more: Readonly<Record<string, string>>): Record<string, string> {
    return { ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }), ...more };
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
