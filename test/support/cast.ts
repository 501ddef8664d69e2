import { HttpClient, type Json } from './http-client.js';

/** The demo's people, each signed in the first time he is asked for. */
export class Cast {
  private readonly signedIn = new Map<string, Promise<HttpClient>>();
  private readonly door: HttpClient;

  constructor(url: string) {
    this.door = HttpClient.anonymous(url);
  }

  /** Nobody: reads and writes without a session. */
  get stranger(): HttpClient {
    return this.door;
  }

  as(username: string): Promise<HttpClient> {
    const known = this.signedIn.get(username) ?? this.door.signIn(username);
    this.signedIn.set(username, known);
    return known;
  }

  async idOf(username: string): Promise<string> {
    return (await (await this.as(username)).get('/me')).body.text('person', 'id');
  }

  /** The agency that an account heads. */
  async agencyOf(username: string): Promise<string> {
    const offices = (await (await this.as(username)).get('/me')).body.list('offices');
    const head = offices.find((office) => office.text('office').startsWith('head:'));
    if (!head) throw new Error(`${username} heads nothing`);
    return head.text('unit', 'id');
  }

  /** The vacant posts of the agency that an account heads, as the head of the demo's other agency sees them. */
  async vacantPostsOf(username: string): Promise<readonly Json[]> {
    const head = await this.as('kepala.asal');
    const { status, body } = await head.get(`/positions?vacant=true&agency=${await this.agencyOf(username)}`);
    if (status !== 200) throw new Error(`the vacant posts came as ${status}`);
    return body.list('items');
  }
}
