import type { Cast } from './cast.js';
import type { Answer, HttpClient } from './http-client.js';

export const pdf = (content = 'paper'): Readonly<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> => ({
  name: `${content}.pdf`,
  type: 'application/pdf',
  bytes: new TextEncoder().encode(`%PDF-1.4\n% ${content}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
});

/** Fails with the answer's own words where a step did not go as it should. */
export const ok = (answer: Answer, status = 200): Answer => {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body.value)?.slice(0, 3000)}`);
  return answer;
};

/** Takes cases through their steps over HTTP, as the demo's people do. */
export class CaseDriver {
  constructor(private readonly cast: Cast) {}

  /** A draft by the head of the origin, with every paper that he owes. */
  async drafted(employeeId: string, targetPositionId: string): Promise<string> {
    const head = await this.cast.as('kepala.asal');
    const draft = ok(
      await head.post('/proposals', {
        moveType: 'INTERNAL_ROTATION',
        employeeId,
        targetPositionId,
        reason: 'Kebutuhan organisasi',
      }),
      201,
    );
    const id = draft.body.text('id');
    await this.attachOwed(head, id);
    return id;
  }

  /** Attaches everything that is required and not there. */
  async attachOwed(by: HttpClient, id: string): Promise<void> {
    const { body } = ok(await by.get(`/proposals/${id}`));
    for (const item of body.list('checklist')) {
      const owed =
        item.at('required').value === true &&
        item.at('producedBy').value === null &&
        item.text('state') !== 'attached' &&
        item.text('state') !== 'accepted';
      if (owed)
        ok(
          await by.upload(
            `/proposals/${id}/documents`,
            { type: item.text('type'), issuedOn: '2026-11-02' },
            pdf(item.text('type')),
          ),
          201,
        );
    }
  }

  async submitted(id: string): Promise<Answer> {
    return ok(await (await this.cast.as('kepala.asal')).post(`/proposals/${id}/submission`));
  }

  async decide(username: string, id: string, stage: string, verdict: string, reason = 'Sesuai ketentuan'): Promise<Answer> {
    return ok(await (await this.cast.as(username)).post(`/proposals/${id}/decisions`, { stage, verdict, reason }));
  }

  /** The verifier accepts every paper, but for those that he names. */
  async judged(id: string, deficient: Readonly<Record<string, string>> = {}): Promise<void> {
    const verifier = await this.cast.as('verifikator');
    const { body } = ok(await verifier.get(`/proposals/${id}`));
    for (const item of body.list('checklist')) {
      if (item.at('document').value === null) continue;
      const note = deficient[item.text('type')];
      const verdict = note === undefined ? { verdict: 'accepted' } : { verdict: 'deficient', note };
      ok(await verifier.post(`/proposals/${id}/documents/${item.text('document', 'id')}/verdict`, verdict));
    }
  }

  /** From a verified file to the regent's approval. */
  async approvedFromReview(id: string): Promise<Answer> {
    await this.decide('kepala.bkpsdm', id, 'hr_review', 'approve');
    for (const seat of [1, 2, 3]) await this.decide(`tpk.${seat}`, id, 'tpk', 'approve', 'Sesuai kualifikasi dan pola karier');
    await this.decide('sekda', id, 'forwarding', 'approve');
    return this.decide('bupati', id, 'decision', 'approve');
  }
}
