import type { HttpClient, Json } from './http-client.js';

/** A small PDF, different for each `mark`. */
export const pdf = (mark: string) => ({
  name: `${mark}.pdf`,
  type: 'application/pdf',
  bytes: new TextEncoder().encode(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${mark}\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
});

/** Attaches a file for each document that the checklist still asks for. */
export const attachEverything = async (by: HttpClient, proposal: Json): Promise<void> => {
  for (const row of proposal.list('checklist')) {
    if (row.at('required').value !== true || row.text('state') !== 'missing') continue;
    const type = row.text('type');
    const { status, body } = await by.upload(`/proposals/${proposal.text('id')}/documents`, { type }, pdf(type));
    if (status !== 201) throw new Error(`${type} was refused: ${JSON.stringify(body.value)}`);
  }
};

/**
 * Up to `count` proposals of people of one's own agency for vacant posts of another, drafted with their documents and
 * submitted. Those whom a rule stands in the way of are passed over.
 */
export const submitProposals = async (head: HttpClient, agency: string, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  const own = (await head.get('/me')).body.text('offices', 0, 'unit', 'id');
  const people = (await head.get(`/employees?unit=${own}&limit=200`)).body.list('items').map((each) => each.text('id'));
  const posts = (await head.get(`/positions?vacant=true&agency=${agency}&limit=200`)).body.list('items');
  const places = posts.flatMap((post) => Array.from({ length: post.number('vacancies') }, () => post.text('id')));
  for (const employeeId of people) {
    const targetPositionId = places[ids.length];
    if (targetPositionId === undefined || ids.length === count) break;
    const asked = { moveType: 'INTERNAL_ROTATION', employeeId, targetPositionId, reason: 'Kebutuhan organisasi' };
    const draft = await head.post('/proposals', asked);
    if (draft.status !== 201) continue;
    await attachEverything(head, draft.body);
    const id = draft.body.text('id');
    const submitted = await head.post(`/proposals/${id}/submission`);
    if (submitted.status === 200) ids.push(id);
  }
  return ids;
};
